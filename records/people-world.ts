import type pg from 'pg';
import type { NamedAct } from '../domain/model/step.js';
import type { Appoint } from '../domain/people/appointing.js';
import type { World } from '../domain/people/answering.js';
import type { People } from '../domain/people/people.js';
import { unitsAsked } from '../domain/people/rules.js';
import { engagedBy } from './engaged.js';

const SIGNS_IN = `select i.person from person_drafts d join identities i using (issuer, subject) where d.id = $1`;

/** What the case of the people has to know of the rest to answer an act. */
export async function worldOf(pool: pg.Pool, p: People, act: NamedAct): Promise<World> {
  if (act.do === 'appoint') {
    const { person, kind, party } = act.with as unknown as Appoint;
    return { engaged: await engagedBy(pool, unitsAsked(p, person, { kind, party }, act.at)) };
  }
  const { draft } = act.with as { readonly draft?: number };
  const values = [draft ?? null];
  const [taken] = (await pool.query<{ person: string }>({ name: 'signs-in', text: SIGNS_IN, values })).rows;
  return { engaged: new Map(), ...(taken ? { signsInAs: taken.person } : {}) };
}
