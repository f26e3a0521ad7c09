import { setTimeout as pause } from 'node:timers/promises';
import { isoOf } from '../domain/model/instant.js';
import { Form, type Pages } from './pages.js';
import type { TwinStep } from './twin.js';
import { timeSaid } from './words.js';
import type { Known, Visit } from './visit.js';

const STEPS: readonly TwinStep[] = ['day', 'event', 'deadline'];
/** So long a page waits for the clock; past it the banner tells how far it is. */
const PATIENCE_MS = 8_000;
/** The answer goes out before everything is stopped. */
const GOODBYE_MS = 300;
const DAYS = [
  ['星期日', 'Sunday'],
  ['星期一', 'Monday'],
  ['星期二', 'Tuesday'],
  ['星期三', 'Wednesday'],
  ['星期四', 'Thursday'],
  ['星期五', 'Friday'],
  ['星期六', 'Saturday'],
] as const;

const Buttons = ({ visit }: { visit: Known }) => {
  const { say, deps, here } = visit;
  const { deadline } = deps.twin ?? {};
  const words: Readonly<Record<TwinStep, string>> = {
    day: say('到次日上午', 'Next morning'),
    event: say('到下一事件', 'Next event'),
    deadline: deadline ? say(`到 ${deadline.on} 截止前`, `Close of ${deadline.on}`) : say('到下一截止日', 'Next deadline'),
  };
  return (
    <Form visit={visit} action="/twin/move">
      <input type="hidden" name="to" value={visit.c.req.method === 'GET' ? here : '/'} />
      {STEPS.map((step) => (
        <button class="small" type="submit" name="step" value={step}>
          {words[step]}
        </button>
      ))}
      <a href="/twin">{say('演练说明与重置', 'About, and reset')}</a>
      <noscript>
        <small>{say('移动时钟会离开本页：先保存所填内容', 'It leaves this page: save first what you have typed')}</small>
      </noscript>
    </Form>
  );
};

/** The clock of a training twin, on every page: what it shows, and how to move it. */
export const TwinBanner = ({ visit }: { visit: Visit }) => {
  const { deps, say, signed, caller } = visit;
  const { twin } = deps;
  if (!twin) return <></>;
  const now = isoOf(twin.now());
  const [zh, en] = DAYS[new Date(now.slice(0, 10)).getUTCDay()] ?? DAYS[0];
  const day = say(zh, en);
  const { playing, moving } = twin.state;
  const busy = playing ?? moving;
  return (
    <aside class="twin" aria-label={say('演练时钟', 'Training clock')}>
      <p>
        <strong>{say('演练孪生 · 非真实业务', 'Training twin · nothing here is real')}</strong>{' '}
        <time datetime={now}>{timeSaid(now).slice(0, 16)}</time> <span class="whole">{day}</span>
      </p>
      {busy ? (
        <p role="status" data-waits="yes">
          {playing ? say('正在推演本年度：', 'The year is being played: ') : say('时钟正在前移：', 'The clock is being moved: ')}
          {`${String(busy.done)} / ${String(busy.of)}`}{' '}
          <a href={visit.c.req.method === 'GET' ? visit.here : '/'}>{say('刷新', 'Reload')}</a>
        </p>
      ) : (
        signed && caller && <Buttons visit={{ ...visit, signed, caller }} />
      )}
    </aside>
  );
};

const About = ({ visit }: { visit: Known }) => {
  const { say } = visit;
  return (
    <>
      <p class="lead">
        {say(
          '这里的单位、人员和数据全部虚构，时间也是演练时间：可以随意报送、批准、清缴，把时钟拨到截止日看会发生什么。',
          'Units, people and figures are made up, and so is the time: file, approve and surrender as you like, and move the clock to a deadline to see what happens.',
        )}
      </p>
      <ul>
        <li>
          {say(
            '时钟只能前移；截止日前后发生的提醒、逾期、自动收缴与真实平台完全一致。',
            'The clock moves forward only; reminders, lateness and collections are those of the real platform.',
          )}
        </li>
        <li>
          {say(
            '操作只影响这一份演练数据，任何登录者都可以移动时钟或者重置。',
            'What you do concerns this copy alone; whoever has signed in may move the clock, or reset it.',
          )}
        </li>
        <li>
          {say(
            '一个班多份演练：各用一个目录启动，例如 ',
            'Several at once, for a class: start each in a folder of its own, such as ',
          )}
          <code>npx luyue up --demo --folder twin-2</code>
          {say('，时钟与数据互不影响。', ', each with its own clock and store.')}
        </li>
      </ul>
      <h2>{say('重置', 'Reset')}</h2>
      <p>
        {say(
          '从演示开始的那天上午重新开始，现有演练记录全部清除，约需一分钟。',
          'Begins again on the first morning of the demonstration. All that was done here is gone; it takes about a minute.',
        )}
      </p>
      <Form visit={visit} action="/twin/reset">
        <label class="tick">
          <input type="checkbox" name="sure" value="yes" required /> {say('清除现有演练记录', 'Erase what was done here')}
        </label>
        <button class="second" type="submit">
          {say('重置演练', 'Reset the twin')}
        </button>
      </Form>
    </>
  );
};

/** `GET /twin`, `POST /twin/move`, `POST /twin/reset`: only where this is a training twin. */
export function addTwinPages(pages: Pages): void {
  pages.known('get', '/twin', (visit) =>
    Promise.resolve({ title: visit.say('演练', 'Training twin'), body: <About visit={visit} /> }),
  );
  pages.known('post', '/twin/move', async ({ deps, fields }) => {
    const step = STEPS.find((one) => one === fields.get('step'));
    const to = deps.ownPath(fields.get('to'));
    const moved = step && deps.twin?.move(step).catch((error: unknown) => void deps.failed(error, 'POST'));
    await Promise.race([moved, pause(PATIENCE_MS, undefined, { ref: false })]);
    return { to };
  });
  pages.known('post', '/twin/reset', ({ deps, fields, say }) => {
    if (fields.get('sure') !== 'yes') return Promise.resolve({ to: '/twin' });
    setTimeout(() => deps.twin?.reset(), GOODBYE_MS);
    const body = (
      <p class="lead" role="status">
        {say('正在重置：约一分钟后', 'Being reset: in about a minute ')}
        <a href="/">{say('回到首页', 'go to the start page')}</a>
        {say('并重新登录。', ' and sign in again.')}
      </p>
    );
    return Promise.resolve({ title: say('正在重置', 'Being reset'), body });
  });
}
