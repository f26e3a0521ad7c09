import { wishesOut } from '../gateway/letter-wishes.js';
import { platform } from './platform.js';
import { STREAMS, type Streams } from './print.js';
import { printAnswered } from './say-http.js';

export interface MuteOptions {
  readonly as?: string;
  readonly json?: boolean;
}

/** `luyue letters mute`: what a person does not want to be written about; `me` is whoever asks, of others an operator tells. */
export async function lettersMute(
  person: string,
  muted: readonly string[],
  { as, json = false }: MuteOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const path = person === 'me' ? '/me/letters' : `/people/${encodeURIComponent(person)}/letters`;
  const answered = await (await platform(as)).put(path, wishesOut, { body: { muted } });
  return printAnswered(
    answered,
    (kept) => `${kept.person}: ${kept.muted.length === 0 ? '全部接收 everything' : `免收 muted ${kept.muted.join(', ')}`}`,
    json,
    streams,
  );
}
