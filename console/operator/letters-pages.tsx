import { entitled } from '../../parties/entitled.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { csvOf } from '../../views/csv.js';
import type { Effect, ToCall } from '../../views/letters-effect.js';
import { districtSaid } from '../who.js';
import type { Said, Undelivered } from '../deps.js';
import { wholeIn } from '../asked.js';
import { failing, Form, Next, refusing, Table, type Pages } from '../pages.js';
import { dutySaid, partySaid, timeSaid } from '../words.js';
import { withQuery, type Known, type Shown, type Visit } from '../visit.js';

/** So many at a time: each names all that it has missed. */
const CALLS_MOST = 50;
/** Of letters that did not arrive. */
const PAGE = 50;
const REASON_MAX = 500;

const headOf = ({ say }: Visit): string[] => [
  ...[say('事项', 'Duty'), say('提前天数', 'Days before'), say('提醒', 'Told'), say('一日内办理', 'Done within a day')],
  ...[
    say('一周内办理', 'Within a week'),
    say('按期', 'In time'),
    say('逾期', 'Late'),
    say('未办', 'Not done'),
    say('中位天数', 'Median days'),
  ],
];

const rowOf = (visit: Visit, one: Effect): string[] => [
  dutySaid(visit, one.duty),
  ...[one.lead, one.told, one.withinDay, one.withinWeek, one.inTime, one.late, one.open].map(String),
  one.medianDays === null ? '—' : String(one.medianDays),
];

const ToTelephone = ({ visit, calls, from }: { visit: Known; calls: readonly ToCall[]; from: number }) => {
  const { say } = visit;
  if (calls.length === 0)
    return (
      <p>{say('没有：受提醒的单位都按期办理了，或者还未到期。', 'None: whoever was reminded did it in time, or still may.')}</p>
    );
  const rows = calls.slice(from, from + CALLS_MOST).map(({ unit, name, district, telephone, duties }) => [
    <span class="named">
      <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a> {name}
    </span>,
    districtSaid(visit, district),
    telephone ?? say('未登记电话', 'no telephone on file'),
    duties.map((duty) => dutySaid(visit, duty)).join(visit.say('、', ', ')),
  ]);
  const head = [say('单位', 'Unit'), say('区', 'District'), say('电话', 'Telephone'), say('未按期的事项', 'Not done in time')];
  return (
    <>
      <Table head={head} rows={rows} label={say('需要电话联系的单位', 'Units to telephone')} />
      {calls.length > from + CALLS_MOST && (
        <p>
          <a href={withQuery(visit.here, { from: String(from + CALLS_MOST) })}>
            {say(`另有 ${String(calls.length - from - CALLS_MOST)} 家`, `${String(calls.length - from - CALLS_MOST)} more`)}
          </a>
        </p>
      )}
    </>
  );
};

/** Opens in place to the reason and the button that sends; open with what was written, where that was wrong. */
const Resend = ({ visit, letter, n }: { visit: Known; letter: string; n: number }) => {
  const { say, here, fields } = visit;
  const isThis = fields.get('letter') === letter;
  const field = `reason.${String(n)}`;
  return (
    <details class="again" open={isThis}>
      <summary>{say('重发', 'Send again')}</summary>
      <Form visit={visit} action={here} judged>
        <input type="hidden" name="letter" value={letter} />
        <input type="hidden" name="field" value={field} />
        <label for={`reason-${String(n)}`}>{say('重发理由', 'Why it is sent again')}</label>
        <input
          id={`reason-${String(n)}`}
          name={field}
          value={isThis ? (fields.get(field) ?? '') : ''}
          required
          maxlength={REASON_MAX}
          autocomplete="off"
        />
        <button class="second small" type="submit">
          {say('重发这封信', 'Send this letter again')}
        </button>
      </Form>
    </details>
  );
};

const mayResend = (visit: Known): boolean =>
  !isRefusal(entitled(visit.caller, { what: 'resend-letter', at: visit.deps.now(), now: visit.deps.wall() }));

const Failed = ({ visit, letters }: { visit: Known; letters: readonly Undelivered[] }) => {
  const { say } = visit;
  if (letters.length === 0)
    return (
      <p>
        {say(
          '没有未送达的信件：全部已被对方服务器接收，或者仍在重试。',
          'No letter failed: all were taken by their servers, or are still being tried.',
        )}
      </p>
    );
  const may = mayResend(visit);
  const rows = letters.map(({ id, partyKind, party, to, subject, said, since }, n) => [
    <>
      {partySaid(visit, partyKind)}{' '}
      {partyKind === 'unit' ? <a href={`/units/${encodeURIComponent(party)}`}>{party}</a> : <code>{party}</code>}{' '}
      <small>{to}</small>
    </>,
    subject,
    said,
    since === null ? '—' : timeSaid(since),
    may ? <Resend visit={visit} letter={id} n={n} /> : say('由运行人员重发', 'an operator sends it again'),
  ]);
  const head = [
    say('收件方', 'To'),
    say('内容', 'About'),
    say('服务器答复', 'Server said'),
    say('自', 'Since'),
    say('重发', 'Send again'),
  ];
  return <Table head={head} rows={rows} label={say('未送达的信件', 'Letters not delivered')} />;
};

/** Only for those who look after the platform, and the city. */
const forOffices =
  (show: (visit: Known) => Promise<Shown>) =>
  (visit: Known): Promise<Shown> => {
    const answer = entitled(visit.caller, { what: 'attention', at: visit.deps.now() });
    return isRefusal(answer) && answer.refused !== 'bad-input'
      ? Promise.resolve(
          failing(visit, {
            code: 'not-allowed',
            zh: '信件的效果与送达由市生态环境部门、运行和审计人员查看；本单位的信件见本单位页面。',
            en: 'This is for the city authority, operators and auditors; the letters of your own unit stand on its page.',
          }),
        )
      : show(visit);
  };

async function effectPage(visit: Known): Promise<Shown> {
  const { say, deps } = visit;
  const { cycle, effects } = await deps.reading.lettersEffect();
  const from = wholeIn(visit, 'from');
  const body = (
    <>
      <p>
        {say('履约周期', 'Cycle')} {cycle} · <a href="/letters/effect.csv">{say('下载数据（csv）', 'The numbers as csv')}</a> ·{' '}
        <a href="/letters/undelivered">{say('未送达的信件', 'Letters not delivered')}</a>
      </p>
      {effects.length === 0 ? (
        <p>
          {say('还没有发出提醒：第一封提醒发出之后在此统计。', 'No reminder has gone out yet: once one has, it is counted here.')}
        </p>
      ) : (
        <Table
          head={headOf(visit)}
          rows={effects.map((one) => rowOf(visit, one))}
          label={say('提醒与办理', 'Reminders and what followed')}
          numeric={[1, 2, 3, 4, 5, 6, 7, 8]}
        />
      )}
      <h2>{say('需要电话联系的单位', 'Units that need a telephone call instead')}</h2>
      <ToTelephone visit={visit} calls={await deps.reading.unitsToCall()} from={from} />
      <p class="hint">
        {say(
          '提前天数在下一周期的规则文件中调整（reminders），依据即以上统计。',
          'The days before are changed in the rulebook of the next cycle (reminders), on the ground of these figures.',
        )}
      </p>
    </>
  );
  return { title: say('提醒的效果', 'Whether reminders helped'), body };
}

const BAD_REASON = {
  zh: '重发须写明理由：一行文字，至多 500 字。',
  en: 'Say why it is sent again, in one line of up to 500 characters.',
} as const;

async function undeliveredPage(visit: Known, wrong?: Said): Promise<Shown> {
  const { say, deps, c } = visit;
  const after = c.req.query('after');
  const found = await deps.reading.undelivered({ limit: PAGE, ...(after === undefined ? {} : { after }) });
  if (isRefusal(found)) return refusing(visit, found);
  const body = (
    <>
      <p>
        {say(
          '先更正地址（单位的地址由两名登记人更正），并电话告知；然后重发同样的内容。重发后不再列在这里，再次被拒收时重新列出。重发的人和理由记录在案。',
          'First have the address corrected (a unit’s by two registrars), and telephone; then send the same words again. What is sent again stands here no more, unless it is refused once more. Who did and why is kept.',
        )}
      </p>
      <Failed visit={visit} letters={found.items} />
      <Next visit={visit} after={found.after} />
    </>
  );
  return {
    title: say('未送达的信件', 'Letters not delivered'),
    body,
    ...(wrong ? { wrong, status: deps.statusOf(wrong.code) } : {}),
  };
}

/** Sends one again and comes back to the list; what is wrong is told there, at its letter, with what was written. */
async function resending(visit: Known): Promise<Shown> {
  const { fields, deps, caller } = visit;
  const field = fields.get('field') ?? '';
  const reason = (fields.get(field) ?? '').trim();
  if (reason === '' || reason.length > REASON_MAX || /[\r\n]/.test(reason))
    return undeliveredPage(visit, { code: 'bad-input', ...BAD_REASON, inForm: [{ name: field, ...BAD_REASON }] });
  const no = await deps.resend(caller, fields.get('letter') ?? '', reason);
  return no ? undeliveredPage(visit, no) : { to: visit.here };
}

/** `GET /letters/effect`, `…/effect.csv`, `GET` and `POST /letters/undelivered`: whether reminders helped, and what did not arrive. */
export function addLettersPages(pages: Pages): void {
  pages.known('get', '/letters/effect', forOffices(effectPage));
  pages.known(
    'get',
    '/letters/effect.csv',
    forOffices(async (visit) => {
      const { cycle, effects } = await visit.deps.reading.lettersEffect();
      const text = csvOf(
        headOf(visit),
        effects.map((one) => rowOf(visit, one)),
      );
      return {
        file: new TextEncoder().encode(text),
        type: 'text/csv; charset=utf-8',
        name: `letters-effect-${String(cycle)}.csv`,
      };
    }),
  );
  pages.known(
    'get',
    '/letters/undelivered',
    forOffices((visit) => undeliveredPage(visit)),
  );
  pages.keeping('/letters/undelivered', (visit) => forOffices(resending)(visit));
}
