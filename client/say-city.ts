import type { Unreached } from '../views/unreached.js';
import type { CycleReport } from '../views/cycle-report.js';
import type { SummedFigures } from '../views/figures.js';
import type { InboxItem } from '../views/inbox.js';
import type { DistrictPunctuality } from '../views/punctuality.js';
import { padTo } from './width.js';

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** What waits, as the platform lists it: under an id, and who has taken it on. */
export type ListedItem = InboxItem & { readonly item?: string; readonly claimedBy?: string };

/** How much was found in what is to be checked, and the worst of it. */
const sayFiling = (filing: NonNullable<InboxItem['filing']>): string => {
  const { document, counts, findings } = filing;
  const [worst] = findings;
  const many = `${String(counts.error)}/${String(counts.warning)}/${String(counts.question)}`;
  return `${document} 提示 findings ${worst ? `${many}: ${worst.zh} ${worst.en}` : '0'}`;
};

const sayItem = (listed: ListedItem): string => {
  const { overdue, unit, name, what, zh, clause, dueOn, since, daysLeft, kind, returned, ordered, item, claimedBy, filing } =
    listed;
  const when =
    dueOn === undefined
      ? '未定期限 no date '
      : `${dueOn} ${overdue ? `逾期 overdue ${String(-(daysLeft ?? 0))}d` : `余 left ${String(daysLeft ?? 0)}d`}`;
  const may = kind === 'right' ? '（可申请 may）' : '';
  const cells = [padTo(when, 27), padTo(`${unit} ${name}`, 28), padTo(what, 26)];
  const more = [
    ...(filing ? [sayFiling(filing)] : []),
    ...(claimedBy === undefined ? [] : [`承办 claimed by ${claimedBy}`]),
    ...(item === undefined ? [] : [item]),
  ];
  const told = `${zh}${may}${returned ? '（已退回 returned）' : ''}${ordered === undefined ? '' : `（${ordered} 已责令改正 ordered）`}（${clause}） 自 since ${since}`;
  return `${overdue ? '!' : ' '} ${[...cells, told, ...more].join(' ')}`;
};

interface SaidInbox {
  readonly of: string;
  readonly at: string;
  readonly items: readonly ListedItem[];
  readonly unreached?: readonly Unreached[];
}

/** An inbox for people. */
export const sayInbox = ({ of, at, items, unreached = [] }: SaidInbox): string => {
  const late = items.filter(({ overdue }) => overdue).length;
  return text([
    `${of} · ${at} · ${String(items.length)} 件待办 waiting，其中逾期 overdue ${String(late)}`,
    ...items.map(sayItem),
    ...(unreached.length > 0 ? ['邮件未送达，请电话联系 letters do not reach, call:'] : []),
    ...unreached.map(
      ({ unit, name, telephone, said }) => `  ${unit} ${name}  ${telephone ?? '未登记电话 no telephone'}  ${said}`,
    ),
  ]);
};

const HEADINGS = [
  '区 district',
  '单位 units',
  '按时 in time',
  '迟 late',
  '未办 missed',
  '在办 open',
  '已核定 overtaken',
  '中位日数 median',
];
const WIDTH = 18;

/** Figures per district for people; a sleeping one is marked. */
export const sayPunctuality = ({ at, districts }: { at: string; districts: readonly DistrictPunctuality[] }): string =>
  text([
    `各区检查及时情况 · how punctual the districts are with their checks, ${at}`,
    HEADINGS.map((heading) => padTo(heading, WIDTH))
      .join('')
      .trimEnd(),
    ...districts.map((one) => {
      const { district, units, inTime, late, missed, open, overtaken, medianDays, asleepSince } = one;
      const cells = [district, units, inTime, late, missed, open, overtaken, medianDays ?? '—'];
      const asleep = asleepSince === null ? '' : `! 自 ${asleepSince} 起未办任何检查 nothing checked since`;
      return `${cells.map((cell) => padTo(String(cell), WIDTH)).join('')}${asleep}`.trimEnd();
    }),
  ]);

const sayFigures = ({ units, status, tonnes, referrals, rectifications, penalties, missed }: SummedFigures): string[] => [
  `  单位 units: 重点 key ${String(units.key)}，一般 general ${String(units.general)}`,
  `  状态 status: ${Object.entries(status)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(' · ')}`,
  `  核定 confirmed ${tonnes.confirmed} t，应清缴 obligation ${tonnes.obligation} t`,
  `  发放 issued: 预发 ${tonnes.issued.preAllocation} + 核发 ${tonnes.issued.finalAllocation} + 有偿 ${tonnes.issued.auction} t；收回 taken back ${tonnes.takenBack} t，未还 debt ${tonnes.debt} t`,
  `  清缴 surrendered ${tonnes.surrendered.allowances} + ${tonnes.surrendered.offsets} t；收缴 collected ${tonnes.collected.allowances} + ${tonnes.collected.offsets} t；缺 short ${tonnes.short} t`,
  `  未报送移交 referrals ${String(referrals.opened)}（open ${String(referrals.open)}）；责令改正 rectifications ${String(rectifications.opened)}（open ${String(rectifications.open)}，逾期 overdue ${String(rectifications.overdue)}）；处罚 penalties ${String(penalties)}`,
  `  未按时 missed: 单位 units ${String(missed.unit)}，区 districts ${String(missed.district)}，市 city ${String(missed.city)}`,
];

/** How many cases are named that hold a cycle open; the JSON has all of them. */
const HOLDS = 50;

/** A cycle's report for people. */
export const sayReport = ({ cycle, at, digest, canClose, holdsOpen, city, districts, verifiersReminded }: CycleReport): string =>
  text([
    `${String(cycle)} 周期总结 · report, ${at}`,
    digest,
    canClose ? '可以结束 · it can be closed' : '尚不能结束 · it cannot be closed yet:',
    ...holdsOpen.slice(0, HOLDS).map(({ unit, zh, en }) => `  ${unit} ${zh} / ${en}`),
    ...(holdsOpen.length > HOLDS ? [`  … ${String(holdsOpen.length)} 个案件 cases`] : []),
    '全市 city',
    ...sayFigures(city),
    ...Object.entries(districts).flatMap(([district, figures]) => [district, ...sayFigures(figures)]),
    '核查机构提醒 verifiers reminded',
    ...(verifiersReminded.length === 0
      ? ['  —']
      : verifiersReminded.map(({ verifier, times, units }) => `  ${verifier} ×${String(times)} (${units.join(', ')})`)),
  ]);
