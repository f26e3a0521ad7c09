import { fileLines, linesOf, second, TEST_WORDS, whatItMeans, type Line } from '../documents/receipts/lines.js';
import { publicOf, STATE_WORDS, type PublicReceipt, type Receipt } from '../documents/receipts/receipt.js';
import { failing, type Pages } from './pages.js';
import type { Said } from './deps.js';
import type { Shown, Visit } from './visit.js';
import { actorNamed } from './who.js';

const UNKNOWN: Said = {
  code: 'unknown-receipt',
  zh: '没有此回执：请核对编号。平台没有出具过的回执不是真的。',
  en: 'There is no such receipt: check the code. What this platform has not given out is not genuine.',
};

const Facts = ({ visit, lines }: { visit: Visit; lines: readonly Line[] }) => (
  <dl class="facts">
    {lines.map(({ zh, en, value, code, said: [inZh, inEn] = [value, value], who }) => (
      <>
        <dt>{visit.say(zh, en)}</dt>
        <dd>{code ? <code>{value}</code> : who ? actorNamed(visit, value) : visit.say(inZh, inEn)}</dd>
      </>
    ))}
  </dl>
);

const Test = ({ visit }: { visit: Visit }) => (
  <p class="notice wrong">
    <strong>{visit.say(...TEST_WORDS)}</strong>
  </p>
);

/** What anybody may know: that it is genuine. No figure, no name. */
const Genuine = ({ visit, receipt }: { visit: Visit; receipt: PublicReceipt }) => {
  const { say } = visit;
  const { code, state, do: what, at } = receipt;
  return (
    <>
      <p class="lead">
        <strong>{say('真实有效：本平台出具过此回执。', 'Genuine: this platform has given out this receipt.')}</strong>
      </p>
      <dl class="facts">
        <dt>{say('编号', 'Code')}</dt>
        <dd>
          <code>{code}</code>
        </dd>
        <dt>{say('状态', 'State')}</dt>
        <dd>{say(...STATE_WORDS[state])}</dd>
        <dt>{say('事项', 'Act')}</dt>
        <dd>{say(what.zh, what.en)}</dd>
        <dt>{say('受理时刻', 'Stamped')}</dt>
        <dd>{second(at)}</dd>
      </dl>
      <p class="hint">
        {say(
          '为保护当事人，本页不显示单位与数字。当事单位及其主管部门登录后可查看全文。',
          'No name and no figure stands here. The unit and its authorities see all of it once they have signed in.',
        )}
      </p>
    </>
  );
};

const Whole = ({ visit, receipt }: { visit: Visit; receipt: Receipt }) => {
  const { say } = visit;
  const files = fileLines(receipt);
  return (
    <>
      <p class="lead">
        <span class={`state ${receipt.state}`}>{say(...STATE_WORDS[receipt.state])}</span> {say(...whatItMeans(receipt))}
      </p>
      <Facts visit={visit} lines={linesOf(receipt).slice(1)} />
      {files.length > 0 && (
        <>
          <h2>{say('文件', 'Files')}</h2>
          <ul class="plain">
            {files.map(({ zh: name, en: size, value }) => (
              <li>
                {name} <span class="hint">{size}</span>
                <br />
                <code>{value}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {receipt.findings.length > 0 && (
        <>
          <h2>{say('提交时的提示', 'What the check found')}</h2>
          <ul>
            {receipt.findings.map(({ zh, en }) => (
              <li>{say(zh, en)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="act" href={`/receipts/${receipt.code}/receipt.pdf`}>
          {say('下载回执（PDF）', 'The receipt on paper (PDF)')}
        </a>
      </p>
      <p class="hint">{say('本页地址长期有效。', 'This page keeps its address.')}</p>
    </>
  );
};

async function receiptPage(visit: Visit): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const found = await deps.reading.receipt(c.req.param('code') ?? '', caller);
  if (!found) return failing(visit, UNKNOWN);
  const { receipt, whole } = found;
  const body = (
    <article class="receipt">
      {receipt.test && <Test visit={visit} />}
      {whole ? <Whole visit={visit} receipt={receipt} /> : <Genuine visit={visit} receipt={publicOf(receipt)} />}
    </article>
  );
  return { title: `${say('回执', 'Receipt')} ${receipt.code}`, body };
}

/** Whoever holds a receipt on paper types its code. */
const ask = ({ say }: Visit): Shown => ({
  title: say('核验回执', 'Check a receipt'),
  body: (
    <form method="get" action="/receipts">
      <p>
        {say(
          '输入回执上的编号，即可知道本平台是否出具过它。此页对所有人开放，不显示单位与数字。',
          'Type the code that stands on a receipt to learn whether this platform has given it out. Open to all; no name and no figure is shown.',
        )}
      </p>
      <label for="code">{say('回执编号', 'Code of the receipt')}</label>
      <p class="hint" id="code-hint">
        {say('例如 FDG7-WRZT-PMYG-T6X4', 'such as FDG7-WRZT-PMYG-T6X4')}
      </p>
      <input id="code" name="code" required maxlength={40} autocomplete="off" aria-describedby="code-hint" />
      <button type="submit">{say('核验', 'Check')}</button>
    </form>
  ),
});

/** `GET /receipts/CODE` for anybody, `…/receipt.pdf` for whoever may read all of it. */
export function addReceiptPages(pages: Pages): void {
  pages.open('/receipts', (visit) => {
    const code = (visit.c.req.query('code') ?? '').trim().toUpperCase().slice(0, 40);
    return Promise.resolve(code === '' ? ask(visit) : { to: `/receipts/${encodeURIComponent(code)}` });
  });
  pages.open('/receipts/:code', receiptPage);
  pages.known('get', '/receipts/:code/receipt.pdf', async (visit) => {
    const { c, deps, caller } = visit;
    const found = await deps.reading.receipt(c.req.param('code') ?? '', caller);
    if (!found?.whole) return failing(visit, UNKNOWN);
    const pdf = await deps.printed(found.receipt);
    if (!Buffer.isBuffer(pdf)) return failing(visit, pdf);
    return { file: pdf, name: `receipt-${found.receipt.code}.pdf`, type: 'application/pdf' };
  });
}
