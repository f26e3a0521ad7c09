import { createServer, type Server } from 'node:net';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPlatform } from '../../embedded/platform.js';
import { choosePorts, freePorts, LOOPBACK } from '../../embedded/ports.js';
import { temporaryFolder } from './folders.js';

let holder: Server;
let held: number;

beforeEach(async () => {
  [held = 0] = await freePorts(1);
  holder = createServer();
  await new Promise<void>((resolve) => {
    holder.listen(held, LOOPBACK, resolve);
  });
});

afterEach(() => {
  holder.close();
});

test('a port in use is named, with the variable that moves it, and nothing is left running', async () => {
  const parent = await temporaryFolder();
  const options = { folder: `${parent}/p`, keepData: false, drill: false, ports: { ui: held }, log: () => undefined };
  const refused = startPlatform(options);
  await expect(refused).rejects.toMatchObject({ code: 'port-in-use' });
  await expect(refused).rejects.toThrow(new RegExp(`端口 ${String(held)}[^]*LUYUE_UI_PORT[^]*Port ${String(held)} \\(ui\\)`));
  expect(await readdir(parent)).toEqual([]);
});

test('a port that is given up within seconds is waited for: a server that is just stopping is no error', async () => {
  setTimeout(() => holder.close(), 500);
  expect(await choosePorts(['smtp'], { smtp: held }, {})).toEqual({ smtp: held });
});

test('the environment moves a port that was asked for by name', async () => {
  const [other = 0] = await freePorts(1);
  expect(await choosePorts(['database'], { database: held }, { LUYUE_DATABASE_PORT: String(other) })).toEqual({
    database: other,
  });
});

test.each(['0', '65536', 'ui', '80.5'])('“%s” in the environment is no port and says so', async (text) => {
  const refused = choosePorts(['ui'], {}, { LUYUE_UI_PORT: text });
  await expect(refused).rejects.toThrow(`LUYUE_UI_PORT is “${text}”, which is not a port`);
});

test('free ports differ from each other and from those in use', async () => {
  const ports = await freePorts(20);
  expect(new Set([...ports, held]).size).toBe(21);
});
