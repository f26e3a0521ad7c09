import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, NewEvent } from '../model/step.js';
import type { Duty } from './duty.js';
import type { Taken } from './filing.js';

/** A duty that checks another's filing. */
export type Check = Duty & { readonly checks: NonNullable<Duty['checks']> };

type CheckName = 'check-monthly-evidence' | 'check-general-report' | 'first-check';

/** Why a check cannot be made now: nothing filed, or this filing is checked already. */
export function cannotCheck(c: Case, check: Check): Refusal | undefined {
  const filing = check.checks;
  if (c.duties[check.name]?.state === 'done')
    return refuse(
      'already-done',
      `${check.zh}已完成，尚无新的报送`,
      `${check.name} is done and nothing new was filed`,
      check.clause,
    );
  if (c.duties[filing.name]?.doneAt === undefined)
    return refuse('too-early', `${filing.zh}尚未报送`, `nothing was filed for ${filing.name} yet`, check.clause);
  return undefined;
}

/** A check made: passed, or returned for correction, which puts the filing's duty back and tells the unit. */
export function checked(c: Case, act: Act<CheckName>, check: Check): Taken {
  const filing = check.checks;
  const { result, findings = [] } = act.with;
  const base = check.name.split('/')[0] ?? check.name;
  const record = c.duties[check.name];
  const events: NewEvent[] = [
    {
      type: `${base}-${result === 'pass' ? 'passed' : 'returned'}`,
      at: act.at,
      by: act.by,
      duty: check.name,
      turns: 'done',
      late: record?.state === 'overdue',
      with: act.with,
    },
  ];
  const effects: Effect[] = [];
  if (result === 'return') {
    events.push({ type: 'returned', at: act.at, by: act.by, duty: filing.name, turns: 'returned', with: { findings } });
    const dueOn = c.duties[filing.name]?.dueOn ?? '';
    effects.push({
      kind: 'mail',
      to: 'unit',
      template: 'returned',
      duty: filing.name,
      say: { name: c.unit.name, dueOn, findings: findings.join('；') },
    });
  }
  return { events, effects };
}
