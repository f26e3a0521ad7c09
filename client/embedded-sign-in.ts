import type { JWK } from 'jose';
import { businessNow } from '../records/business-clock.js';
import type pg from 'pg';
import { startIdentity, type Identity } from '../embedded/identity/identity.js';
import type { TestPeople, TestPerson } from '../embedded/identity/people.js';
import { identityRoutes } from '../embedded/identity/routes.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { SignInProvider } from '../gateway/provider.js';
import { callerOfClient } from '../parties/read.js';
import { testCaller } from '../parties/test-caller.js';
import { districts } from '../regulation/districts.js';

/** Whom one can go in as on a platform of one machine: some of each party. */
const ALWAYS: readonly TestPerson[] = [
  ['city/a', '市局 甲（经办、批准、登记）', 'city officer a'],
  ['city/b', '市局 乙（经办、批准、登记）', 'city officer b'],
  ['exchange', '北京绿色交易所', 'the exchange'],
  ['V-01', '核查机构 V-01', 'verifier V-01'],
  ['operator/x', '平台运行人员', 'an operator'],
  ['auditor/x', '审计人员', 'an auditor'],
].map(([actor = '', zh = '', en = '']) => ({ subject: actor, actor, zh, en }));
const UNITS_SHOWN = 8;

const UNITS = `select distinct unit, coalesce(opening #>> '{unit,name}', unit) as name, opening #>> '{unit,district}' as district
  from cases where kind in ('compliance-cycle', 'general-report') order by unit limit $1`;

/** Test people of the units and districts that the book has, and of each authority. */
const peopleOn = (pool: pg.Pool, chosen?: readonly TestPerson[]): TestPeople => ({
  async list() {
    if (chosen) return chosen;
    const { rows } = await pool.query<{ unit: string; name: string; district: string }>(UNITS, [UNITS_SHOWN]);
    const units = rows.map(({ unit, name }): TestPerson => ({ subject: unit, actor: unit, zh: `${name}（${unit}）`, en: unit }));
    const theirs = districts().filter(({ id }) => rows.some(({ district }) => district === id));
    const officers = theirs.map(({ id, authority }): TestPerson => ({
      subject: `${id}/x`,
      actor: `${id}/x`,
      zh: `${authority} 检查人员`,
      en: `an officer of ${id}`,
    }));
    return [...units, ...officers, ...ALWAYS];
  },
  async find(actor) {
    const found = await testCaller(pool, actor, await businessNow(pool));
    if (isRefusal(found)) return undefined;
    const listed = (await this.list()).find((one) => one.actor === actor);
    return listed ?? { subject: actor, actor, zh: actor, en: actor };
  },
});

const keysOf = async (pool: pg.Pool, client: string): Promise<readonly JWK[] | undefined> => {
  const found = await callerOfClient(pool, client, await businessNow(pool));
  return found && [found.key as JWK];
};

/** The embedded provider of a platform on one machine, at its own address; `chosen`: whom one goes in as, where not as some of the book's.  Throws on a platform in service. */
export async function embeddedSignIn(
  pool: pg.Pool,
  origin: string,
  chosen?: readonly TestPerson[],
): Promise<{ identity: Identity; provider: SignInProvider }> {
  const people = peopleOn(pool, chosen);
  const identity = await startIdentity({
    pool,
    origin,
    now: Date.now,
    people,
    clientKeys: (client) => keysOf(pool, client),
  });
  const settings = { issuer: identity.issuer, ...identity.console, secondFactor: ['mfa'] };
  const { commandLine } = identity;
  return {
    identity,
    provider: { settings, origin, commandLine, madeUp: true, testPeople: () => people.list(), routes: identityRoutes(identity) },
  };
}
