import { AuctionList } from './city/market-pages.js';
import type { Known } from './visit.js';
import { actSaid } from './words.js';

/** What the exchange sends, and when. */
const SENT = [
  ['settle-trade', '每笔成交结算后', 'after the settlement of each trade'],
  ['record-cover', '竞价报价开始之前', 'before the bids of an auction begin'],
  ['credit-auction', '竞价结果公布、价款到账之后', 'once the result of an auction is published and paid for'],
] as const;

/** So many auctions, the latest first; the others on their page. */
const LATEST = 3;

/** 北京绿色交易所: what its system sends and when, and the auctions that wait for it. */
export const ForExchange = async ({ visit }: { visit: Known }) => {
  const { say, deps } = visit;
  const all = await deps.reading.auctions();
  return (
    <>
      <h2>{say('由贵方系统报送', 'Sent by your own system')}</h2>
      <ul>
        {SENT.map(([act, zh, en]) => (
          <li>
            <b>{actSaid(visit, act)}</b>
            {say('：', ': ')}
            {say(zh, en)}
          </li>
        ))}
      </ul>
      <p>
        <a href="/docs">{say('接口说明：怎样报送，怎样查询结果', 'How programs send these, and ask what became of them')}</a>
      </p>
      <h2>{say('有偿竞价', 'Auctions')}</h2>
      <AuctionList visit={visit} all={all.slice(0, LATEST)} />
      <p class="links">
        {all.length > LATEST && <a href="/auctions">{say(`全部 ${String(all.length)} 场`, `All ${String(all.length)}`)}</a>}
        <a href="/timetable">{say('本周期的期限与进度', 'Every date of the cycle, and how far it is')}</a>
      </p>
    </>
  );
};
