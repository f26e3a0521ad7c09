import type { Child } from 'hono/jsx';
import { rulebookNamed } from '../regulation/named.js';
import { RULE_NAMES } from '../regulation/ask.js';
import { DUTY_FACTS } from '../views/duty-facts.js';
import { explain, type Explained } from '../views/explain.js';
import { readingInChinese } from '../regulation/readings.js';
import { citeSaid, parameterSaid, valueOf } from './parameter-words.js';
import type { Visit } from './visit.js';

interface Explanation {
  readonly provisional: boolean;
  readonly parameters: readonly Explained[];
}

/** A rulebook does not change while a process runs: what it says of a name is asked once. */
const known = new Map<string, Explanation>();
const MOST = 500;

function explanationOf(cycle: number, what: string): Explanation | undefined {
  if (!DUTY_FACTS.some(({ duty }) => duty === what) && !RULE_NAMES.some((name) => name === what)) return undefined;
  const key = `${String(cycle)}/${what}`;
  const found = known.get(key);
  if (found) return found;
  const { provisional = false, parameters = [] } = explain(rulebookNamed(String(cycle)), what) as Partial<Explanation>;
  const said = { provisional, parameters };
  if (known.size < MOST) known.set(key, said);
  return said;
}

/** The values that make a date or a number, those of its own name first; reminders are told elsewhere. */
const own = (what: string, { parameters }: Explanation): readonly Explained[] =>
  parameters
    .filter(({ name }) => !name.startsWith('reminders.'))
    .sort((a, b) => Number(b.name.startsWith(what)) - Number(a.name.startsWith(what)));

const SURE: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  decided: ['通知已定', 'decided by the notice'],
  policy: ['平台规则', 'a policy of the platform'],
  expected: ['预计，原文未见', 'expected: the text is not in hand'],
  placeholder: ['占位，待定', 'a placeholder, to be decided'],
};

/** How sure a value is, in a word; what rests on nothing decided is marked. */
export const Sure = ({ visit, status }: { visit: Visit; status: string }) => (
  <span class={status === 'decided' || status === 'policy' ? 'sure' : 'sure provisional'}>
    {visit.say(...(SURE[status] ?? ([status, status] as const)))}
  </span>
);

const Value = ({ visit, parameter }: { visit: Visit; parameter: Explained }) => {
  const { name, status, cite, quote, reading } = parameter;
  const inChinese = reading === undefined ? undefined : readingInChinese(reading);
  return (
    <li>
      {parameterSaid(visit, name)} <b>{valueOf(visit, parameter)}</b> <Sure visit={visit} status={status} />
      {quote !== undefined && <q lang="zh-CN">{quote}</q>} <small>{citeSaid(cite)}</small>
      {reading !== undefined && (
        <p>
          {visit.say('读法：', 'Reading: ')}
          {visit.lang === 'zh' && inChinese !== undefined ? inChinese : <span lang="en">{reading}</span>}
        </p>
      )}
    </li>
  );
};

/** A date or a number that opens to what makes it: value, reading, quotation, and how sure that is. */
export const Why = ({ visit, cycle, what, children }: { visit: Visit; cycle: number; what: string; children: Child }) => {
  const [base = what] = what.split('/');
  const said = explanationOf(cycle, base);
  if (!said) return <>{children}</>;
  const { say } = visit;
  return (
    <details class="why">
      <summary>
        {children}
        {said.provisional && <span class="sure provisional"> {say('暂定', 'provisional')}</span>}
      </summary>
      <ul class="plain">
        {own(base, said).map((parameter) => (
          <Value visit={visit} parameter={parameter} />
        ))}
      </ul>
    </details>
  );
};
