import { describe, expect, test } from 'vitest';
import { differences, play, scenarioNames, scenariosWithoutExpectation } from './play.js';

interface Mail {
  readonly at: string;
  readonly to: string;
  readonly template: string;
  readonly unit?: string;
  readonly duty?: string;
  readonly subject: string;
}
interface Unit {
  readonly status: string;
  readonly duties: Record<string, { state: string; dueOn: string; doneOn?: string; late?: boolean }>;
  readonly confirmed: string | null;
  readonly obligation: string | null;
  readonly holdings: { lot: string; product: string; quantity: string }[];
  readonly timeline: { at: string }[];
}
interface Outcome {
  readonly digest: string;
  readonly units: Record<string, Unit>;
  readonly mails: Mail[];
  readonly refusals: { message: string }[];
  readonly ledger: {
    allowance: { issued: string; held: string; surrendered: string; takenBack: string; expired: string };
    balanced: boolean;
  };
  readonly audit: { chain: string };
}

const order = (mail: Mail): string[] => [mail.at, mail.unit ?? '', mail.template, mail.to];
const before = (one: string[], other: string[]): boolean => {
  const index = one.findIndex((part, at) => part !== other[at]);
  return index < 0 || (one[index] ?? '') < (other[index] ?? '');
};

const played = new Map<string, unknown>();
/** The outcome of a scenario, played once for all that is asked of it. */
const outcomeOf = (name: string): unknown => {
  if (!played.has(name)) played.set(name, play(name));
  return played.get(name);
};

describe('every scenario gives what the law and the contract say', () => {
  test('no scenario stands without an expectation', () => {
    expect(scenariosWithoutExpectation()).toEqual([]);
  });

  test.each(scenarioNames())('%s', (name) => {
    const outcome = outcomeOf(name);
    const found = differences(name, outcome);
    expect(found, `\n  ${found.join('\n  ')}`).toEqual([]);
  });
});

describe('every scenario, whatever happens in it', () => {
  test.each(scenarioNames())('%s: the ledger balances, holds what the units hold, and the chain is intact', (name) => {
    const { ledger, audit, units } = outcomeOf(name) as Outcome;
    expect(ledger.balanced, name).toBe(true);
    expect(audit.chain, name).toBe('intact');
    const lots = Object.values(units).flatMap((unit) => unit.holdings);
    const held = lots.filter((lot) => lot.product === 'allowance').reduce((sum, lot) => sum + BigInt(lot.quantity), 0n);
    expect(held.toString(), `${name} › ledger.allowance.held against the units' holdings`).toBe(ledger.allowance.held);
    const { issued, surrendered, takenBack, expired } = ledger.allowance;
    const gone = BigInt(surrendered) + BigInt(takenBack) + BigInt(expired);
    expect((held + gone).toString(), `${name} › held and gone against ledger.allowance.issued`).toBe(issued);
  });

  test.each(scenarioNames())('%s: lots are named in order of credit, states and statuses are those of the contract', (name) => {
    const { units, digest } = outcomeOf(name) as Outcome;
    expect(digest, name).toMatch(/^sha256:[0-9a-f]{64}$/);
    for (const [id, unit] of Object.entries(units)) {
      expect(
        unit.holdings.map((lot) => lot.lot),
        `${name} › units.${id}.holdings`,
      ).toEqual(unit.holdings.map((_, index) => `${id}/L${String(index + 1)}`));
      expect(['open', 'settled', 'settled-by-collection', 'short', 'not-required'], `${name} › units.${id}.status`).toContain(
        unit.status,
      );
      expect(unit.confirmed === null, `${name} › units.${id}.obligation`).toBe(unit.obligation === null);
      for (const [duty, { state, doneOn, late }] of Object.entries(unit.duties)) {
        const where = `${name} › units.${id}.duties.${duty}`;
        expect(['pending', 'done', 'returned', 'overdue', 'missing', 'not-required'], where).toContain(state);
        expect([typeof doneOn, typeof late], where).toEqual(
          state === 'done' ? ['string', 'boolean'] : ['undefined', 'undefined'],
        );
      }
    }
  });

  test.each(scenarioNames())(
    '%s: a duty stands on reminder, overdue, escalation and returned only; every unit is greeted once',
    (name) => {
      const { mails, units, refusals } = outcomeOf(name) as Outcome;
      const aboutDuties = ['reminder', 'overdue', 'escalation', 'returned'];
      for (const mail of mails) {
        expect(mail.duty !== undefined, `${name} › ${mail.at} ${mail.template} to ${mail.to}`).toBe(
          aboutDuties.includes(mail.template),
        );
        expect(mail.subject, `${name} › ${mail.at} ${mail.template} to ${mail.to}`).not.toBe('');
      }
      const greeted = mails.filter((mail) => mail.template === 'cycle-opened').map((mail) => mail.unit);
      expect([...greeted].sort(), name).toEqual(Object.keys(units).sort());
      for (const { message } of refusals) expect(message, name).not.toBe('');
    },
  );

  test.each(scenarioNames())('%s: mails stand by instant, unit, template, recipient; timelines by instant', (name) => {
    const { mails, units } = outcomeOf(name) as Outcome;
    const wrong = mails.slice(1).filter((mail, index) => !before(order(mails[index] as Mail), order(mail)));
    expect(wrong, `${name} › mails out of order`).toEqual([]);
    for (const [id, { timeline }] of Object.entries(units)) {
      const instants = timeline.map((entry) => entry.at);
      expect(instants, `${name} › units.${id}.timeline`).toEqual([...instants].sort());
    }
  });

  test.each(scenarioNames())('%s: played twice it is the same to the byte', (name) => {
    const untimed = (outcome: unknown): string => JSON.stringify({ ...(outcome as Outcome), timing: undefined });
    expect(untimed(play(name)), name).toBe(untimed(outcomeOf(name)));
  });
});
