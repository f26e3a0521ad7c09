import type pg from 'pg';
import type { NamedAct } from '../domain/model/step.js';
import { draftIn, isAboutPeople } from '../domain/people/acts.js';
import type { World } from '../domain/people/answering.js';
import type { People } from '../domain/people/people.js';
import { unitsAsked } from '../domain/people/rules.js';
import { engagedBy } from './engaged.js';

const SIGNS_IN = `select i.person from person_drafts d join identities i using (issuer, subject) where d.id = $1`;

/** What the case of the people has to know of the rest to answer an act. */
export async function worldOf(pool: pg.Pool, p: People, act: NamedAct): Promise<World> {
  if (isAboutPeople(act) && act.do === 'appoint') {
    const { person, kind, party } = act.with;
    return { engaged: await engagedBy(pool, unitsAsked(p, person, { kind, party }, act.at)) };
  }
  const values = [draftIn(act) ?? null];
  const [taken] = (await pool.query<{ person: string }>({ name: 'signs-in', text: SIGNS_IN, values })).rows;
  return { engaged: new Map(), ...(taken ? { signsInAs: taken.person } : {}) };
}
