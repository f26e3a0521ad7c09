import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { textOfFile } from '../records/bounded-file.js';
import { lockFolder } from '../embedded/folder-lock.js';
import { isFree, portVariable, type PortName, type Ports } from '../embedded/ports.js';
import { writeWhole } from '../records/whole-file.js';

/** Where people look first; another port is taken where somebody listens there already. */
const USUAL: Partial<Ports> = { temporal: 7233, ui: 8233, smtp: 1025, mails: 8025, gateway: 8080, inner: 9464 };

const KEPT = z.object({ gateway: z.int() });
const keptFile = (folder: string): string => join(folder, 'address.json');

/** At which address a platform was reached before: its people have it in their bookmarks. What cannot be read is not worth a start. */
function keptPorts(folder: string): Partial<Ports> {
  try {
    return KEPT.parse(JSON.parse(textOfFile(keptFile(folder))));
  } catch {
    return {};
  }
}

/** Has the next start be reached at the same address, where it is free. */
export const keepAddress = (folder: string, url: string): void =>
  writeWhole(keptFile(folder), `${JSON.stringify({ gateway: Number(new URL(url).port) })}\n`);

/**
 * Takes the usual ports for this process, as far as they are free, until it gives them back; nothing where another platform of the same
 * person has taken them, which may not listen at all of them yet.
 */
export async function holdUsual(): Promise<{ readonly isOurs: boolean; readonly release: () => Promise<void> }> {
  try {
    return { isOurs: true, release: await lockFolder(join(tmpdir(), `luyue-usual-ports-${userInfo().username}`)) };
  } catch {
    // nor where nothing can be written: no port is worth a start
    return { isOurs: false, release: () => Promise.resolve() };
  }
}

/** The ports of a platform in a folder: where it was before, else the usual ones. What the environment names is left to the platform. */
export async function portsFor(folder: string, isOurs: boolean, log: (line: string) => void): Promise<Partial<Ports>> {
  const ports: Partial<Ports> = {};
  const kept = keptPorts(folder);
  for (const [name, usual] of Object.entries(USUAL) as [PortName, number][]) {
    if (process.env[portVariable(name)] !== undefined) continue;
    const before = kept[name];
    if (before !== undefined && (await isFree(before))) ports[name] = before;
    else if (isOurs && (await isFree(usual))) ports[name] = usual;
    else if (isOurs)
      log(`端口 ${String(usual)} 已被占用，改用其他端口 · port ${String(usual)} is taken, using another for ${name}`);
  }
  return ports;
}
