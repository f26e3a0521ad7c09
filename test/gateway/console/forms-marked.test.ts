import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../acts/vocabulary.js';
import { formOf } from '../../../console/act-forms.js';
import type { Browser } from '../sign-in/browser.js';
import { openConsole, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
beforeAll(async () => {
  site = await openConsole();
  // a verifier sees who has engaged it
  const engaged = await (await site.api('BJ-0001')).post('/api/v1/acts', { do: 'engage-verifier', with: { verifier: 'V-01' } });
  expect(engaged.body, JSON.stringify(engaged.body)).toMatchObject({ state: 'decided' });
});
afterAll(() => site.close());

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const textAt = (page: string, id: string): string =>
  new RegExp(`<(\\w+)[^>]*\\sid="${id.replaceAll('.', '\\.')}"[^>]*>(.*?)</\\1>`, 's').exec(page)?.[2] ?? '';

/** The controls that say that they are wrong; each has its words where it says, and the summary leads to each, in order. */
function markedOn(page: string): string[] {
  const tags = [...page.matchAll(/<(?:input|select|textarea)[^>]*aria-invalid="true"[^>]*>/g)].map(([tag]) => tag);
  const ways = [...page.matchAll(/<a href="#([^"]+)">/g)].flatMap(([, to = '']) => (to === 'main' ? [] : [to]));
  const ids = tags.map((tag) => attribute(tag, 'id'));
  expect([...ids].sort()).toEqual([...new Set(ways)].sort());
  for (const tag of tags) {
    const words = attribute(tag, 'aria-describedby')
      .split(' ')
      .map((id) => textAt(page, id));
    expect(words.at(-1), tag).not.toBe('');
    expect(page).toContain('role="alert" tabindex="-1" autofocus');
  }
  return tags.map((tag) => attribute(tag, 'name'));
}

/** Who does an act of a party here. */
const ACTOR: Readonly<Record<string, string>> = { unit: 'BJ-0001', verifier: 'V-01', district: 'chaoyang/x' };

describe('the short form of every act, sent with nothing in it, without script', () => {
  const forms = Object.values(VOCABULARY).flatMap(({ name, party }) => {
    const form = formOf(name);
    return form ? [{ act: name, form, actor: ACTOR[party] ?? '' }] : [];
  });

  it('there is one of each party that has any', () => {
    expect([...new Set(forms.map(({ actor }) => actor))].sort()).toEqual(['BJ-0001', 'V-01', 'chaoyang/x']);
  });

  it.each(forms)('$act: what is missing is marked, and nothing else', async ({ act, form, actor }) => {
    const who = await site.as(actor);
    await who.go(`/acts/new/${act}?for=BJ-0001`);
    await who.send(`/acts/new/${act}/check`, {});
    const entered = form.fields.filter(({ as }) => as !== 'given' && as !== 'given-number');
    const marked = markedOn(who.text).map((name) => name.split('.')[0]);
    // a tick says no where it is not set, and a text of lines may say nothing
    const must = entered.filter(
      ({ as, optional }) => !optional && ['number', 'count', 'line', 'text', 'result', 'choice'].includes(as),
    );
    expect(who.status).toBe(400);
    expect(marked).toEqual(expect.arrayContaining(must.map(({ name }) => name)));
    for (const name of marked) expect(entered.map((one) => one.name)).toContain(name);
  });
});

/** What somebody may propose, by the page that lists it. */
async function proposable(who: Browser): Promise<string[]> {
  await who.go('/propose');
  return [...new Set([...who.text.matchAll(/href="\/propose\/([a-z-]+)["?]/g)].map(([, act = '']) => act))];
}

describe('the form of everything that is proposed, sent with nothing in it, without script', () => {
  it.each(['city/a', 'city/r', 'operator/x'])('by %s: what is missing is marked', async (actor) => {
    const who = await site.as(actor);
    const acts = await proposable(who);
    expect(acts.length).toBeGreaterThan(0);
    const unmarked: string[] = [];
    for (const act of acts) {
      await who.go(`/propose/${act}/look?request=marked-${act}`);
      if (who.status === 400 && markedOn(who.text).length === 0) unmarked.push(act);
      if (who.status !== 400) unmarked.push(`${act} ${String(who.status)}`);
    }
    expect(unmarked).toEqual([]);
  });
});

describe('what a page refuses of a form, without script', () => {
  it('a number that is none, and a row of a list that says half, each at its place', async () => {
    const unit = await site.as('BJ-0001');
    await unit.go('/acts/new/surrender?for=BJ-0001');
    await unit.send('/acts/new/surrender/check', { quantity: '9,00' });
    expect(markedOn(unit.text)).toEqual(['quantity']);
    expect(textAt(unit.text, 'quantity-wrong')).toContain('“9,00”中的逗号意思不明');
    expect(unit.text).toContain('value="9,00"');
  });

  it('a proposal is not returned without a reason; two moments that are none are told apart; many are confirmed on some ground', async () => {
    const auditor = await site.as('auditor/x');
    await auditor.go('/compare?unit=BJ-0001&a=2024-07-01&b=gestern');
    expect(markedOn(auditor.text)).toEqual(['b']);
    await auditor.go('/compare?unit=BJ-0001&a=x&b=y&knownAt=z');
    expect(markedOn(auditor.text)).toEqual(['a', 'b', 'knownAt']);
    expect(auditor.text).toContain('有 3 处须更正');
  });
});
