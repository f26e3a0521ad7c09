import { failing, type Pages } from '../pages.js';
import { wrongFields, type Said } from '../said.js';
import type { Known, Shown } from '../visit.js';
import { FilingForetold } from './filing-foretold.js';
import { isSaid, opened, paperAt, paperSaid, SavedLine, type Opened } from './opened.js';
import { SealsSaid } from './submit-page.js';

async function sealPage(visit: Known, one: Opened, wrong?: Said): Promise<Shown> {
  const { deps, caller, say, signed } = visit;
  const { row } = one;
  const seals = await deps.papers.seals(caller, row.document);
  if (isSaid(seals)) return failing(visit, seals);
  const body = (
    <>
      <SavedLine visit={visit} row={row} />
      <FilingForetold visit={visit} one={one} />
      {seals.length > 0 && <SealsSaid visit={visit} seals={seals} />}
      <ol>
        <li>
          <a href={paperAt(row, '/manifest.json')}>{say('下载待签清单', 'Download what is to be signed')}</a>
          {say('（内容、附件及其摘要）', ' (the document and its files by their hashes)')}
        </li>
        <li>
          {say('用本单位证书和私钥签名，例如：', 'Sign it by your own certificate and key, for example: ')}
          <pre>
            <code>
              {`openssl cms -sign -binary -in ${row.document}-manifest.json -signer unit.crt -inkey unit.key -outform DER -out ${row.document}.p7s`}
            </code>
          </pre>
          {say('或 ', 'or ')}
          <code>{`luyue seal ${row.document}-manifest.json --key unit.key --certificate unit.crt`}</code>
        </li>
        <li>
          {say('上传签名文件。签章之后，此版内容不再改变。', 'Upload the signature. From then on this version stays as it is.')}
        </li>
      </ol>
      <form method="post" action={paperAt(row, '/seal')} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={signed.formToken} />
        <label for="signature">{say('签名文件（.p7s，或 SM2 签名）', 'The signature (.p7s, or one by SM2)')}</label>
        <input id="signature" name="signature" type="file" required />
        <button type="submit">{say('上传签章', 'Upload the seal')}</button>
      </form>
      <p>
        <a href={paperAt(row, '/submit')}>{say('返回核对', 'Back to looking it over')}</a>
      </p>
    </>
  );
  return {
    title: `${say('用证书签章：', 'Seal by certificate: ')}${paperSaid(visit, one)}`,
    body,
    ...(wrong ? { wrong, status: deps.statusOf(wrong.code) } : {}),
  };
}

async function sealing(visit: Known, one: Opened): Promise<Shown> {
  const { c, deps, caller, signed } = visit;
  const sent = await deps.uploads.take(c, { caller, signed, party: one.row.party }, ['signature']);
  if (isSaid(sent)) return sealPage(visit, one, sent);
  const file = sent.files.find((one) => 'bytes' in one);
  if (!file || !('bytes' in file))
    return sealPage(
      visit,
      one,
      wrongFields([{ name: 'signature', zh: '请选择签名文件', en: 'Choose the file of the signature' }]),
    );
  const seal = await deps.papers.seal(caller, one.row.document, file.bytes);
  return isSaid(seal) ? sealPage(visit, one, seal) : { to: paperAt(one.row, '/submit') };
}

const mine =
  (then: (visit: Known, one: Opened) => Promise<Shown>) =>
  async (visit: Known): Promise<Shown> => {
    const one = await opened(visit);
    if (isSaid(one)) return failing(visit, one);
    return one.own
      ? then(visit, one)
      : failing(visit, { code: 'not-allowed', zh: '文件由编制单位签章', en: 'A document is sealed by the party that makes it' });
  };

/** `/documents/ID/seal`: a seal that was made outside. */
export function addSealPages(pages: Pages): void {
  pages.known('get', '/documents/:id/seal', mine(sealPage));
  pages.sending('/documents/:id/seal', mine(sealing));
  pages.known('get', '/documents/:id/manifest.json', async (visit) => {
    const text = await visit.deps.papers.manifest(visit.caller, visit.c.req.param('id') ?? '');
    if (typeof text !== 'string') return failing(visit, text);
    return { file: Buffer.from(text), name: `${visit.c.req.param('id') ?? ''}-manifest.json`, type: 'application/json' };
  });
}
