import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Guard } from '../../embedded/guard.js';

/** A new folder that is gone after the test. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'luyue-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
};

/** A guard that guards nothing: what is started outlives its starter, as after a `kill -9` of everything. */
export const NO_GUARD: Guard = {
  watch: () => undefined,
  forget: () => undefined,
  sweep: () => undefined,
  release: () => undefined,
};

/** Gathers what is told to people. */
export const told = (): { log: (line: string) => void; lines: string[] } => {
  const lines: string[] = [];
  return {
    lines,
    log: (line) => {
      lines.push(line);
    },
  };
};
