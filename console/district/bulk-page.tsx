import { randomUUID } from 'node:crypto';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { isMonth } from '../../domain/model/instant.js';
import { FILED_FOR } from '../../views/packages.js';
import { shaped } from '../asked.js';
import { actOfDuty } from '../act-forms.js';
import type { InboxLine } from '../deps.js';
import { failing, Form, refusing, State, Table, type Pages } from '../pages.js';
import { dutySaid } from '../words.js';
import type { Known, Shown } from '../visit.js';

const MOST = 50;
const REQUEST = /^[0-9a-f-]{36}$/;
/** A line that is ticked, by its place. */
const PASSED = /^pass\.[1-4]?\d$/;
/** The places of those that were ticked, as the address of the outcome names them. */
const PLACES = /^[1-4]?\d(-[1-4]?\d){0,49}$/;

const isCheck = ({ what }: InboxLine): boolean => FILED_FOR[what.split('/')[0] ?? ''] !== undefined;

/** What waits to be checked and was filed without anything that stands out. Refused where it is not theirs to see. */
async function clean(visit: Known, of: string): Promise<InboxLine[] | Refusal> {
  const { deps, caller } = visit;
  const found = await deps.reading.inbox(caller, of, { limit: MOST, itemsAlone: true });
  if (isRefusal(found)) return found;
  const checks = found.items.filter(isCheck);
  const filed = await deps.reading.packages(
    caller,
    checks.map(({ unit, what }) => ({ unit, duty: what })),
  );
  return checks.filter((_, n) => filed[n]?.findings.length === 0 && filed[n].unchecked === undefined);
}

const Choose = ({ visit, items }: { visit: Known; items: readonly InboxLine[] }) => {
  const { say } = visit;
  if (items.length === 0)
    return (
      <p>
        {say(
          '没有可以批量通过的：待检查的都有异常，或者没有待检查的。请逐件检查。',
          'Nothing can be passed together: what waits has findings, or nothing waits. Check one by one.',
        )}
      </p>
    );
  const rows = items.map(({ item, unit, name, what, dueOn }, n) => [
    <label class="tick">
      <input type="checkbox" name={`pass.${String(n)}`} value={item} checked /> {unit} {name}
    </label>,
    dutySaid(visit, what),
    dueOn ?? '—',
    <a href={`/check?unit=${encodeURIComponent(unit)}&duty=${encodeURIComponent(what)}`}>{say('查看', 'Look')}</a>,
  ]);
  const head = [say('单位', 'Unit'), say('事项', 'Matter'), say('截止日', 'Last day'), say('逐件', 'One by one')];
  return (
    <Form visit={visit} action="/inbox/bulk">
      <input type="hidden" name="request" value={randomUUID()} />
      <p>
        {say(
          '以下报送自动核对未发现异常。取消勾选即不办理；每件各有回执。',
          'Nothing stands out in these. Untick what is not to be passed; each has a receipt of its own.',
        )}
      </p>
      <Table head={head} rows={rows} label={say('无异常的报送', 'Clean filings')} />
      <button type="submit">{say('通过所选', 'Pass those ticked')}</button>
    </Form>
  );
};

async function passing(visit: Known, of: string): Promise<Shown> {
  const { deps, caller, fields } = visit;
  const request = fields.get('request') ?? '';
  if (!REQUEST.test(request))
    return failing(visit, {
      code: 'bad-input',
      zh: '表单不完整，请返回重新选择。',
      en: 'The form is not whole: go back and choose again.',
    });
  const chosen = [...fields].flatMap(([name, item]) => (PASSED.test(name) ? [{ n: name.slice('pass.'.length), item }] : []));
  const waiting = await clean(visit, of);
  if (isRefusal(waiting)) return refusing(visit, waiting);
  for (const { n, item } of chosen) {
    const its = waiting.find((one) => one.item === item);
    if (!its) continue;
    const { unit, what } = its;
    const [base = '', month = ''] = what.split('/');
    await deps.front.submit(caller, {
      // by its place in the form: pressed twice, it is the same act, whatever was passed meanwhile
      id: `${request}.${n}`,
      do: actOfDuty(base) ?? '',
      for: unit,
      with: { result: 'pass', ...(isMonth(month) ? { month } : {}) },
    });
  }
  return { to: `/inbox/bulk/${request}?of=${chosen.map(({ n }) => n).join('-')}` };
}

const Done = async ({ visit, request, of }: { visit: Known; request: string; of: readonly string[] }) => {
  const { deps, caller, say } = visit;
  const rows = [];
  for (const n of of) {
    const id = `${request}.${n}`;
    const [reply, asked] = [await deps.front.act(caller, id), await deps.front.asked(caller, id)];
    if (!reply) continue;
    rows.push([
      asked?.for ?? '',
      <State visit={visit} state={reply.state} />,
      reply.state === 'refused' ? say(reply.refusal.zh, reply.refusal.en) : '',
      <a href={`/acts/${encodeURIComponent(id)}`}>{say('回执', 'Receipt')}</a>,
    ]);
  }
  const left = of.length - rows.length;
  const untouched = (
    <p>
      {say(
        `${String(left)} 件未办理：提交时已由他人检查，或者有了新的报送。请见待办。`,
        `${String(left)} not passed: a colleague had checked it, or it was filed anew. See the inbox.`,
      )}{' '}
      <a href="/inbox">{say('待办', 'Inbox')}</a>
    </p>
  );
  if (of.length === 0) return <p>{say('没有勾选任何一件，未办理任何事项。', 'Nothing was ticked, and nothing was done.')}</p>;
  if (rows.length === 0) return untouched;
  const head = [say('单位', 'Unit'), say('结果', 'Outcome'), say('说明', 'Why'), say('回执', 'Receipt')];
  return (
    <>
      <Table head={head} rows={rows} label={say('结果', 'Outcome')} />
      {left > 0 && untouched}
    </>
  );
};

const placesIn = ({ c }: Known): readonly string[] => {
  const of = shaped('of', c.req.query('of'), (text) => PLACES.test(text), ['行号', 'the places of lines']);
  return of === undefined ? [] : [...new Set(of.split('-'))];
};

/** `GET /inbox/bulk`, `POST /inbox/bulk`, `GET /inbox/bulk/ID`: the clean ones together, and what became of each. */
export function addBulkPage(pages: Pages): void {
  const own = ({ caller }: Known): string => caller.appointments.find(({ kind }) => kind === 'district')?.party ?? '';
  pages.known('get', '/inbox/bulk', async (visit) => {
    const items = await clean(visit, own(visit));
    return isRefusal(items)
      ? refusing(visit, items)
      : { title: visit.say('批量通过', 'Pass together'), body: <Choose visit={visit} items={items} /> };
  });
  pages.known('post', '/inbox/bulk', (visit) => passing(visit, own(visit)));
  pages.known('get', '/inbox/bulk/:request', (visit) =>
    Promise.resolve({
      title: visit.say('批量通过的结果', 'What was passed'),
      body: <Done visit={visit} request={visit.c.req.param('request') ?? ''} of={placesIn(visit)} />,
    }),
  );
}
