import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test's own, and the machine's openssl in it. */
export class Openssl {
  readonly folder = mkdtempSync(join(tmpdir(), 'luyue-seal-'));

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.folder, name)));
  }

  text(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Runs it; what it says, and whether it was content. */
  run(...args: readonly string[]): { readonly ok: boolean; readonly said: string } {
    const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: this.folder, encoding: 'utf8' });
    return { ok: status === 0, said: `${stdout}${stderr}` };
  }

  /** Runs it. Throws where it was not content. */
  must(...args: readonly string[]): string {
    const { ok, said } = this.run(...args);
    if (!ok) throw new Error(`openssl ${args.join(' ')}: ${said}`);
    return said;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A detached CMS in DER over a text, made outside with the machine's openssl. */
export function signedWith({ key, certificates }: { readonly key: string; readonly certificates: string }, text: string): Buffer {
  const openssl = new Openssl();
  try {
    openssl.write('own.key', key);
    openssl.write('own.crt', certificates);
    openssl.write('text', text);
    const [from, to] = [
      ['-in', 'text'],
      ['-outform', 'DER', '-out', 'text.p7s'],
    ];
    openssl.must('cms', '-sign', '-binary', ...from, '-signer', 'own.crt', '-inkey', 'own.key', ...to);
    return Buffer.from(openssl.read('text.p7s'));
  } finally {
    openssl.remove();
  }
}
