import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Runs the script of a folder with nothing of ours on the path. */
export const verified = (where: string): { readonly ok: boolean; readonly status: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['verify.sh'], {
    cwd: where,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  });
  return { ok: status === 0, status, said: `${stdout}${stderr}` };
};

export const filesIn = (where: string, under = ''): string[] =>
  readdirSync(join(where, under)).flatMap((name) => {
    const path = under === '' ? name : `${under}/${name}`;
    return statSync(join(where, path)).isDirectory() ? filesIn(where, path) : [path];
  });

/** A copy in which files are other ones; with the list of hashes written anew where somebody covers their tracks. */
export const changedIn = (exported: string, paths: readonly string[], covered: boolean): string => {
  const copy = mkdtempSync(`${exported}-`);
  cpSync(exported, copy, { recursive: true });
  for (const path of paths) writeFileSync(join(copy, path), flipped(readFileSync(join(copy, path)), path));
  if (covered) coverTracks(copy);
  return copy;
};

const SEALS = [1, 2, 3, 4];

/** Takes seals away that nothing is asked of: each takes more than a second to verify. Writes the list of hashes anew. */
export const leaveOnly = (copy: string, left: readonly number[]): void => {
  for (const n of SEALS.filter((one) => !left.includes(one)))
    rmSync(join(copy, `seals/SEAL-00000${String(n)}`), { recursive: true });
  coverTracks(copy);
};

/** Writes the list of hashes anew. */
export const coverTracks = (copy: string): void => {
  const lines = filesIn(copy).filter((name) => name !== 'SHA256SUMS');
  writeFileSync(join(copy, 'SHA256SUMS'), lines.map((name) => `${hashOf(readFileSync(join(copy, name)))}  ${name}\n`).join(''));
};

/** In the middle of a token stand certificates that it brings for nothing: there its signature is changed. */
const flipped = (bytes: Buffer, path: string): Buffer => {
  const next = Buffer.from(bytes);
  const place = path.endsWith('.tsr') ? next.length - 1 : next.length >> 1;
  next[place] = (next[place] ?? 0) ^ 1;
  return next;
};

/** Runs its `verify.sh`: whether it holds, and which of these no line that fails names. */
export const unnamed = (folder: string, names: readonly string[]): [ok: boolean, unnamed: string[]] => {
  const { ok, said } = verified(folder);
  const fails = said.split('\n').filter((line) => line.includes('FAILS'));
  return [ok, names.filter((one) => !fails.some((line) => line.includes(one)))];
};
