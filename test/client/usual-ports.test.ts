import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdUsual, keepAddress, portsFor } from '../../client/usual-ports.js';
import { freePorts } from '../../embedded/ports.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-ports-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('several platforms on one machine', () => {
  it('the first has the usual ports until it ends; those beside it look for others from the beginning', async () => {
    const [first, second] = [await holdUsual(), await holdUsual()];
    expect([first.isOurs, second.isOurs]).toEqual([true, false]);
    expect(await portsFor(folder, second.isOurs, () => undefined)).toEqual({});
    await second.release();
    expect((await holdUsual()).isOurs).toBe(false);
    await first.release();
    const third = await holdUsual();
    expect(third.isOurs).toBe(true);
    await third.release();
  });

  it('each is found where it was before, also after a reset', async () => {
    const [port = 0] = await freePorts(1);
    keepAddress(folder, `http://127.0.0.1:${String(port)}`);
    expect(await portsFor(folder, false, () => undefined)).toEqual({ gateway: port });
  });
});
