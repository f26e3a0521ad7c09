import { randomUUID } from 'node:crypto';
import { definitionOf } from '../../acts/vocabulary.js';
import { shapeErrors } from '../../documents/forms/shape.js';
import type { Seal } from '../../documents/seals/seals.js';
import { isoOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { entitled } from '../../parties/entitled.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { dutyOfAct } from '../act-forms.js';
import { failing, Form as PostForm, refusing, type Pages } from '../pages.js';
import type { Said } from '../deps.js';
import { actSaid, timeSaid } from '../words.js';
import { said, withQuery, type Known, type Shown } from '../visit.js';
import { actorNamed } from '../who.js';
import { FilingForetold } from './filing-foretold.js';
import { FormChanged } from './form-changed.js';
import { isSaid, opened, paperAt, paperSaid, SavedLine, Steps, type Opened } from './opened.js';
import { DocumentSaid } from './said-document.js';
import { SecondFactorFirst } from '../second-factor.js';

/** What is about to be filed, by which act, for which unit, under which id. */
interface Filing extends Opened {
  readonly act: string;
  readonly bearsSeal: boolean;
  readonly unit: UnitStanding;
  readonly seals: readonly Seal[];
  readonly request: string;
}

const SEAL_WORDS: Readonly<Record<Seal['kind'], readonly [zh: string, en: string]>> = {
  certificate: ['本方证书签章', 'by your own certificate'],
  platform: ['签章平台', 'by a seal platform'],
  witness: ['平台见证（签署人二次验证）', 'witnessed by the platform, after the signer’s second factor'],
};

export const SealsSaid = ({ visit, seals }: { visit: Known; seals: readonly Seal[] }) => (
  <ul>
    {seals.map(({ seal, kind, madeAt, madeBy, test }) => (
      <li>
        <code>{seal}</code> {visit.say(...SEAL_WORDS[kind])} · {timeSaid(isoOf(madeAt))} · {actorNamed(visit, madeBy)}
        {test && ` · ${visit.say('测试签章，仅用于演示', 'a test seal: worth nothing outside of a demonstration')}`}
      </li>
    ))}
  </ul>
);

/** Where the seal stands, and the two ways to one. */
const Sealing = ({ visit, filing, witness }: { visit: Known; filing: Filing; witness: boolean }) => {
  const { say } = visit;
  const { row, seals } = filing;
  return (
    <section>
      <h2>{say('签章', 'Seal')}</h2>
      {seals.length > 0 ? (
        <SealsSaid visit={visit} seals={seals} />
      ) : (
        <p>
          {witness
            ? say(
                '报送时由平台见证：签署人二次验证后，平台对上述内容签章。也可使用本单位证书：',
                'Filing it, the platform bears witness: after your second factor it signs what stands above. Or use your own certificate: ',
              )
            : say('本平台须使用本单位证书签章：', 'On this platform it is sealed by your own certificate: ')}
          <a href={paperAt(row, '/seal')}>{say('用证书签章', 'seal it by certificate')}</a>
        </p>
      )}
    </section>
  );
};

const notReady = (visit: Known, { row, form }: Opened): string | undefined => {
  const { say } = visit;
  if (row.state === 'filed') return say('此版已报送。', 'This version is filed already.');
  if (!row.latest) return say('这不是最新版本。', 'This is not the latest version.');
  if (form.act === undefined) return say('此文件不单独报送。', 'This document is filed by no act of its own.');
  return shapeErrors(form, row.values).length > 0 ? say('内容尚不完整。', 'It is not whole yet.') : undefined;
};

/** The button that names the act; or why there is none, and what comes first. */
const Sending = async ({ visit, filing }: { visit: Known; filing: Filing }) => {
  const { deps, caller, signed, say, here } = visit;
  const { row, act, unit, seals, bearsSeal, request } = filing;
  const unready = notReady(visit, filing);
  if (unready !== undefined)
    return (
      <p class="notice">
        {unready} <a href={paperAt(row, row.state === 'filed' ? '' : '/check')}>{say('查看', 'Look at it')}</a>
      </p>
    );
  const witness = bearsSeal && (await deps.papers.isWitnessEnough(row));
  const verifiers = row.party === row.unit ? [] : [row.party];
  const may = entitled(caller, {
    what: act,
    unit: { id: unit.unit, district: unit.district, verifiers },
    at: deps.now(),
    now: deps.wall(),
  });
  const button = `${say('提交：', 'Submit: ')}${actSaid(visit, act)}`;
  const to = isRefusal(may) && may.refused === 'step-up-required' ? deps.stepUpFirst(signed.session, here) : undefined;
  const mayNot = isRefusal(may) && to === undefined ? may : undefined;
  return (
    <>
      {bearsSeal && <Sealing visit={visit} filing={filing} witness={witness} />}
      {mayNot ? (
        <p class="notice">
          {mayNot.refused === 'not-allowed' && bearsSeal
            ? say(
                '此项须由本单位签署人报送。草稿和说明已保存；签署人登录后从“文件”打开即可。',
                'A signer of your party files this. The draft is kept: the signer finds it under "Documents".',
              )
            : say(mayNot.zh, mayNot.en)}
        </p>
      ) : to !== undefined ? (
        <SecondFactorFirst visit={visit} to={to}>
          {say(
            '此事项代表本单位签章，报送前须验证第二因素；验证后回到本页。',
            'This stands for the seal of the unit: show a second factor first. You come back to this page.',
          )}
        </SecondFactorFirst>
      ) : bearsSeal && !witness && seals.length === 0 ? (
        <a class="act" href={paperAt(row, '/seal')}>
          {say('下一步：用证书签章', 'Next: seal it by certificate')}
        </a>
      ) : (
        <PostForm visit={visit} action={paperAt(row, '/submit')}>
          <input type="hidden" name="request" value={request} />
          <input type="hidden" name="version" value={String(row.version)} />
          <input type="hidden" name="sha256" value={row.sha256} />
          <button type="submit">{button}</button>
        </PostForm>
      )}
    </>
  );
};

function lookedOver(visit: Known, filing: Filing, wrong?: Said): Shown {
  const { say, deps } = visit;
  const { row, unit, act } = filing;
  const base = dutyOfAct(act);
  const name = row.month === null ? base : `${base ?? ''}/${row.month}`;
  const due = unit.cases.flatMap(({ duties }) => Object.entries(duties)).find(([duty]) => duty === name);
  const body = (
    <>
      <Steps visit={visit} row={row} at="/submit" />
      <p>
        {row.state === 'filed'
          ? say('以下是已报送的内容。', 'This is what was filed.')
          : say('请核对以下内容。尚未报送。', 'Look it over. Nothing is filed yet.')}
      </p>
      <SavedLine visit={visit} row={row} />
      <FormChanged visit={visit} one={filing} />
      <dl class="facts">
        <dt>{say('单位', 'Unit')}</dt>
        <dd>
          {unit.name} <code>{unit.unit}</code>
        </dd>
        <dt>{say('履约周期', 'Cycle')}</dt>
        <dd>{row.month === null ? row.cycle : `${String(row.cycle)} · ${row.month}`}</dd>
        {due && (
          <>
            <dt>{say('截止', 'By')}</dt>
            <dd>{say(`${due[1].dueOn} 24:00`, `the end of ${due[1].dueOn}`)}</dd>
          </>
        )}
      </dl>
      <DocumentSaid visit={visit} one={filing} />
      <p>
        <a href={paperAt(row, '/fill')}>{say('修改', 'Change it')}</a>
      </p>
      <FilingForetold visit={visit} one={filing} request={filing.request} />
      <Sending visit={visit} filing={filing} />
    </>
  );
  return {
    title: `${say('核对：', 'Look over: ')}${paperSaid(visit, filing)}`,
    body,
    ...(wrong ? { wrong, status: deps.statusOf(wrong.code) } : {}),
  };
}

async function filingOf(visit: Known): Promise<Filing | Shown> {
  const { deps, caller, c, fields } = visit;
  const one = await opened(visit);
  if (isSaid(one)) return failing(visit, one);
  if (!one.own)
    return failing(visit, {
      code: 'not-allowed',
      zh: '文件由编制单位报送',
      en: 'A document is filed by the party that makes it',
    });
  const { act } = one.form;
  if (act === undefined) return { to: paperAt(one.row) };
  const unit = await deps.reading.status(caller, one.row.unit, {});
  if (isRefusal(unit)) return refusing(visit, unit);
  const seals = await deps.papers.seals(caller, one.row.document);
  const request = fields.get('request') ?? c.req.query('request') ?? '';
  return { ...one, act, unit, request, bearsSeal: definitionOf(act)?.seal === true, seals: isSaid(seals) ? [] : seals };
}

const CHANGED: Said = {
  code: 'document-changed',
  zh: '您核对之后，文件又有修改：请重新核对下面的内容，再报送。',
  en: 'It was changed after you had looked it over: look at it as it is now, and file that.',
};

/** Seals it where nobody has, and files what was looked over, under the id of its form: once, however often it is pressed. */
async function submitting(visit: Known, filing: Filing): Promise<Shown> {
  const { deps, caller, fields } = visit;
  const { row, act, unit, request, seals, bearsSeal } = filing;
  if (request === '') return lookedOver(visit, { ...filing, request: randomUUID() });
  const receipt = { to: `/acts/${encodeURIComponent(request)}` };
  if (await deps.front.act(caller, request)) return receipt;
  if (fields.get('sha256') !== row.sha256) return lookedOver(visit, { ...filing, request: randomUUID() }, CHANGED);
  if (bearsSeal && seals.length === 0) {
    // where the witness is not enough, or none is there, the act says what is missing
    const sealed = await deps.papers.witness(caller, row.document, row.sha256);
    if (isSaid(sealed) && sealed.code === 'step-up-required') return lookedOver(visit, filing, sealed);
  }
  const reply = await deps.front.submit(caller, {
    id: request,
    do: act,
    for: unit.unit,
    cycle: row.cycle,
    with: { document: row.document, version: row.version, sha256: row.sha256 },
  });
  if (reply.state !== 'refused') return receipt;
  const kept = reply.refusal.refused === 'id-used' ? undefined : await deps.front.act(caller, request);
  return kept ? receipt : lookedOver(visit, { ...filing, request: randomUUID() }, said(reply.refusal));
}

/** `/documents/ID/submit`: looked over, sealed, filed; its receipt is at the act's own address. */
export function addSubmitPages(pages: Pages): void {
  pages.known('get', '/documents/:id/submit', async (visit) => {
    const filing = await filingOf(visit);
    if (!('act' in filing)) return filing;
    // the id stands in the address: back, reload and a second press are the same request
    return filing.request === '' ? { to: withQuery(visit.here, { request: randomUUID() }) } : lookedOver(visit, filing);
  });
  pages.known('post', '/documents/:id/submit', async (visit) => {
    const filing = await filingOf(visit);
    return 'act' in filing ? submitting(visit, filing) : filing;
  });
}
