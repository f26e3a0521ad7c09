import { isoOf } from '../domain/model/instant.js';
import { businessNow } from '../records/business-clock.js';
import { unitsMissing } from '../parties/missing.js';
import { appointmentsOf, type Listed } from '../records/appointments.js';
import { platformKind } from '../records/platform.js';
import { UsageError } from './failure.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';

export interface ListOptions {
  readonly of?: string;
  readonly after?: string;
  readonly json: boolean;
}
export interface MissingOptions {
  readonly after?: string;
  readonly soon: boolean;
  readonly json: boolean;
}

/** So many lines at once. */
const AT_ONCE = 200;

const shown = ({ id, person, name, kind, party, role, from, until, testActor, suspended }: Listed) => ({
  appointment: id,
  person,
  name,
  kind,
  party,
  role,
  // a test person is in office at any time
  from: from === 0 ? null : isoOf(from),
  until: until === null ? null : isoOf(until),
  suspended,
  testActor,
});

const say = (one: ReturnType<typeof shown>): string => {
  const marks = [...(one.suspended ? ['停用 suspended'] : []), ...(one.testActor === null ? [] : ['测试 test'])].join('  ');
  return `${String(one.appointment)}  ${one.party}  ${one.role}  ${one.testActor ?? one.person}  ${one.name ?? '—'}  ${one.from ?? '—'} – ${one.until ?? '—'}  ${marks}`.trimEnd();
};

/** `luyue people list`: who acts for whom, now or later. */
export function peopleList({ of: party, after = '0', json }: ListOptions, streams: Streams = STREAMS): Promise<number> {
  if (!/^\d{1,9}$/.test(after))
    throw new UsageError(`任职以其编号指明，而非 ${after} / an appointment is named by its number, not ${after}`, 'bad-input', [
      'after',
    ]);
  return withBook(async (book) => {
    const asked = {
      at: await businessNow(book.pool),
      after: Number(after),
      limit: AT_ONCE,
      ...(party === undefined ? {} : { party }),
    };
    const appointments = (await appointmentsOf(book.pool, asked)).map(shown);
    const next = appointments.length === AT_ONCE ? (appointments.at(-1)?.appointment ?? null) : null;
    const said = appointments.length > 0 ? appointments.map(say) : '没有任命 no appointments';
    return printAnswer({ appointments, next }, said, json, streams);
  });
}

/** `luyue people missing`: units that nobody signs for. */
export function peopleMissing({ after = '', soon, json }: MissingOptions, streams: Streams = STREAMS): Promise<number> {
  return withBook(async (book) => {
    const looked = await unitsMissing(book.pool, await businessNow(book.pool), { after, limit: AT_ONCE });
    const units = looked.filter((one) => !soon || one.soon);
    const next = looked.length === AT_ONCE ? (looked.at(-1)?.unit ?? null) : null;
    const kind = await platformKind(book.pool);
    const lines = units.map(({ unit, name, district, deadlines, soon: near }) => {
      const owes = deadlines.map(({ zh, dueOn }) => `${dueOn} ${zh}`).join('、');
      return `${unit}  ${name}  ${district}  ${owes || '—'}${near ? '  ！' : ''}`;
    });
    const title = `无人可签署的单位 units that nobody signs for: ${String(units.length)}`;
    const test =
      kind === 'service' ? [] : ['本平台的测试人员可代表任何单位 here a test person may act for any unit (luyue do --as)'];
    return printAnswer({ units, next }, [title, ...lines, ...test], json, streams);
  });
}
