/** A text with something in it that is read as one, and the tag before it. */
const TEXT = /(<[a-z][^<>]*>|<\/[a-z][a-z0-9]*>)([^<>]*(?:\d{4}-\d{2}|[A-Z]-\d{2})[^<>]*)(?=<)/g;
/** Where no tag may stand, or where the style keeps the text whole already. */
const LEFT = /^<(?:title|option|textarea|text|time|bdi)\b|\bclass="whole"/;
/** A day, a month; the number of a unit, a proposal, a document, a lot. */
const ONE = /(?<![\w-])(?:(\d{4}-\d{2}(?:-\d{2})?)|([A-Z]{1,4}-\d{2,6}(?:\/[A-Z]\d+)?))(?![\w-])/g;

/** No date and no number of something is broken over two lines, wherever on a page it stands: browsers break at hyphens. */
export const keptWhole = (page: string): string =>
  page.replace(TEXT, (all, tag: string, text: string) =>
    LEFT.test(tag)
      ? all
      : tag +
        text.replace(ONE, (_, date?: string, number?: string) => (date ? `<time>${date}</time>` : `<bdi>${number ?? ''}</bdi>`)),
  );
