import { existsSync } from 'node:fs';
import { issuerFile } from '../gateway/issuer-file.js';
import { rehearsalOn } from './rehearsal.js';
import { FOLDER, leftIn } from './service.js';

/** Where the platform is spoken to over HTTP. */
export interface Place {
  readonly url: string;
  /** The folder with the key for test persons, where the platform is this machine's. */
  readonly folder: string;
}

/**
 * The platform that `LUYUE_URL` names, or the one in this folder; none where neither is there, or the environment names another
 * database than that one's.
 */
export function placeIn(env: NodeJS.ProcessEnv, folder: string = FOLDER): Place | undefined {
  const named = env['LUYUE_URL'];
  if (named !== undefined && named !== '') return { url: named.replace(/\/$/, ''), folder };
  const { url, databaseUrl } = leftIn(folder);
  const elsewhere = env['DATABASE_URL'] !== undefined && env['DATABASE_URL'] !== databaseUrl;
  return url === undefined || elsewhere ? undefined : { url, folder };
}

/**
 * Where an act or a question goes over HTTP: to the platform that is found, for whoever can be signed in there. A demonstration in this
 * folder has a clock of its own, by which the commands themselves answer.
 */
export function placeFor(as: string | undefined, env: NodeJS.ProcessEnv = process.env): Place | undefined {
  const place = placeToAct(as, env);
  if (!place) return undefined;
  const { databaseUrl } = env['LUYUE_URL'] === undefined ? leftIn(place.folder) : {};
  return databaseUrl !== undefined && rehearsalOn({ databaseUrl }) ? undefined : place;
}

/** Where acts go over HTTP: to the platform itself, which knows by whose clock its cases are. */
export function placeToAct(as: string | undefined, env: NodeJS.ProcessEnv = process.env): Place | undefined {
  const place = placeIn(env);
  return place && canSignIn(place, as, env) ? place : undefined;
}

/** Whether somebody can be signed in there: as a test person of this machine's platform, or by a token in `LUYUE_TOKEN`. */
const canSignIn = ({ folder }: Place, as: string | undefined, env: NodeJS.ProcessEnv): boolean =>
  env['LUYUE_TOKEN'] !== undefined || (as !== undefined && existsSync(issuerFile(folder)));
