import type { WrongField } from './said.js';

/** A control that somebody fills in, with what stands in its tag. */
const CONTROL = /<(?:input|select|textarea)\b[^>]*>/g;
const NAME = /\bname="([^"]*)"/;
const ID = /\bid="([^"]*)"/;
const TICKED = /\btype="(?:checkbox|radio)"/;

interface Found {
  readonly at: number;
  readonly tag: string;
  readonly id: string;
}

const spelt = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Where a field is entered: under its name, as one of its parts, or, of a part that has no control of its own, as a whole. */
function controlOf(page: string, name: string): Found | undefined {
  const controls = [...page.matchAll(CONTROL)].flatMap(({ 0: tag, index }) => {
    const called = NAME.exec(tag)?.[1];
    return called === undefined || tag.includes('type="hidden"') ? [] : [{ tag, at: index, called }];
  });
  const parts = spelt(name).split('.');
  for (let many = parts.length; many > 0; many -= 1) {
    const whole = parts.slice(0, many).join('.');
    // `with` is the whole form, and no field of it
    const isField = many > 1 || parts.length === 1;
    const found =
      controls.find(({ called }) => called === whole) ??
      (isField ? controls.find(({ called }) => called.startsWith(`${whole}.`)) : undefined);
    if (found) return { ...found, id: ID.exec(found.tag)?.[1] ?? found.called };
  }
  return undefined;
}

/** The tag as it says that what stands in it is wrong, and where the words for it are. */
function markedTag({ tag, id }: Found, wrongId: string): string {
  const before = /\saria-describedby="([^"]*)"/.exec(tag)?.[1];
  const bare = tag.replace(/\s(?:aria-describedby|aria-invalid)="[^"]*"/g, '');
  const named = ID.test(bare) ? '' : ` id="${id}"`;
  const end = bare.endsWith('/>') ? '/>' : '>';
  const described = before === undefined ? wrongId : `${before} ${wrongId}`;
  return `${bare.slice(0, -end.length).trimEnd()}${named} aria-invalid="true" aria-describedby="${described}"${end}`;
}

const SUMMARY = (name: string): string => ` data-at="${spelt(name)}"`;

/**
 * Marks on a page as it is spelt each field with which something is wrong: at its control, with the words in front of it, and in the summary
 * with the way there. Every form of every page is marked here, and none has to think of it; without script as with it.
 */
export function marked(page: string, fields: readonly WrongField[], say: (zh: string, en: string) => string): string {
  let now = page;
  const done = new Set<string>();
  for (const { name, zh, en } of fields) {
    const found = controlOf(now, name);
    if (!found) continue;
    const way = (text: string): string => text.replace(SUMMARY(name), () => ` href="#${found.id}"`);
    if (done.has(found.id)) {
      now = way(now);
      continue;
    }
    done.add(found.id);
    const wrongId = `${found.id}-wrong`;
    const { at, tag } = found;
    // what is ticked stands in its label, and the words in front of that
    const label = TICKED.test(tag) ? now.lastIndexOf('<label', at) : -1;
    const before = label < 0 ? at : label;
    const words = `<span class="at-field" id="${wrongId}">${spelt(say(zh, en))}</span>`;
    now = way(`${now.slice(0, before)}${words}${now.slice(before, at)}${markedTag(found, wrongId)}${now.slice(at + tag.length)}`);
  }
  return now;
}
