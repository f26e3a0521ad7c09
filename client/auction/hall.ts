import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { instantFrom, isoOf } from '../../domain/model/instant.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { isListening } from '../../embedded/ports.js';
import { readWhole, writeWhole } from '../../records/whole-file.js';
import { openTheatre } from '../drill/stage.js';
import { UsageError } from '../failure.js';
import { DONE, type Streams } from '../print.js';
import { FOLDER, serviceFile, type Service } from '../service.js';
import { openBidders } from './bidders.js';
import { forgetHall, keepHall } from './hall-clock.js';
import type { Script } from './script.js';

/** Whether the platform that a file names still listens. A file that cannot be read names none. */
async function isUp(file: string): Promise<boolean> {
  try {
    const { temporalAddress } = readWhole(file) as Partial<Service>;
    return await isListening(Number(temporalAddress?.split(':').at(-1)));
  } catch {
    return false;
  }
}

const example = (file: string, { announcement, bids }: Script): string[] => {
  const auction = typeof announcement['auction'] === 'string' ? announcement['auction'] : 'NAME';
  const [bid] = bids;
  const who = bid?.bidder ?? 'BIDDER';
  const lines = (bid?.lines ?? []).map(({ price, quantity }) => `${price}:${quantity}`).join(' ');
  return [
    `announce ${file} --as city/a --approved-by city/b`,
    `cover ${auction} --bidder ${who} --amount ${bid?.cover ?? '0'}`,
    `forward ${auction} --to opens`,
    `bid ${auction} --as ${who} --line ${lines}`,
    `forward ${auction} --to closes`,
    `open ${auction} --as ${who}`,
    `forward ${auction} --to ends`,
    `result ${auction}`,
  ].map((command) => `  npx luyue auction ${command}`);
};

const sayHall = (file: string, script: Script, env: NodeJS.ProcessEnv): string[] => [
  '',
  `演练大厅已开 · the hall is open, its clock stands at ${isoOf(instantFrom(script.announcedAt))} and goes on`,
  `  竞买人 bidders  ${[...new Set(script.bids.map(({ bidder }) => bidder))].join(', ')}`,
  '在同一目录的另一终端中 · in another terminal, in this folder',
  ...(['DATABASE_URL', 'TEMPORAL_ADDRESS'].some((name) => env[name] !== undefined)
    ? ['  unset DATABASE_URL TEMPORAL_ADDRESS   # 否则命令会找到别的平台 · else commands speak to another platform']
    : []),
  ...example(file, script),
  'Ctrl-C 结束，数据不保留 · Ctrl-C ends it and keeps nothing',
  '',
];

/**
 * `luyue auction hall FILE`: a platform on this machine whose clock stands where the file's announcement lies, with the cases of
 * its bidders open and no auction yet, until Ctrl-C: for trying each command by hand. Throws a UsageError where a platform is
 * already up in this folder.
 */
export async function openHall(file: string, script: Script, rulebook: Rulebook, streams: Streams): Promise<number> {
  const tell = (line: string): void => {
    streams.err(`${line}\n`);
  };
  const service = serviceFile(FOLDER);
  if (existsSync(service) && (await isUp(service)))
    throw new UsageError(
      `本目录已有平台在运行，请先停止，或换一个目录 / a platform is up in this folder (${service}): stop it, or open the hall in another folder`,
      'platform-up',
    );
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const theatre = await openTheatre(tell);
  try {
    await openBidders(theatre, script, rulebook);
    const { platform, taskQueue, prefix } = theatre;
    const { temporalAddress, namespace, databaseUrl } = platform;
    mkdirSync(FOLDER, { recursive: true });
    const clock = { wall0: Date.now(), business0: instantFrom(script.announcedAt) };
    keepHall({ databaseUrl, prefix, clock, auctions: {} });
    writeWhole(service, `${JSON.stringify({ temporalAddress, namespace, databaseUrl, taskQueue }, null, 2)}\n`);
    for (const line of sayHall(file, script, process.env)) tell(line);
    await ended;
  } finally {
    rmSync(service, { force: true });
    forgetHall();
    await theatre.close();
  }
  return DONE;
}
