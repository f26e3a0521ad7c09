import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS, read, ROOT } from '../../scripts/sources.js';

interface Rule {
  readonly name: string;
  readonly comment: string;
  readonly to: { readonly pathNot?: readonly string[] };
}

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { readonly forbidden: readonly Rule[] };

/** Of the table of the rooms: each with the rooms that it may import. */
const rows = read('ARCHITECTURE.md')
  .split('\n')
  .flatMap((line) => {
    const [, rooms, , imports] = line.split('|');
    const named = [...(rooms ?? '').matchAll(/`([a-z]+)`/g)].map(([, room = '']) => room);
    return named.length === 0 || imports === undefined ? [] : named.map((room) => ({ room, imports }));
  });
const NOT_ROOMS = ['node_modules', 'dist', 'coverage', 'bin'];

describe('the rooms of the house are those that ARCHITECTURE.md names', () => {
  it('every folder is in the table, and every row is a folder, or one that is to come', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_ROOMS.includes(entry.name))
      .map(({ name }) => name);
    const named = rows.map(({ room }) => room);
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
    const here = (room: string): boolean => existsSync(join(ROOT, room)) || LAYERS.includes(room);
    expect(named.filter((room) => !here(room))).toEqual([]);
  });

  it('what a room may import is what the rule of that room says', () => {
    let compared = 0;
    const wrong = rows.flatMap(({ room, imports }) => {
      const rule = forbidden.find(({ name }) => name === `${room}-imports-downward`);
      const allowed = rule?.to.pathNot;
      if (!Array.isArray(allowed) || !/`/.test(imports)) return [];
      const lawful = allowed
        .map((path) => /^\^([a-z]+)\/$/.exec(path as string)?.[1])
        .filter((one) => one !== undefined && one !== room);
      const said = [...imports.matchAll(/`([a-z]+)`/g)]
        .map(([, one = '']) => one)
        .filter((one) => one !== 'activities' || room !== 'city');
      if (room === 'city') return [];
      compared += 1;
      return JSON.stringify([...said].sort()) === JSON.stringify([...lawful].sort())
        ? []
        : [`${room}: ${said.join(' ')} | ${lawful.join(' ')}`];
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(6);
  });

  it('every rule says why', () => {
    expect(forbidden.filter(({ comment }) => comment.length < 20).map(({ name }) => name)).toEqual([]);
  });
});
