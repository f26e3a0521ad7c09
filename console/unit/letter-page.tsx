import { isRefusal } from '../../domain/model/refusal.js';
import type { OwnLetter } from '../../views/own-letter.js';
import { failing, refusing, State, Table, type Pages } from '../pages.js';
import { UnitWays } from '../unit-standing.js';
import type { Known, Shown } from '../visit.js';
import { bracketed, dutySaid, timeSaid } from '../words.js';

const CHANNELS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  mail: ['邮件', 'mail'],
  webhook: ['接口', 'own system'],
  sms: ['短信', 'short message'],
};

/** One thing that a letter tells, in its own words: what is sent to enterprises is in Chinese. */
const MatterSaid = ({ matter, alone }: { matter: OwnLetter['matters'][number]; alone: boolean }) => (
  <section>
    {!alone && <h2>{matter.title}</h2>}
    <ul class="plain">
      {matter.facts.map((fact) => (
        <li>{fact}</li>
      ))}
    </ul>
    <p>
      <b>怎么办</b>
    </p>
    <ol>
      {matter.steps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
    <p>
      <a class="act" href={matter.link}>
        打开办理页面
      </a>
    </p>
    {matter.otherwise !== undefined && (
      <p class="otherwise">
        <b>不办的后果</b> {matter.otherwise}
      </p>
    )}
    {matter.clause && (
      <p class="hint">
        依据：{matter.clause.name}
        {matter.clause.quote !== undefined && <q>{matter.clause.quote}</q>}
      </p>
    )}
  </section>
);

/** Of a letter, `waiting` is no proposal that waits for an officer. */
export const letterState = (state: OwnLetter['receivers'][number]['state']): string => (state === 'waiting' ? 'to-send' : state);

/** The names of letters have slashes in them: they stand behind a question mark. */
export const letterAt = (unit: string, letter: string, part = ''): string =>
  `/units/${encodeURIComponent(unit)}/letter${part}?${new URLSearchParams({ letter }).toString()}`;

const Attached = ({ visit, unit, letter }: { visit: Known; unit: string; letter: OwnLetter }) => {
  const { say, c } = visit;
  return (
    <>
      <h2>{say('附件', 'Attached')}</h2>
      <ul>
        {letter.attached.map(({ name, dates }) => (
          <li>
            <a href={letterAt(unit, c.req.query('letter') ?? '', `/${name}.ics`)}>
              {name === 'dates'
                ? say('日历（要记下的日期）', 'Calendar: dates to keep')
                : say('日历（已办结、应移除的日期）', 'Calendar: dates that are done with')}
            </a>
            {bracketed(visit, dates.map(({ duty, dueOn }) => `${dutySaid(visit, duty)} ${dueOn}`).join(say('、', ', ')))}
          </li>
        ))}
      </ul>
    </>
  );
};

const Sent = ({ visit, letter }: { visit: Known; letter: OwnLetter }) => {
  const { say } = visit;
  const rows = letter.receivers.map(({ channel, to, state, sentAt, said }) => [
    say(...(CHANNELS[channel] ?? [channel, channel])),
    to,
    <>
      <State visit={visit} state={letterState(state)} /> {said !== undefined && <small>{said}</small>}
    </>,
    sentAt === undefined ? '—' : timeSaid(sentAt),
  ]);
  const head = [say('方式', 'By'), say('收件人', 'To'), say('状态', 'State'), say('发出时间（实际时钟）', 'Sent (wall clock)')];
  return (
    <>
      <h2>{say('送达情况', 'What became of it')}</h2>
      <Table head={head} rows={rows} label={say('送达情况', 'What became of it')} />
    </>
  );
};

const UNKNOWN = {
  code: 'unknown-letter',
  zh: '没有写给该单位的这封信件：请从“信件”列表打开。',
  en: 'No such letter was written to this unit: open it from the list of its letters.',
} as const;

async function letterIn(visit: Known): Promise<OwnLetter | Shown> {
  const { c, deps, caller } = visit;
  const found = await deps.reading.letter(caller, c.req.param('id') ?? '', c.req.query('letter') ?? '');
  if (found === undefined) return failing(visit, UNKNOWN);
  return isRefusal(found) ? refusing(visit, found) : found;
}

const isLetter = (one: OwnLetter | Shown): one is OwnLetter => 'matters' in one;

async function letterPage(visit: Known): Promise<Shown> {
  const { c, say } = visit;
  const letter = await letterIn(visit);
  if (!isLetter(letter)) return letter;
  const unit = c.req.param('id') ?? '';
  const body = (
    <>
      <UnitWays visit={visit} unit={unit} />
      <p>
        <a href={`/units/${encodeURIComponent(unit)}/letters`}>{say('全部信件', 'All letters')}</a> · {timeSaid(letter.at)}
      </p>
      <article class="notice" lang="zh-CN">
        <p>{letter.greeting}</p>
        {letter.matters.map((matter) => (
          <MatterSaid matter={matter} alone={letter.matters.length === 1} />
        ))}
        <p>问谁：{letter.ask}</p>
        <p class="hint" lang="en">
          {letter.en}
        </p>
      </article>
      {letter.attached.length > 0 && <Attached visit={visit} unit={unit} letter={letter} />}
      <Sent visit={visit} letter={letter} />
    </>
  );
  return { title: letter.subject, body };
}

/** `GET /units/ID/letter?letter=`: a letter that was written to a unit, as it went out; `…/dates.ics`, `…/done.ics`: what was attached. */
export function addLetterPage(pages: Pages): void {
  pages.known('get', '/units/:id/letter', letterPage);
  for (const name of ['dates', 'done'] as const)
    pages.known('get', `/units/:id/letter/${name}.ics`, async (visit) => {
      const letter = await letterIn(visit);
      if (!isLetter(letter)) return letter;
      const part = letter.attached.find((one) => one.name === name);
      if (!part) return failing(visit, UNKNOWN);
      return { file: new TextEncoder().encode(part.ics), type: 'text/calendar; charset=utf-8', name: `${name}.ics` };
    });
}
