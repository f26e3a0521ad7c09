import type { AuctionShown } from '../../views/offices.js';
import { Table, type Pages } from '../pages.js';
import { timeSaid, tonnesSaid } from '../words.js';
import type { Known, Shown } from '../visit.js';
import { FOR_THE_CITY, seeing, Ways } from './office-ways.js';

const PHASES: Readonly<Record<AuctionShown['phase'], readonly [zh: string, en: string]>> = {
  announced: ['已公告', 'announced'],
  bidding: ['报价中', 'bidding'],
  opening: ['开标中', 'opening'],
  delivering: ['交付中', 'delivering'],
  delivered: ['已交付', 'delivered'],
  published: ['已公布', 'published'],
};

/** Auctions with what has come of each so far; or that there is none. */
export const AuctionList = ({ visit, all }: { visit: Known; all: readonly AuctionShown[] }) => {
  const { say } = visit;
  if (all.length === 0)
    return (
      <p>
        {say('还没有竞价：公告经批准后列在这里。', 'There is no auction yet: one stands here once its announcement is approved.')}
      </p>
    );
  const rows = all.map(({ auction, cycle, phase, lot, floor, opensAt, closesAt, covered, sealed, opened, result }) => [
    <code>{auction}</code>,
    String(cycle),
    say(...PHASES[phase]),
    tonnesSaid(lot),
    floor,
    `${timeSaid(opensAt)} – ${timeSaid(closesAt)}`,
    `${String(covered)} / ${String(sealed)} / ${String(opened)}`,
    result ? `${result.price ?? '—'} · ${tonnesSaid(result.sold)} t` : '—',
  ]);
  const head = [
    ...[
      say('编号', 'Id'),
      say('周期', 'Cycle'),
      say('阶段', 'Phase'),
      say('总量（吨）', 'Lot (t)'),
      say('底价（元/吨）', 'Floor (yuan/t)'),
    ],
    ...[say('报价时间', 'Bids'), say('保证金 / 密封 / 已开', 'Covered / sealed / opened'), say('成交', 'Sold')],
  ];
  return <Table head={head} rows={rows} label={say('有偿竞价', 'Auctions')} numeric={[3, 4]} />;
};

async function auctionsPage(visit: Known): Promise<Shown> {
  const { say, deps } = visit;
  const all = await deps.reading.auctions();
  const body = (
    <>
      <p class="links">
        <Ways visit={visit} ways={[['announce-auction', '', '公告竞价', 'Announce an auction']]} />
      </p>
      <AuctionList visit={visit} all={all} />
    </>
  );
  return { title: say('有偿竞价', 'Auctions'), body };
}

async function verifiersPage(visit: Known): Promise<Shown> {
  const { say, deps } = visit;
  const all = await deps.reading.verifiers();
  const rows = all.map(({ verifier, engaged, issued, named, struckOff }) => [
    <>
      <code>{verifier}</code> {struckOff && <span class="state refused">{say('已除名', 'struck off')}</span>}
    </>,
    ...[engaged, issued, named].map(String),
    struckOff ? (
      ''
    ) : (
      <Ways
        visit={visit}
        ways={[
          ['assess-verifier', `?with.verifier=${verifier}`, '评估', 'Assess'],
          ['strike-off-verifier', `?with.verifier=${verifier}`, '除名', 'Strike off'],
        ]}
      />
    ),
  ]);
  const head = [
    ...[say('核查机构', 'Verifier'), say('委托中的单位', 'Units that engaged it'), say('已出具报告', 'Reports issued')],
    ...[say('报送中指明的单位', 'Named by units'), say('提出', 'Propose')],
  ];
  const body =
    rows.length === 0 ? (
      <p>
        {say(
          '本周期还没有核查机构：有单位委托、或者有人受任命后列在这里。',
          'No verifier in this cycle yet: one stands here once a unit engages it, or somebody is appointed for it.',
        )}
      </p>
    ) : (
      <Table head={head} rows={rows} label={say('核查机构', 'Verifiers')} numeric={[1, 2, 3]} />
    );
  return { title: say('核查机构', 'Verifiers'), body };
}

/** `GET /auctions`, `GET /verifiers`: what is kept of both, with the way to decide something about them. */
export function addMarketPages(pages: Pages): void {
  pages.known('get', '/verifiers', seeing('approvals', FOR_THE_CITY, verifiersPage));
  pages.known(
    'get',
    '/auctions',
    seeing(
      'auctions',
      ['竞价由单位、交易所和市生态环境部门查看。', 'Auctions are for units, the exchange and the city authority.'],
      auctionsPage,
    ),
  );
}
