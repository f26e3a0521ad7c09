import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('mail-process.ts', import.meta.url));

/** A mail as that server took it. */
export interface TakenMail {
  readonly to: string;
  readonly messageId: string;
}

/** A mail server in a process of its own, on one port for as long as it lives and comes back. */
export class MailServerProcess {
  private readonly folder = mkdtempSync(join(tmpdir(), 'luyue-mail-'));
  private readonly file = join(this.folder, 'taken.jsonl');
  private child: ChildProcess | undefined;
  private port = '0';

  constructor() {
    writeFileSync(this.file, '');
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  get taken(): TakenMail[] {
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as TakenMail);
  }

  /** Starts it, or starts it again. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, this.port, this.file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.child = child;
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    this.port = new URL(said.toString().trim()).port;
  }

  /** It hangs: the port is open and nothing is said; or it goes on. */
  hang(): void {
    this.child?.kill('SIGSTOP');
  }

  /** It is gone, as after a power cut: the port is closed. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true });
  }
}
