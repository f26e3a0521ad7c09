import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dutyCalled } from '../../domain/letters/names.js';
import { histories, OUTCOMES, type OutcomeName } from './histories.js';

/** The same in Chinese and English. */
interface Both {
  readonly zh: string;
  readonly en: string;
}

/** What the notice lets become of one duty, as docs/duty-matrix.yaml says it. */
interface Declared {
  /** Who is told when it is missed: `unit overdue`, `city escalation` …; nobody of a right that lapses. */
  readonly missed: readonly string[];
  /** Whether a miss opens a referral. */
  readonly refers?: true;
  /** Outcomes that cannot be, each with its reason; every other one occurs. */
  readonly cannot: Readonly<Partial<Record<OutcomeName, Both>>>;
}

/** A matter that opens beside the duties. */
interface DeclaredMatter extends Both {
  readonly told: readonly string[];
  readonly open: Both;
  readonly closed: Both;
}

interface Matrix {
  readonly outcomes: Readonly<Record<OutcomeName, Both>>;
  readonly duties: Readonly<Record<string, Declared>>;
  readonly matters: Readonly<Record<'referral' | 'rectification', DeclaredMatter>>;
}

export const readMatrix = (): Matrix =>
  parse(readFileSync(new URL('../../docs/duty-matrix.yaml', import.meta.url), 'utf8')) as Matrix;

const PARTIES: Readonly<Record<string, string>> = { unit: '单位', district: '区', city: '市', platform: '平台' };
const MAILS: Readonly<Record<string, string>> = {
  overdue: '逾期',
  escalation: '督办',
  referral: '立案',
  rectification: '立案',
};
/** `city escalation` as people read it. */
const told = (list: readonly string[]): string =>
  list.length === 0
    ? '— nobody'
    : list
        .map((one) => {
          const [party = '', mail = ''] = one.split(' ');
          return `${PARTIES[party] ?? ''}（${MAILS[mail] ?? ''}） ${one}`;
        })
        .join('; ');

/** How many scenarios are named where more show the same. */
const NAMED = 3;
const named = (scenarios: readonly string[]): string => {
  const all = [...new Set(scenarios)].sort();
  const links = all.slice(0, NAMED).map((name) => `[${name}](../test/scenarios/${name}.yaml)`);
  return [...links, ...(all.length > NAMED ? ['…'] : [])].join(', ');
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const both = ({ zh, en }: Both): string => `${zh}<br>${en}`;

/** docs/duty-matrix.md: every duty of the notice by what can become of it, with the scenarios that show it. */
export function dutyMatrix(): string {
  const { outcomes, duties: declared, matters } = readMatrix();
  const played = histories();
  const shown = (duty: string, outcome: OutcomeName): string =>
    named(
      played.duties.filter((one) => one.said && one.duty === duty && one.outcome === outcome).map(({ scenario }) => scenario),
    );
  const toldIn = (of: string): string =>
    named(played.told.filter((one) => one.said && one.of === of).map(({ scenario }) => scenario));
  const names = Object.keys(declared);
  const sections = names.flatMap((name) => {
    const { cannot, missed, refers } = declared[name] ?? { cannot: {}, missed: [] };
    const duty = dutyCalled(name) ?? dutyCalled(`${name}/2024-01`);
    const rows = OUTCOMES.map((outcome) => {
      const why = cannot[outcome];
      return [both(outcomes[outcome]), why ? `— ${both(why)}` : shown(name, outcome)];
    });
    const miss = missed.length === 0 ? '—' : `${told(missed)}: ${toldIn(name)}`;
    rows.push(['错过之时告知<br>told when it is missed', miss]);
    if (refers) rows.push(['立案<br>referral opened', toldIn(`referral ${name}`)]);
    return [
      `## ${duty?.zh.replace(/^\d{4}-\d{2} /, '') ?? ''} \`${name}\``,
      `${duty?.clause ?? ''} · ${PARTIES[duty?.owedBy ?? ''] ?? ''}`,
      table(['结果 what became of it', '情景 scenarios, or why it cannot be'], rows),
    ];
  });
  const overview = table(
    ['', ...OUTCOMES.map((outcome) => both(outcomes[outcome]))],
    names.map((name) => [`\`${name}\``, ...OUTCOMES.map((outcome) => (declared[name]?.cannot[outcome] ? '—' : '●'))]),
  );
  const matterRows = [...new Set(played.matters.map(({ matter }) => matter))].sort().map((matter) => {
    const words = matters[matter.split(' ')[0] === 'referral' ? 'referral' : 'rectification'];
    const ends = (end: 'open' | 'closed'): string =>
      named(played.matters.filter((one) => one.said && one.matter === matter && one.end === end).map(({ scenario }) => scenario));
    return [`${both(words)}<br>\`${matter}\``, `${told(words.told)}: ${toldIn(matter)}`, ends('closed'), ends('open')];
  });
  return [
    '# 各项义务与结果 What can become of each duty',
    'Written by `npm run docs` from `docs/duty-matrix.yaml` and from the scenarios; change those, not this page.',
    '通知（京环发〔2024〕8号）第三部分的每一项义务，可能出现的每一种结果，都有一个情景演示：情景文件所附的预期（`.expect.yaml`）由人依据通知写成，程序的结果须与之相符。不可能出现的结果写明理由。月度事项十二个月合为一行；检查一行的“退回”指其所检查的报送。',
    'Each duty of part 三 of the notice with each thing that can become of it: a scenario shows it, and the expectation beside the scenario, written by hand from the notice, says so. What cannot be has its reason. The twelve months are one row. In the row of a check, "returned" speaks of the filing that it checked.',
    overview,
    ...sections,
    '## 另立事项 Matters beside the duties',
    table(['事项 matter', '告知 told when it opens', '了结 closed', '未了结 still open at the end'], matterRows),
    '',
  ].join('\n\n');
}
