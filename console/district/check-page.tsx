import { own } from '../../domain/model/own.js';
import { isRefusal, refuse } from '../../domain/model/refusal.js';
import type { Finding } from '../../domain/rules/finding.js';
import type { Json } from '../../domain/model/json.js';
import type { Filed, PackageShown } from '../../views/packages.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { actFor } from '../act-forms.js';
import { Brought } from '../brought.js';
import { refusing, State, Table, type Pages } from '../pages.js';
import { Otherwise } from '../unit/missed.js';
import { colon, dutySaid, timeSaid } from '../words.js';
import type { Known } from '../visit.js';

const SEVERITY: Readonly<Record<Finding['severity'], readonly [zh: string, en: string]>> = {
  error: ['错误', 'error'],
  warning: ['须说明', 'needs a reason'],
  question: ['请核对', 'look again'],
};

const WORST: readonly Finding['severity'][] = ['error', 'warning', 'question'];
const byWorst = (a: Finding, b: Finding): number => WORST.indexOf(a.severity) - WORST.indexOf(b.severity);

const Findings = ({ visit, shown }: { visit: Known; shown: PackageShown }) => {
  const { say } = visit;
  const { findings, unchecked } = shown;
  if (unchecked !== undefined)
    return (
      <p class="notice">
        {say('未能自动核对：', 'It could not be compared: ')}
        {unchecked}
      </p>
    );
  if (findings.length === 0)
    return <p>{say('自动核对未发现异常（与上月相比）。', 'Compared with the month before, nothing stands out.')}</p>;
  const rows = [...findings].sort(byWorst).map(({ severity, about, zh, en, numbers }) => [
    say(...SEVERITY[severity]),
    about,
    say(zh, en),
    Object.entries(numbers)
      .map(([of, value]) => `${of}${colon(visit)}${value}`)
      .join(visit.say('；', '; ')),
  ]);
  const head = [say('程度', 'Severity'), say('项目', 'About'), say('发现', 'Finding'), say('数值', 'Numbers')];
  return <Table head={head} rows={rows} label={say('异常', 'Findings')} />;
};

const figuresOf = (brings: Json): Map<string, string> => {
  const flat = new Map<string, string>();
  if (typeof brings !== 'object' || brings === null || Array.isArray(brings)) return flat;
  for (const [name, value] of Object.entries(brings as Readonly<Record<string, Json>>)) {
    if (typeof value === 'string' || typeof value === 'number') flat.set(name, String(value));
    if (name === 'fuels' && Array.isArray(value))
      for (const one of value as readonly { fuel?: string; consumption?: string }[])
        if (one.fuel !== undefined) flat.set(one.fuel, one.consumption ?? '');
  }
  flat.delete('month');
  return flat;
};

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  electricityMWh: ['用电量（MWh）', 'electricity (MWh)'],
  greenElectricityMWh: ['其中绿电（MWh）', 'green electricity (MWh)'],
  heatGJ: ['外购热力（GJ）', 'heat (GJ)'],
  'natural-gas': ['天然气（万m³）', 'natural gas (10,000 m³)'],
  gasoline: ['汽油（t）', 'gasoline (t)'],
  diesel: ['柴油（t）', 'diesel (t)'],
  lpg: ['液化石油气（t）', 'LPG (t)'],
  kerosene: ['煤油（t）', 'kerosene (t)'],
  'fuel-oil': ['燃料油（t）', 'fuel oil (t)'],
  emissions: ['排放量（t）', 'emissions (t)'],
};

/** How much a figure has changed, in whole per cent; nothing where it cannot be said. */
const change = (now: string | undefined, then: string | undefined): string => {
  const [a, b] = [Number(now), Number(then)];
  if (now === undefined || then === undefined || !Number.isFinite(a) || !Number.isFinite(b) || b === 0) return '—';
  const share = Math.round(((a - b) / b) * 100);
  return `${share > 0 ? '+' : ''}${String(share)} %`;
};

const Beside = ({ visit, filed, previous }: { visit: Known; filed: Filed; previous: Filed | undefined }) => {
  const { say } = visit;
  const [now, then] = [figuresOf(filed.brings), previous ? figuresOf(previous.brings) : new Map<string, string>()];
  const rows = [...new Set([...now.keys(), ...then.keys()])].map((name) => [
    say(...(own(NAMES, name) ?? ([name, name] as const))),
    now.get(name) ?? '—',
    then.get(name) ?? '—',
    change(now.get(name), then.get(name)),
  ]);
  const head = [say('项目', 'Figure'), say('本次', 'This one'), say('上月', 'Month before'), say('变化', 'Change')];
  return <Table head={head} rows={rows} label={say('与上月对照', 'Beside the month before')} numeric={[1, 2, 3]} />;
};

const hidden = (unit: string, month: string | undefined) => (
  <>
    <input type="hidden" name="for" value={unit} />
    {month !== undefined && <input type="hidden" name="month" value={month} />}
  </>
);

/** Pass, or return with what has to be put right: the findings stand there to be kept, changed or taken out. */
const Decide = ({ visit, unit, duty, shown }: { visit: Known; unit: string; duty: string; shown: PackageShown }) => {
  const { say } = visit;
  const act = actFor(visit.caller, duty, unit);
  if (!act)
    return (
      <p class="notice">
        {say(
          '您可以查看，但不能检查：检查由该区经办人员作出。',
          'You may look at it; the check is made by an officer of the district.',
        )}
      </p>
    );
  const path = `${act.href.split('?')[0] ?? ''}/check`;
  const month = duty.split('/')[1];
  return (
    <>
      <form method="get" action={path}>
        {hidden(unit, month)}
        <input type="hidden" name="result" value="pass" />
        <button type="submit">{say('通过：下一步核对', 'Pass: look it over')}</button>
      </form>
      <form method="get" action={path}>
        {hidden(unit, month)}
        <input type="hidden" name="result" value="return" />
        <label for="findings">{say('退回：需要更正的内容（每行一条）', 'Return: what has to be put right, one a line')}</label>
        <textarea id="findings" name="findings" rows={4} required>
          {shown.findings.map(({ zh }) => zh).join('\n')}
        </textarea>
        <button class="second" type="submit">
          {say('退回：下一步核对', 'Return: look it over')}
        </button>
      </form>
    </>
  );
};

/** Until when it is to be checked, and what follows otherwise. */
const Window = ({ visit, standing, duty }: { visit: Known; standing: UnitStanding; duty: string }) => {
  const { say } = visit;
  const window = standing.cases.map(({ duties }) => duties[duty]).find((one) => one !== undefined);
  if (!window) return <></>;
  return (
    <p class="lead">
      {window.state === 'overdue' && <State visit={visit} state="overdue" />}{' '}
      {say(`检查期至 ${window.dueOn} 24:00`, `to be checked by the end of ${window.dueOn}`)} ·{' '}
      <Otherwise visit={visit} duty={duty} record={window} cases={standing.cases} />
    </p>
  );
};

/** `GET /check?unit&duty`: what was filed, beside what came before, with what stands out, and the two decisions. */
export function addCheckPage(pages: Pages): void {
  pages.known('get', '/check', async (visit) => {
    const { c, deps, caller, say } = visit;
    const [unit, duty] = [c.req.query('unit') ?? '', c.req.query('duty') ?? ''];
    const standing = await deps.reading.status(caller, unit, {});
    if (isRefusal(standing)) return refusing(visit, standing);
    const shown = await deps.reading.package(caller, unit, duty);
    if (shown && isRefusal(shown)) return refusing(visit, shown);
    if (!shown)
      return refusing(
        visit,
        refuse('too-early', '该单位尚未报送此项，无可检查', 'the unit has not filed this yet: there is nothing to check'),
      );
    const { filed, previous, earlier } = shown;
    const body = (
      <>
        <p>
          <a href={`/units/${encodeURIComponent(unit)}`}>{standing.name}</a> <code>{unit}</code> ·{' '}
          {say(`报送于 ${timeSaid(filed.at)}`, `filed at ${timeSaid(filed.at)}`)}
        </p>
        <Window visit={visit} standing={standing} duty={duty} />
        <h2>{say('自动核对', 'What stands out')}</h2>
        <Findings visit={visit} shown={shown} />
        <h2>{say('数据', 'Figures')}</h2>
        <Beside visit={visit} filed={filed} previous={previous} />
        <details>
          <summary>{say('报送全文与附件', 'All that was filed')}</summary>
          <Brought visit={visit} brings={filed.brings} />
          {earlier.map((one) => (
            <>
              <h3>{say(`此前报送 ${timeSaid(one.at)}`, `filed before, at ${timeSaid(one.at)}`)}</h3>
              <Brought visit={visit} brings={one.brings} />
            </>
          ))}
        </details>
        <h2>{say('决定', 'Decide')}</h2>
        <Decide visit={visit} unit={unit} duty={duty} shown={shown} />
      </>
    );
    return { title: `${dutySaid(visit, duty)} · ${standing.name}`, body };
  });
}
