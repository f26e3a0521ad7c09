import { describe, expect, it } from 'vitest';
import { onCityAct } from '../../../domain/city-cycle/acts.js';
import {
  blankCity,
  foldCity,
  openingCity,
  toRollOut,
  type CityCycle,
  type CityStep,
} from '../../../domain/city-cycle/city-cycle.js';
import { cityDue, isWhole, onCityInstant, onRolledOut } from '../../../domain/city-cycle/instants.js';
import { letter } from '../../../domain/letters/letter.js';
import { closesAt, instantOf } from '../../../domain/model/instant.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { letIn, type Act, type NamedAct } from '../../../domain/model/step.js';
import { loadRulebook } from '../../../regulation/load.js';
import { termsOf } from '../../../regulation/terms.js';

const TERMS = termsOf(loadRulebook(2024, 1));
const OPENS = instantOf('2024-05-10', '00:00:00');

const take = (c: CityCycle, step: CityStep): CityCycle => {
  foldCity(
    c,
    step.key,
    step.events.map((event, k) => ({ ...event, seq: c.seq + k + 1 })),
    'h',
  );
  return c;
};
const opened = (opensAt = OPENS): CityCycle => {
  const c = blankCity({ id: '2024/city/city-cycle', terms: TERMS, opensAt });
  return take(c, openingCity(c.opening));
};
const act = (name: string, brings: NamedAct['with'], at: number, id = `${name}-${String(at)}`): Act =>
  letIn({ id, do: name, by: 'city/a', approvedBy: 'city/b', at, with: brings });
const revision = (deadlines: Record<string, string>, number = 2, before = TERMS.digest) => ({
  revision: number,
  digest: `sha256:${String(number)}`,
  before,
  basis: '通告',
  deadlines,
});
const taken = (c: CityCycle, asked: Act): CityCycle => {
  const step = onCityAct(c, asked);
  if (isRefusal(step)) throw new Error(step.en);
  return take(c, step);
};
const refusal = (c: CityCycle, asked: Act): string => {
  const step = onCityAct(c, asked);
  return isRefusal(step) ? step.refused : 'taken';
};

describe('调整 — a revision is adopted by the city for all', () => {
  const last = closesAt('2024-06-15');

  it('what it says is in force from then on, and on its way to the cases', () => {
    const c = taken(opened(), act('adopt-revision', revision({ surrender: '2024-11-30' }), OPENS + 1, 'a'));
    expect([c.terms.revision, c.terms.dates.surrender, c.terms.dates['first-report']]).toEqual([2, '2024-11-30', '2024-06-15']);
    expect(toRollOut(c)).toEqual({ act: 'a', do: 'adopt-revision', seq: 2 });
  });

  it('a date not yet passed may move to today; into the past it may not', () => {
    const toDay = (day: string) => act('adopt-revision', revision({ 'first-report': day }), last - 1);
    expect(refusal(opened(), toDay('2024-06-15'))).toBe('taken');
    expect(refusal(opened(), toDay('2024-06-14'))).toBe('revision-shortens');
  });

  it('again it is done already, one before it is overtaken, and so is one made out against other terms', () => {
    const c = taken(opened(), act('adopt-revision', revision({}, 3), OPENS + 1));
    expect(refusal(c, act('adopt-revision', revision({}, 3, 'sha256:3'), OPENS + 2))).toBe('already-done');
    expect(refusal(c, act('adopt-revision', revision({}, 2, 'sha256:3'), OPENS + 2))).toBe('overtaken');
    expect(refusal(c, act('adopt-revision', revision({}, 4), OPENS + 2))).toBe('overtaken');
    expect(refusal(c, act('adopt-revision', revision({}, 4, 'sha256:3'), OPENS + 2))).toBe('taken');
  });
});

describe('四(二) — a verifier is struck off for all', () => {
  it('once', () => {
    const strike = (verifier: string) => act('strike-off-verifier', { verifier, basis: '依据' }, OPENS + 1, verifier);
    const c = taken(opened(), strike('V-01'));
    expect(c.struckOff).toEqual(['V-01']);
    expect([refusal(c, strike('V-01')), refusal(c, strike('V-02'))]).toEqual(['already-done', 'taken']);
  });
});

describe('三(三) — the dates that bind the city itself', () => {
  it('pre-allocation by 15 July, confirmation and final allocation together by 15 September, then none', () => {
    const c = opened();
    expect(cityDue(c)).toEqual({ at: closesAt('2024-07-15'), duties: ['pre-allocation'] });
    const due = cityDue(c);
    if (!due) throw new Error('none');
    const step = onCityInstant(due, { 'pre-allocation': ['BJ-0001', 'BJ-0002'] });
    expect(step.events).toMatchObject([
      { type: 'city-date-passed', duty: 'pre-allocation', dueOn: '2024-07-15', with: { units: 2 } },
    ]);
    expect(step.mails).toMatchObject([
      { template: 'decisions-overdue', party: { kind: 'city', id: 'city' }, say: { count: '2' } },
    ]);
    take(c, step);
    expect(cityDue(c)).toEqual({ at: closesAt('2024-09-15'), duties: ['confirmation', 'final-allocation'] });
    const next = cityDue(c);
    if (!next) throw new Error('none');
    const quiet = onCityInstant(next, {});
    expect([quiet.events.length, quiet.mails.length]).toEqual([2, 0]);
    expect(cityDue(take(c, quiet))).toBeUndefined();
  });

  it('a date that an amendment moves binds again; one before the cycle was opened does not', () => {
    const c = opened();
    const due = cityDue(c);
    if (!due) throw new Error('none');
    take(c, onCityInstant(due, {}));
    taken(c, act('adopt-revision', revision({ 'pre-allocation': '2024-07-31' }), closesAt('2024-07-15') + 1));
    expect(cityDue(c)).toEqual({ at: closesAt('2024-07-31'), duties: ['pre-allocation'] });
    expect(cityDue(opened(instantOf('2024-07-16', '00:00:00')))?.duties).toEqual(['confirmation', 'final-allocation']);
    expect(cityDue(opened(instantOf('2024-07-15', '23:59:59')))?.duties).toEqual(['pre-allocation']);
  });
});

describe('周期结束 — the cycle is closed when every case is', () => {
  const close = (at: number) => act('close-cycle', { basis: '周期结束' }, at);
  const report = { digest: 'sha256:r' };

  it('what a case refuses keeps it open, and it may be decided again; a case that was closed before keeps nothing open', () => {
    const c = taken(opened(), close(OPENS + 1));
    expect(refusal(c, close(OPENS + 2))).toBe('already-done');
    const decision = toRollOut(c);
    if (!decision) throw new Error('none');
    const refused = (code: string) => ({ cases: 2, applied: 1, refused: [{ case: '2024/BJ-0001/compliance-cycle', code }] });
    expect([isWhole(refused('still-running')), isWhole(refused('already-done'))]).toEqual([false, true]);
    const step = onRolledOut(c, decision, refused('still-running'), OPENS + 3);
    expect(step.mails[0]).toMatchObject({
      template: 'rolled-out',
      say: { refused: '2024/BJ-0001/compliance-cycle（still-running）' },
    });
    take(c, step);
    expect([c.closed, refusal(c, close(OPENS + 4))]).toEqual([undefined, 'taken']);
  });

  it('closed, nothing concerns all cases any more', () => {
    const c = taken(opened(), close(OPENS + 1));
    const decision = toRollOut(c);
    if (!decision) throw new Error('none');
    take(c, onRolledOut(c, decision, { cases: 2, applied: 2, refused: [] }, OPENS + 3, report));
    expect(c.closed).toEqual({ at: OPENS + 3, report });
    expect(refusal(c, act('strike-off-verifier', { verifier: 'V-01', basis: '依据' }, OPENS + 4))).toBe('cycle-closed');
  });
});

describe('信件 — what the city is told', () => {
  it('in Chinese, with what, how many, and the clause of its date', () => {
    const at = closesAt('2024-09-15');
    const mail = { at, unit: 'city' };
    const say = { dueOn: '2024-09-15', count: '1', units: 'BJ-0001' };
    const overdue = letter({ ...mail, template: 'decisions-overdue', duty: 'confirmation', say });
    expect(overdue.subject).toBe('【逾期】碳排放量核定已于 2024-09-15 截止，尚有 1 家单位未决定');
    expect(overdue.text).toContain('三(三)1');
  });
});
