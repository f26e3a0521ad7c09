import { definitionOf } from '../acts/vocabulary.js';
import { own } from '../domain/model/own.js';

/** What may be looked at, in words. */
const VIEWS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'unit-status': ['单位的年度情况', 'where a unit stands'],
  timeline: ['单位的经过', 'what happened to a unit'],
  statement: ['账户流水和办理记录', 'the statement of an account and what was asked'],
  letters: ['单位的信件', 'the letters of a unit'],
  documents: ['报送文件', 'documents'],
  verifications: ['核查', 'verifications'],
  'collection-preview': ['收缴预览', 'what a collection would take'],
  inbox: ['待办', 'an inbox'],
  approvals: ['提案与批准', 'proposals and approvals'],
  people: ['人员与任命', 'people and appointments'],
  auctions: ['有偿竞价', 'auctions'],
  audit: ['账簿核验', 'the audit of the book'],
  attention: ['运行情况', 'how the platform runs'],
};

/** An act or a view of the permission table, as people call it; its own name where it has no other. */
export function called(what: string): readonly [zh: string, en: string] {
  const words = definitionOf(what)?.words;
  if (words) return [`“${words.zh}”`, what];
  const [zh, en] = own(VIEWS, what) ?? [what, what];
  return [zh, en];
}
