import { wishesOut } from '../gateway/letter-wishes.js';
import { platform } from './approvals.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { sayHttpNo } from './say-http.js';

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
  if ('no' in answered) return sayHttpNo(answered.no, json, streams);
  const kept = answered.value;
  const said = kept.muted.length === 0 ? '全部接收 everything' : `免收 muted ${kept.muted.join(', ')}`;
  streams.out(json ? `${JSON.stringify(kept, null, 2)}\n` : `${kept.person}: ${said}\n`);
  return DONE;
}
