import type { Reply } from '../desk/front.js';
import { isoOf } from '../domain/model/instant.js';
import { Brought } from './brought.js';
import { failing, State } from './pages.js';
import { actSaid, timeSaid } from './words.js';
import type { Known, Shown } from './visit.js';
import { actorNamed } from './who.js';

const Came = ({ visit, reply }: { visit: Known; reply: Reply }) => {
  const { say } = visit;
  switch (reply.state) {
    case 'stored':
      return (
        <p>
          {reply.suspended
            ? say(
                '已收讫，时间以上述受理时刻为准；案件暂停，恢复后办理，您无须再做任何事。',
                'Stored, and its time counts. The case stands still and takes it up once it is revived; you need do nothing.',
              )
            : say(
                '已收讫，时间以上述受理时刻为准；尚未办结，稍后刷新本页查看。',
                'Stored, and its time counts. It is not decided yet: reload this page a little later.',
              )}
        </p>
      );
    case 'decided':
      return (
        <p>
          {say('已办结，记录在案。', 'Decided and on record.')}
          {reply.next !== undefined &&
            say(
              `平台在 ${timeSaid(isoOf(reply.next))} 处理下一个日期，届时如需办理会有信件通知。`,
              ` The platform takes up the next date at ${timeSaid(isoOf(reply.next))}; a letter tells if something is to be done.`,
            )}
        </p>
      );
    case 'refused':
      return (
        <div class="notice wrong" role="alert">
          <p>
            <strong lang="zh-CN">{reply.refusal.zh}</strong>
          </p>
          <p lang="en">{reply.refusal.en}</p>
          {reply.refusal.clause !== undefined && <p>{reply.refusal.clause}</p>}
        </div>
      );
    case 'proposed':
      return (
        <p>
          {say('已提出，待另一名人员批准：', 'Proposed; another officer approves it: ')}
          <a href={`/approvals/${encodeURIComponent(reply.approval)}`}>{reply.approval}</a>
        </p>
      );
  }
};

/** Where one goes from here: to what is to be done next. */
const Onwards = ({ visit, unit }: { visit: Known; unit: string | undefined }) => {
  const { say, caller } = visit;
  const own = caller.appointments.some(({ party }) => party === unit);
  return (
    <p class="links">
      {own && <a href="/">{say('下一步：还有什么要办', 'Next: what else is to be done')}</a>}
      {!own && <a href="/">{say('下一步：回到首页的待办', 'Next: back to what waits')}</a>}
      {own && unit !== undefined && (
        <a href={`/units/${encodeURIComponent(unit)}/requests`}>{say('全部办理记录', 'All that was asked')}</a>
      )}
    </p>
  );
};

/** The receipt of a request, at its permanent address. */
export async function receipt(visit: Known): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const id = c.req.param('id') ?? '';
  const reply = await deps.front.act(caller, id);
  const asked = await deps.front.asked(caller, id);
  if (!reply || !asked)
    return failing(visit, {
      code: 'unknown-act',
      zh: '您没有提出过这一编号的事项。请核对地址；如刚才提交时出错，请返回表单重新提交，不会重复办理。',
      en: 'You have asked nothing by this id. Check the address; if sending failed, go back to the form and send it again: it is done once.',
    });
  const code = await deps.reading.receiptCode(caller, id);
  // who asks for what is another's is refused, and is told no name
  const isTheirs = reply.state !== 'refused' || caller.appointments.some(({ party }) => party === asked.for);
  const name = asked.for !== undefined && isTheirs ? (await deps.reading.names([asked.for])).get(asked.for) : undefined;
  const body = (
    <article class="receipt" data-sent data-waits={reply.state === 'stored' ? 'yes' : undefined}>
      <p class="lead">
        <State visit={visit} state={reply.state} />
      </p>
      <dl class="facts">
        <dt>{say('编号', 'Id')}</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>{say('事项', 'Act')}</dt>
        <dd>{actSaid(visit, asked.do)}</dd>
        {asked.for !== undefined && (
          <>
            <dt>{say('单位', 'Unit')}</dt>
            <dd>
              <a href={`/units/${encodeURIComponent(asked.for)}`}>{asked.for}</a> {name}
            </dd>
          </>
        )}
        <dt>{say('受理时刻', 'Stamped')}</dt>
        <dd>
          <time datetime={isoOf(reply.at)}>{timeSaid(isoOf(reply.at))}</time> {say('（北京时间）', '(Beijing)')}
        </dd>
        <dt>{say('提交人', 'By')}</dt>
        <dd>{actorNamed(visit, asked.by)}</dd>
        <dt>{say('内容', 'What it says')}</dt>
        <dd>
          <Brought visit={visit} brings={asked.with} act={asked.do} />
        </dd>
      </dl>
      <Came visit={visit} reply={reply} />
      {code !== undefined && (
        <p>
          <a href={`/receipts/${code}`}>
            {say('回执', 'Receipt')} <code>{code}</code>
          </a>{' '}
          · <a href={`/receipts/${code}/receipt.pdf`}>PDF</a>
        </p>
      )}
      <Onwards visit={visit} unit={asked.for} />
      <p class="hint">{say('本页地址长期有效，可收藏或打印。', 'This page keeps its address: bookmark or print it.')}</p>
    </article>
  );
  const title = reply.state === 'refused' ? say('未受理', 'Refused') : say('回执', 'Receipt');
  return { title: `${title} · ${actSaid(visit, asked.do)}`, body };
}
