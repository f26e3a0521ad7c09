import { own } from '../domain/model/own.js';
import { isRefusal } from '../domain/model/refusal.js';
import { FILED_FOR } from '../views/packages.js';
import { actFor } from './act-forms.js';
import type { InboxLine } from './deps.js';
import { isIn } from './asked.js';
import { Hands, HandsForm, isKept } from './hands.js';
import { NotReached } from './not-reached.js';
import { failing, Form, Next, refusing, Table, type Pages } from './pages.js';
import { proposableBy } from './propose/proposable.js';
import { actSaid } from './words.js';
import { withQuery, type Known } from './visit.js';
import { partyNamed } from './who.js';

const PAGE = 50;

const Left = ({ visit, item }: { visit: Known; item: InboxLine }) => {
  const { say } = visit;
  const { daysLeft, overdue } = item;
  if (overdue) {
    const late = daysLeft === undefined || daysLeft >= 0 ? '' : ` ${String(-daysLeft)}\u00a0${say('天', 'd')}`;
    return <span class="state overdue">{`${say('已逾期', 'overdue')}${late}`}</span>;
  }
  if (daysLeft === undefined) return <>—</>;
  if (daysLeft === 0) return <b>{say('今天截止', 'ends today')}</b>;
  return <>{say(`还有 ${String(daysLeft)} 天`, `${String(daysLeft)} days left`)}</>;
};

/** The page of the verification that a matter is of. */
const verificationOf = ({ case: caseId }: InboxLine): string | undefined => {
  const [cycle = '', unit = '', kind, verifier] = caseId.split('/');
  return kind === 'verification' && verifier !== undefined ? `/verifications/${cycle}:${unit}:${verifier}` : undefined;
};

interface Waiting {
  readonly visit: Known;
  readonly item: InboxLine;
  /** What waits to be approved, by unit and act: it is not proposed twice. */
  readonly proposed: ReadonlyMap<string, string>;
}

/** What the city decides where a duty of its own waits. */
const DECIDES: Readonly<Record<string, string>> = {
  'pre-allocation': 'pre-allocate',
  confirmation: 'confirm-emissions',
  'final-allocation': 'allocate',
};

/** What answers a matter that has no date; once it is ordered to put it right, the penalty. */
const ANSWERS: Readonly<Record<string, string>> = { rectification: 'issue-order', 'decide-penalty': 'decide-penalty' };

/** Where the city proposes what answers, with what is known of it filled in. */
function answering({ what, kind, ordered }: InboxLine): {
  readonly act: string;
  readonly more?: Readonly<Record<string, string>>;
} {
  if (kind !== 'matter') return { act: own(DECIDES, what) ?? what };
  const [base = what, ...which] = what.split('/');
  if (base !== 'referral') return { act: own(ANSWERS, base) ?? '' };
  if (ordered !== undefined) return { act: 'decide-penalty' };
  return { act: 'issue-order', more: { 'with.case': base, 'with.duty': which.join('/') } };
}

const Decide = ({ visit, item, proposed }: Waiting) => {
  const { unit } = item;
  const { act, more } = answering(item);
  const may = proposableBy(visit.caller, visit.deps.now()).some((one) => one.act === act);
  const waits = proposed.get(`${unit} ${act}`);
  if (waits !== undefined)
    return (
      <>
        {visit.say('待批 ', 'proposed: ')}
        <a href={`/approvals/${encodeURIComponent(waits)}`}>{waits}</a>
      </>
    );
  if (!may) return <></>;
  return <a href={`/propose/${act}?${new URLSearchParams({ for: unit, ...more }).toString()}`}>{actSaid(visit, act)}</a>;
};

const WhatToDo = ({ visit, item, proposed }: Waiting) => {
  const { say } = visit;
  const { what, unit } = item;
  const verification = verificationOf(item);
  if (verification !== undefined) return <a href={verification}>{say('打开核查', 'Open the verification')}</a>;
  const act = actFor(visit.caller, what, unit);
  if (!act) return <Decide visit={visit} item={item} proposed={proposed} />;
  const isCheck = FILED_FOR[what.split('/')[0] ?? ''] !== undefined;
  const href = isCheck ? `/check?unit=${encodeURIComponent(unit)}&duty=${encodeURIComponent(what)}` : act.href;
  return <a href={href}>{isCheck ? say('检查', 'Check') : say(act.zh, act.en)}</a>;
};

interface Inbox {
  readonly visit: Known;
  readonly items: readonly InboxLine[];
  readonly of: string;
  /** Only what one has taken on. */
  readonly mine?: boolean;
}

/** What waits, what ends first, first; or that nothing does, and why. */
export async function InboxList({ visit, items, of, mine = false }: Inbox) {
  const { say } = visit;
  if (items.length === 0 && mine)
    return (
      <p>
        {say(
          '本页没有本人认领的事项：在全部待办中按“认领”后列在这里。',
          'Nothing on this page is taken on by you: what you take on among all that waits stands here.',
        )}
      </p>
    );
  if (items.length === 0)
    return (
      <p>
        {say(
          '没有待办：当前没有轮到本方办理的事项。有单位报送、或者期限临近时会出现在这里，并有信件通知。',
          'Nothing waits: no matter is with this party now. Once a unit files, or a date comes near, it stands here, and a letter says so.',
        )}
      </p>
    );
  const kept = isKept(visit, of);
  const units = [...new Set(items.map(({ unit }) => unit))];
  const proposed = await visit.deps.reading.proposedFor(visit.caller, units);
  const rows = items.map((item) => {
    const { unit, name, zh, en, clause, dueOn, since, returned, ordered } = item;
    return [
      <>
        <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a> {name}
      </>,
      <>
        {say(zh, en)}
        {returned && ` ${say('（退回后待更正）', '(returned for correction)')}`}
        {ordered !== undefined && say(`，${ordered} 已责令改正`, `; ordered on ${ordered} to put it right`)}{' '}
        <small>{clause}</small>
      </>,
      dueOn ?? say('未设期限', 'no date set'),
      <Left visit={visit} item={item} />,
      since,
      ...(kept ? [<Hands visit={visit} item={item} of={of} />] : []),
      <WhatToDo visit={visit} item={item} proposed={proposed} />,
    ];
  });
  const head = [
    say('单位', 'Unit'),
    say('事项', 'Matter'),
    say('截止日', 'Last day'),
    say('剩余', 'Left'),
    say('自', 'Since'),
    ...(kept ? [say('经手', 'With whom')] : []),
    say('办理', 'To do'),
  ];
  return (
    <>
      {kept && <HandsForm visit={visit} of={of} />}
      <Table head={head} rows={rows} label={say('待办', 'Inbox')} short={[2, 3, 4, ...(kept ? [5, 6] : [5])]} />
    </>
  );
}

const ofWhom = (visit: Known): string | undefined => {
  const { c, caller } = visit;
  const own = [...new Set(caller.appointments.map(({ party }) => party))];
  const seesAll = caller.appointments.some(({ kind }) => kind === 'city' || kind === 'auditor' || kind === 'operator');
  return c.req.query('of') ?? (seesAll ? 'city' : own[0]);
};

const HandOver = async ({ visit, item }: { visit: Known; item: string }) => {
  const { say, deps, caller } = visit;
  const [own] = caller.appointments;
  const all = own ? await deps.reading.colleagues(caller, own.party) : [];
  const others = [...new Map(all.map((one) => [one.person, one])).values()].filter(({ person }) => person !== caller.person);
  if (others.length === 0)
    return (
      <p>
        {say('没有可以移交的同事：本机构没有其他任职人员。', 'There is nobody to hand it to: nobody else acts for this party.')}
      </p>
    );
  return (
    <Form visit={visit} action="/inbox/hand-over">
      <input type="hidden" name="item" value={item} />
      <label for="whom">{say('移交给', 'To whom')}</label>
      <select id="whom" name="whom">
        {others.map(({ person, actor, name }) => (
          <option value={actor ?? person}>{`${name ?? ''} ${actor ?? person}`.trim()}</option>
        ))}
      </select>
      <button type="submit">{say('移交', 'Hand over')}</button>
    </Form>
  );
};

/** `GET /inbox`, and who takes on what stands there. */
export function addInboxPage(pages: Pages): void {
  pages.known('get', '/inbox', async (visit) => {
    const { c, deps, caller, say } = visit;
    const after = c.req.query('after');
    const found = await deps.reading.inbox(caller, ofWhom(visit), { limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (isRefusal(found)) return refusing(visit, found);
    const mine = isIn(visit, 'mine');
    const items = mine ? found.items.filter((item) => item.mine) : found.items;
    const body = (
      <>
        <p>
          {say('对象：', 'Whose: ')}
          <b>{partyNamed(visit, found.of)}</b> · {say('履约周期', 'cycle')} {found.cycle}
        </p>
        {isKept(visit, found.of) && (
          <p class="links">
            <a href={withQuery(visit.here, { mine: mine ? undefined : '1' })}>
              {mine ? say('看全部', 'All') : say('只看本人认领', 'Only mine')}
            </a>
            {caller.appointments.some(({ kind }) => kind === 'district') && (
              <>
                <a href="/inbox/bulk">{say('批量通过无异常的', 'Pass the clean ones together')}</a>
                <a href="/punctuality">{say('检查按期情况', 'How punctual the checks are')}</a>
              </>
            )}
          </p>
        )}
        <InboxList visit={visit} items={items} of={found.of} mine={mine} />
        <Next visit={visit} after={found.after} />
        <NotReached visit={visit} units={found.unreached ?? []} />
      </>
    );
    return { title: say('待办', 'Inbox'), body };
  });
  for (const what of ['claim', 'release'] as const)
    pages.known('post', `/inbox/${what}`, async (visit) => {
      const { deps, caller, fields } = visit;
      const no = await deps.claims[what](caller, fields.get('item') ?? '');
      return no ? failing(visit, no) : { to: deps.ownPath(fields.get('to')) };
    });
  pages.known('get', '/inbox/hand-over', (visit) =>
    Promise.resolve({
      title: visit.say('移交待办', 'Hand over'),
      body: <HandOver visit={visit} item={visit.c.req.query('item') ?? ''} />,
    }),
  );
  pages.known('post', '/inbox/hand-over', async (visit) => {
    const { deps, caller, fields } = visit;
    const no = await deps.claims.handOver(caller, fields.get('item') ?? '', fields.get('whom') ?? '');
    return no ? failing(visit, no) : { to: '/inbox' };
  });
}
