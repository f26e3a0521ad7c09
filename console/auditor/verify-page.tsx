import { isoOf } from '../../domain/model/instant.js';
import { failing, Form, Table, type Pages } from '../pages.js';
import { timeSaid } from '../words.js';
import type { Verified } from '../../views/verified.js';
import type { Known } from '../visit.js';

const Found = ({ visit, found }: { visit: Known; found: Verified }) => {
  const { say } = visit;
  const { cases, events, anchors, wrong } = found;
  return (
    <>
      <p class="lead" role="status">
        {wrong.length === 0
          ? say('账簿相符：没有发现改动。', 'The book agrees with itself: nothing was changed.')
          : say(`发现 ${String(wrong.length)} 处不符。`, `${String(wrong.length)} things do not agree.`)}
      </p>
      <p>
        {say(
          `重新计算了 ${String(cases)} 个案件的 ${String(events)} 个事件、全部交易封签、${String(anchors)} 个每日锚定，并把所示与事件比对。`,
          `${String(events)} events of ${String(cases)} cases, the seal of every transaction and ${String(anchors)} daily anchors were computed again, and what is shown was compared with the events.`,
        )}
      </p>
      <p class="hint">
        {say('核验于', 'Verified at')} {timeSaid(isoOf(visit.deps.now()))} ·{' '}
        <a href="/verify">{say('再次核验', 'Verify again')}</a>
      </p>
      {wrong.length > 0 && (
        <p class="notice wrong">
          {say(
            '请保留本页并立即告知平台运行人员和市生态环境部门：在查明之前不要据此办理。每一处的含义见下表。',
            'Keep this page, and tell the operators and the city authority at once: nothing should be decided on these until it is known why. Each stands below.',
          )}
        </p>
      )}
      {wrong.length > 0 && (
        <Table
          head={[say('检查', 'Check'), say('对象', 'Subject'), say('发现', 'Found')]}
          rows={wrong.map(({ what, subject, found: how }) => [what, <code>{subject}</code>, how])}
          label={say('不符', 'What does not agree')}
        />
      )}
    </>
  );
};

const mayVerify = ({ caller }: Known): boolean =>
  caller.appointments.some(({ kind }) => kind === 'auditor' || kind === 'city' || kind === 'operator');

/** `GET /verify`, `POST /verify`: whether the book agrees with itself, computed while one waits. */
export function addVerifyPage(pages: Pages): void {
  const title = ({ say }: Known): string => say('核验账簿', 'Verify the book');
  const no = (visit: Known) =>
    failing(visit, {
      code: 'not-allowed',
      zh: '核验由审计人员、市生态环境部门和运行人员进行。',
      en: 'Verification is for auditors, the city authority and operators.',
    });
  pages.known('get', '/verify', (visit) => {
    if (!mayVerify(visit)) return Promise.resolve(no(visit));
    const { say } = visit;
    const body = (
      <>
        <p>
          {say(
            '逐条重算散列链、交易封签与每日锚定，并把页面所示与事件比对。约需数秒，不影响办理。',
            'Computes every hash chain, every seal and every anchor again and compares what is shown with the events. It takes some seconds and hinders nobody.',
          )}
        </p>
        <Form visit={visit} action="/verify">
          <button type="submit">{say('开始核验', 'Verify now')}</button>
        </Form>
        <h2>{say('不依赖本平台的核验', 'Without trusting this platform')}</h2>
        <p>
          {say(
            '以下命令在审计人员自己的机器上运行：重新计算全部散列链；打印每日锚定，与自行保存的相比；导出账簿。',
            'These run on a machine of your own: every hash chain again; the daily anchors, to compare with those that you keep; the ledger.',
          )}
        </p>
        <ul class="plain">
          <li>
            <code>npx luyue audit verify</code>
          </li>
          <li>
            <code>npx luyue audit anchors</code>
          </li>
          <li>
            <code>npx luyue ledger export</code>
          </li>
        </ul>
      </>
    );
    return Promise.resolve({ title: title(visit), body });
  });
  pages.known('post', '/verify', async (visit) => {
    if (!mayVerify(visit)) return no(visit);
    return { title: title(visit), body: <Found visit={visit} found={await visit.deps.reading.verify()} /> };
  });
}
