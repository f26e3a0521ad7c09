import {
  isAlias,
  isCollection,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import { inQuotes, isExact } from './exact-number.js';
import { MOST_DEEP, tooDeep, WrittenError } from './written-error.js';

type Ancestors = readonly (Document | Node | Pair)[];
type Said = readonly [zh: string, en: string];

/** The way from the document to a node: the keys and places through which it is reached. */
const wayTo = (ancestors: Ancestors, node: Node): (string | number)[] =>
  ancestors.flatMap((one, n): (string | number)[] => {
    if (isPair(one)) return isScalar(one.key) ? [String(one.key.value)] : [];
    return isSeq(one) ? [one.items.indexOf(ancestors[n + 1] ?? node)] : [];
  });

const BROKEN: Partial<Record<YAMLError['code'], Said>> = {
  DUPLICATE_KEY: ['同一个键写了两次，请只写一次', 'a key stands twice: write it once'],
  MULTIPLE_DOCS: ['有多份文档，请只留一份', 'there are several documents: keep one'],
  TAB_AS_INDENT: ['缩进请用空格，不用制表符', 'indent with spaces, not with tabs'],
  BAD_ALIAS: ['引用的锚点不存在', 'there is no anchor of this name before'],
  NON_STRING_KEY: ['键应为文字', 'a key must be a text'],
};

/** What the reader of YAML found wrong, at its place. */
function brokenAs({ code, message, pos }: YAMLError, counter: LineCounter): WrittenError {
  const place = counter.linePos(pos[0]);
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep(place);
  return new WrittenError(BROKEN[code] ?? ['此处不合 YAML 的写法', `this is no YAML here: ${message}`], place);
}

const UNFOLDS: Said = ['别名（alias）展开过多，或指向自身', 'an alias unfolds to too much, or to itself'];

const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const PLAIN_TAGS = new Set(['tag:yaml.org,2002:str', 'tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq', '!']);

/** Why a node does not say what everybody reads in it: a tag that makes another value of it, a word that is yes or no to some, a number that is not kept. */
function strange(node: Node): Said | undefined {
  if (isAlias(node)) return undefined;
  if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag))
    return ['不支持标签，请直接写出内容', 'tags are not read: write what is meant'];
  if (!isScalar(node)) return undefined;
  const { value, source = String(value) } = node;
  if (typeof value === 'number' || typeof value === 'bigint') return isExact(source) ? undefined : inQuotes(source);
  if (typeof value === 'boolean' && !/^(true|false)$/i.test(source)) return inQuotes(source);
  return isPlain(value) ? undefined : inQuotes(source);
}

/** Throws a WrittenError for the first thing in a document that is not read by everybody as it is read here. */
function inspect(document: Document, counter: LineCounter): void {
  const refuseAt = (said: Said, node: Node, ancestors: Ancestors): never => {
    throw new WrittenError(said, node.range ? counter.linePos(node.range[0]) : undefined, wayTo(ancestors, node));
  };
  visit(document, {
    Node(_, node, ancestors) {
      if (isCollection(node) && ancestors.filter(isCollection).length >= MOST_DEEP)
        throw tooDeep(node.range ? counter.linePos(node.range[0]) : undefined);
      const said = strange(node);
      if (said) refuseAt(said, node, ancestors);
    },
    Alias(_, alias, ancestors) {
      if (ancestors.some((one) => isCollection(one) && one.anchor === alias.source)) refuseAt(UNFOLDS, alias, ancestors);
    },
    Map(_, map, ancestors) {
      const names = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) return refuseAt(['键应为文字', 'a key must be a text'], map, ancestors);
        const name = String(key.value);
        // 1 and "1" are two keys to YAML, and one to whoever is given them
        if (names.has(name)) refuseAt([`${name} 重复，请只写一次`, `${name} stands twice: write it once`], key, ancestors);
        names.add(name);
      }
      return undefined;
    },
  });
}

/**
 * Reads YAML, which JSON is a part of. Throws a WrittenError where it is none, is nested without end, or has what would not be kept as it is
 * written.
 */
export function readYaml(text: string): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF+/, ''), { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  const [broken] = document.errors;
  if (broken) throw brokenAs(broken, counter);
  inspect(document, counter);
  try {
    return document.toJS();
  } catch {
    // a few aliases of aliases would unfold to billions of nodes
    throw new WrittenError(UNFOLDS);
  }
}
