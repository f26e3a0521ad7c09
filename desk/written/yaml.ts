import { isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type Pair } from 'yaml';
import { inQuotes, isExact } from './exact-number.js';
import { WrittenError } from './written-error.js';

type Ancestors = readonly (Document | Node | Pair)[];

/** The way from the document to a node: the keys and places through which it is reached. */
const wayTo = (ancestors: Ancestors, node: Node): (string | number)[] =>
  ancestors.flatMap((one, n): (string | number)[] => {
    if (isPair(one)) return isScalar(one.key) ? [String(one.key.value)] : [];
    return isSeq(one) ? [one.items.indexOf(ancestors[n + 1] ?? node)] : [];
  });

/** Reads YAML, which JSON is a part of. Throws a WrittenError where it is none, or has a number that would not be kept as it is written. */
export function readYaml(text: string): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const [broken] = document.errors;
  if (broken) throw new WrittenError(broken.message);
  visit(document, {
    Scalar(_, node, ancestors) {
      const { value, source = String(value), range } = node;
      if ((typeof value !== 'number' && typeof value !== 'bigint') || isExact(source)) return;
      throw new WrittenError(inQuotes(source), range ? counter.linePos(range[0]) : undefined, wayTo(ancestors, node));
    },
  });
  try {
    return document.toJS();
  } catch (error) {
    // a few aliases of aliases would unfold to billions of nodes
    throw new WrittenError((error as Error).message);
  }
}
