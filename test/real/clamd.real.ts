import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clamd } from '../../documents/files/scanner.js';
import { freePorts } from '../../embedded/ports.js';
import { zipOf } from '../documents/files/making.js';
import { seen } from '../seen.js';

const PROGRAM = '/usr/sbin/clamd';
const MARK = 'luyue-test-signature-0001';
const MISSING = `${PROGRAM} is not here: apt-get install clamav-daemon`;

let folder: string;
let clamd: ChildProcess | undefined;
let scanner: Clamd;

beforeAll(async () => {
  if (!existsSync(PROGRAM)) {
    console.warn(`clamd 未试 · clamd is not tried here: ${MISSING}`);
    return;
  }
  folder = await mkdtemp(join(tmpdir(), 'luyue-clamd-'));
  await chmod(folder, 0o755);
  const [port = 0] = await freePorts(1);
  await writeFile(join(folder, 'luyue.ndb'), `Luyue.Test-1:0:*:${Buffer.from(MARK).toString('hex')}\n`);
  await writeFile(
    join(folder, 'clamd.conf'),
    [
      ...[
        `DatabaseDirectory ${folder}`,
        `TCPSocket ${String(port)}`,
        'TCPAddr 127.0.0.1',
        'Foreground yes',
        'StreamMaxLength 5M',
      ],
      ...(process.getuid?.() === 0 ? ['User root'] : []),
      '',
    ].join('\n'),
  );
  clamd = spawn(PROGRAM, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  scanner = new Clamd(`clamd:127.0.0.1:${String(port)}`);
  await seen('the scanner answers', async () => !('away' in (await scanner.scan(Readable.from([Buffer.from('x')])))));
});
afterAll(async () => {
  clamd?.kill('SIGKILL');
  if (clamd) await rm(folder, { recursive: true, force: true });
});

const scan = (data: Buffer) => scanner.scan(Readable.from([data.subarray(0, 1_000), data.subarray(1_000)]));

describe('front §6 — scanned by clamd, tried with a real one and a signature of our own', () => {
  it('what is clean is clean; what bears the signature is found, in an archive too', async ({ skip }) => {
    if (!clamd) return skip(MISSING);
    expect(await scan(Buffer.from('月份,用电量\n'))).toEqual({ clean: true });
    expect(await scan(Buffer.from(`a,${MARK}\n`))).toEqual({ found: 'Luyue.Test-1.UNOFFICIAL' });
    expect(await scan(zipOf([{ name: 'a.csv', data: Buffer.from(MARK) }]))).toEqual({ found: 'Luyue.Test-1.UNOFFICIAL' });
  });

  it('what is longer than it takes is not called clean', async ({ skip }) => {
    if (!clamd) return skip(MISSING);
    expect(await scan(Buffer.alloc(8_000_000, 'x'))).toHaveProperty('away');
  });
});
