import { REFUSAL_CODES, type RefusalCode } from '../../domain/model/refusal.js';
import { callsOf, codeOf } from '../sources.js';

/** When each code is the answer; in the order in which they are checked, and the first one answers. */
const WHEN: Readonly<Record<RefusalCode, string>> = {
  'too-large': 'the whole, or a name, is longer than is taken in: nothing is stored, and the id is not used up',
  'too-many': 'so many requests of one asker were refused in a day that no more of them are kept',
  'id-used': 'the same asker has used the id for another request: nothing is stored',
  'unknown-unit': 'the unit concerned, or the other side of a trade, is not in the register',
  'unknown-auction': 'no auction of that name is announced in the cycle',
  'unknown-person': 'nobody is entered under that number, or what is known of that person is erased',
  'unknown-act': 'no act has that name',
  'unknown-approval': 'no proposal has that number',
  'unknown-district': 'a unit is to move to a district that the register does not know',
  'unknown-verifier': 'what is to be a verifier cannot be the id of one',
  'unknown-document': 'there is no document of that number that may be filed or looked at',
  'unknown-file': 'a document names a file that nobody has uploaded',
  'bad-input': 'what the act brings has not the shape it must have; `path` says where',
  'not-signed-in': 'nobody has signed in: nothing is stored, and the id is not used up',
  'not-allowed': 'the wrong party, the wrong district, or a unit of the wrong kind',
  'same-officer': 'a decision of the city needs two officers, and there is none or the same one',
  'two-requests': 'in service a second officer approves by a request of their own: nobody names somebody else',
  lapsed: 'a proposal was not approved in time, or can no longer take effect: it is proposed again',
  'already-proposed': 'the same act about the same case waits to be approved',
  moved: 'what a proposal would do is not what the approver was shown: nothing is stored, look again',
  'same-person': 'what two people do needs two, whatever they are called: there is none, or the same one',
  'step-up-required': 'this asks for a second factor within the last minutes: nothing is stored, and the id is not used up',
  'cycle-closed': 'the city has closed the case: only corrections, which open it again, orders and penalties are taken in',
  'rehearsal-over': 'a demonstration has been played to its end, and its cases take no more acts',
  'not-required': 'this is not asked of the unit: it need not, it has left the list, or the cycle has no such duty',
  'not-known': 'the text that would give the date is not in hand, and nothing is guessed',
  'right-lapsed': 'a right was not used by its day',
  overtaken: 'something later in the cycle has settled it',
  'already-done': 'it is done, and can be done once',
  'too-early': 'something that must come first has not come',
  'still-running': 'the case cannot be closed: something in it must not be cut off',
  'revision-shortens':
    'an amendment would put a date that has not passed into the past, or an extension would bring one forward, and the decision does not say so expressly',
  'document-required':
    'in service a formal submission names its document: {"document": "DOC-000001"}; a filing that has no form yet waits for one',
  'document-changed': 'the document is not as it was when it was looked at: somebody has saved another version',
  'not-sealed': 'a formal submission does not carry the seal of the unit',
  'seal-invalid': 'a seal is not valid, or not enough: `reason` says why by name',
  'verifier-not-appointed': 'no verifier is appointed, or the report is by another one',
  'verifier-not-sealed': 'the verification report does not carry the seal of the verifier',
  'commitment-mismatch': 'what is opened after the close is not what was sealed before it',
  'insufficient-cover': 'a bidder has lodged no cover, or less than the announcement asks',
  provisional: 'the amount by the rule rests on a value that nobody has decided: an officer states the amount and its basis',
  'account-frozen': 'the account is frozen',
  'not-eligible': 'the offset may not be used, was not accepted, or the unit may not have the allocation',
  'over-offset-limit': 'more offsets than the caps leave room for',
  'insufficient-holdings': 'the account does not hold what is asked',
  'over-obligation': 'more than is owed',
};

interface Said {
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  readonly file: string;
}

/** The text of a literal as people read it; what is filled in stands in ‹›. */
const readable = (literal = ''): string =>
  /^['"`]/.test(literal)
    ? literal
        .slice(1, -1)
        .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, (filled) => `‹${/(\w+)\W*$/.exec(filled)?.[1] ?? '…'}›`)
        .replaceAll('|', '\\|')
    : '';

/** Every refusal that the code can give, by code, with the place where it stands. */
export function refusalsInCode(): ReadonlyMap<string, readonly Said[]> {
  const found = new Map<string, Said[]>();
  for (const file of codeOf('domain', 'parties', 'documents', 'desk'))
    for (const { name, args } of callsOf(file)) {
      const [code, zh, en, clause] = args.map(readable);
      if (name !== 'refuse' || !code) continue;
      found.set(code, [...(found.get(code) ?? []), { zh: zh ?? '', en: en ?? '', clause: clause ?? '', file }]);
    }
  return found;
}

const table = (said: readonly Said[]): string => {
  const rows = [...new Map(said.map((one) => [`${one.zh}${one.en}${one.clause}`, one])).values()];
  return [
    '| 中文 | English | clause | where |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ zh, en, clause, file }) => `| ${zh} | ${en} | ${clause} | \`${file}\` |`),
  ].join('\n');
};

/** docs/refusals.md: every code, when it answers, and in which words. */
export function refusals(): string {
  const said = refusalsInCode();
  const sections = REFUSAL_CODES.flatMap((code, at) => {
    const worded = (said.get(code) ?? []).filter(({ zh }) => zh !== '');
    return [`## ${String(at + 1)}. \`${code}\``, `${WHEN[code]}.`, ...(worded.length > 0 ? [table(worded)] : [])];
  });
  return [
    '# Refusals',
    'Written by `npm run docs` from the code; change that, not this page. The law foresees that the answer may be no: a refusal is a value with a code, a reason in Chinese and English, and the clause it rests on. The codes are checked in this order, and the first that applies answers. A refused act changes nothing, and is recorded as refused. On the command line a refusal is exit status 1; what stands in ‹› is filled in.',
    ...sections,
    '',
  ].join('\n\n');
}
