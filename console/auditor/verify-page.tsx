import { failing, Form, Table, type Pages } from '../pages.js';
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
        <p class="hint">
          {say('离线核验与导出：', 'Offline, and for export: ')}
          <code>luyue audit verify</code>、<code>luyue audit anchors</code>、<code>luyue ledger export</code>
        </p>
      </>
    );
    return Promise.resolve({ title: title(visit), body });
  });
  pages.known('post', '/verify', async (visit) => {
    if (!mayVerify(visit)) return no(visit);
    return { title: title(visit), body: <Found visit={visit} found={await visit.deps.reading.verify()} /> };
  });
}
