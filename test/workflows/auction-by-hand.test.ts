import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auctionHere, codeIn, commandsIn } from '../auction/commands.js';

/** Three key units of which one has 2,200,000 yuan, one 1,050,000; 100,000 t at 100 yuan or more. */
const FILE = fileURLToPath(new URL('../auction/three-bidders.yaml', import.meta.url));

let folder: string;
let stop: () => Promise<number | null> = () => Promise.resolve(0);
let commands: ReturnType<typeof commandsIn>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luyue-hall-'));
  commands = commandsIn(folder);
  stop = await commands.goingOn(['auction', 'hall', FILE], {
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    DATABASE_URL: inject('databaseUrl'),
    SMTP_URL: inject('smtpUrl'),
  });
});
afterAll(async () => {
  expect(await stop()).toBe(0);
  expect(existsSync(join(folder, '.luyue/service.json'))).toBe(false);
  await rm(folder, { recursive: true });
});

/** Each command that does something is a process of its own once; the same again, and whatever is a no, is asked in this one. */
const ask = (...args: string[]) => commands.auction(...args);
const again = (...args: string[]) => auctionHere(folder)(...args);
/** Exit status and code of an answer that is no. */
const no = async (...args: string[]): Promise<[number, unknown]> => {
  const asked = await again(...args);
  return [asked.exit, codeIn(asked)];
};
const announce = (...more: string[]) => ['announce', FILE, '--as', 'city/a', ...more];
const bid = (bidder: string, line: string, ...more: string[]) => ['bid', '2024-1', '--as', bidder, '--line', line, ...more];
const cover = (bidder: string, amount: string, ...more: string[]) => {
  return ['cover', '2024-1', '--bidder', bidder, '--amount', amount, ...more];
};
const open = (bidder: string, ...more: string[]) => ['open', '2024-1', '--as', bidder, ...more];
const forward = (to: string) => ['forward', '2024-1', '--to', to];

/** The commands of the command line against a running platform whose clock stands in 2024. */
describe('三(三)2 › an auction by hand, from the announcement to the result', () => {
  it('announces once, by two officers, and only what the rulebook knows', async () => {
    expect(await ask('status', '2024-1')).toMatchObject({ exit: 1, answer: { error: { code: 'unknown-auction' } } });
    expect(await no(...announce('--approved-by', 'city/a'))).toEqual([1, 'same-officer']);
    expect(await no('announce', FILE, '--as', 'BJ-0001', '--approved-by', 'city/b')).toEqual([1, 'not-allowed']);
    expect(await no(...announce('--approved-by', 'city/b', '--cycle', '2026'))).toEqual([1, 'not-known']);
    expect(await no('announce', 'nowhere.yaml', '--as', 'city/a', '--approved-by', 'city/b')).toEqual([2, 'bad-file']);
    const announced = await ask(...announce('--approved-by', 'city/b'));
    expect(announced).toMatchObject({ exit: 0, answer: { phase: 'announced', lot: '100000', floor: '100.00', sealed: 0 } });
    expect(await no(...announce('--approved-by', 'city/b'))).toEqual([1, 'already-done']);
  });

  it('takes cover from the exchange alone, and no bid before the first instant', async () => {
    expect(await no(...bid('BJ-0001', '110.00:20000'))).toEqual([1, 'too-early']);
    expect(existsSync(join(folder, '2024-1.BJ-0001.bid.json'))).toBe(false);
    expect(await no(...cover('BJ-0001', '2200000.00', '--as', 'BJ-0001'))).toEqual([1, 'not-allowed']);
    expect(await no(...cover('BJ-7777', '2200000.00'))).toEqual([1, 'unknown-unit']);
    expect(await no(...cover('BJ-0001', 'much'))).toEqual([2, 'bad-input']);
    for (const [bidder, amount, by] of [
      ['BJ-0001', '2200000.00', ask],
      ['BJ-0002', '1049999.99', again],
      ['BJ-0003', '99999.99', again],
    ] as const)
      expect(await by(...cover(bidder, amount))).toMatchObject({ exit: 0, answer: { do: 'record-cover' } });
  });

  it('takes sealed bids of those with cover, and says what is wrong with the others', async () => {
    expect(await ask(...forward('opens'))).toMatchObject({ exit: 0 });
    expect(await no(...forward('opens'))).toEqual([2, 'bad-input']);
    expect(await no(...bid('BJ-0004', '105.00:100'))).toEqual([1, 'insufficient-cover']);
    expect(await no(...bid('BJ-0003', '105.00:100'))).toEqual([1, 'insufficient-cover']);
    expect(await no(...bid('BJ-7777', '105.00:100'))).toEqual([1, 'unknown-unit']);
    expect(await no(...bid('BJ-0001', '99.99:100'))).toEqual([2, 'under-floor']);
    expect(await no(...bid('BJ-0001', '1e2:100'))).toEqual([2, 'bad-line']);
    const first = await ask(...bid('BJ-0001', '110.00:20000', '--id', 'bid-1'));
    expect(first).toMatchObject({ exit: 0, err: '', answer: { id: 'bid-1', envelope: '2024-1.BJ-0001.bid.json' } });
    // once more by mistake: what is sealed is not overwritten; on purpose: it takes the place of the first
    expect(await no(...bid('BJ-0001', '111.00:20000'))).toEqual([2, 'envelope-exists']);
    expect(await again(...bid('BJ-0001', '110.00:15000', '--envelope', 'second.json'))).toMatchObject({ exit: 0 });
    // a fen short: said at once to the bidder alone, and it may still be lodged
    const short = await again(...bid('BJ-0002', '105.00:10000'));
    expect(short).toMatchObject({ exit: 0 });
    expect(short.err).toContain('1050000.00');
    expect(await no(...open('BJ-0002'))).toEqual([1, 'too-early']);
    expect((await again('status', '2024-1')).answer).toMatchObject({ phase: 'bidding', covered: 3, sealed: 2, opened: 0 });
    expect(await no('result', '2024-1')).toEqual([1, 'too-early']);
  });

  it('takes nothing after the close; opens what was sealed, and nothing else', async () => {
    expect(await again(...forward('closes'))).toMatchObject({ exit: 0 });
    expect(await no(...bid('BJ-0003', '105.00:100'))).toEqual([1, 'right-lapsed']);
    expect(await no(...cover('BJ-0002', '1050000.00'))).toEqual([1, 'right-lapsed']);
    expect(await no('withdraw', '2024-1', '--as', 'BJ-0002')).toEqual([1, 'right-lapsed']);
    expect(await no(...open('BJ-0003'))).toEqual([2, 'no-envelope']);
    // the first envelope was replaced; one with another nonce, and one with another quantity, fit nothing
    expect(await no(...open('BJ-0001'))).toEqual([1, 'commitment-mismatch']);
    const sealed = JSON.parse(await readFile(join(folder, 'second.json'), 'utf8')) as { nonce: string };
    const nonce = sealed.nonce.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    await writeFile(join(folder, 'forged.json'), JSON.stringify({ ...sealed, nonce }));
    expect(await no(...open('BJ-0001', '--envelope', 'forged.json'))).toEqual([1, 'commitment-mismatch']);
    expect(await no(...open('BJ-0002', '--envelope', 'second.json'))).toEqual([2, 'bad-envelope']);
    expect(await ask(...open('BJ-0001', '--envelope', 'second.json'))).toMatchObject({ exit: 0 });
    expect(await no(...open('BJ-0001', '--envelope', 'second.json'))).toEqual([1, 'already-done']);
    expect(await again(...open('BJ-0002'))).toMatchObject({ exit: 0 });
  });

  it('clears, delivers and publishes; the ledger shows what was delivered', async () => {
    expect(await again(...forward('ends'))).toMatchObject({ exit: 0 });
    // 15 % of 100,000 t at the bidder's own price, which is the lowest accepted; a fen too little cover, and the other is void
    expect(await ask('result', '2024-1')).toMatchObject({
      exit: 0,
      answer: {
        price: '110.00',
        sold: '15000',
        unsold: '85000',
        winners: 1,
        bidders: 2,
        proceeds: '1650000.00',
        bids: [
          { bidder: 'BJ-0001', quantity: '15000', drawn: '1650000.00', returned: '550000.00', because: null },
          { bidder: 'BJ-0002', quantity: '0', drawn: '0.00', returned: '1049999.99' },
        ],
        recomputed: true,
        wrong: [],
      },
    });
    expect(await no(...open('BJ-0002'))).toEqual([1, 'right-lapsed']);
    expect(await no(...bid('BJ-0003', '105.00:100'))).toEqual([1, 'right-lapsed']);
    const balances = await commands.luyue('ledger', 'balances', '--json');
    expect(JSON.parse(balances.out)).toMatchObject({
      balances: [
        { account: 'issuance', quantity: '-15000' },
        { account: 'unit/BJ-0001', quantity: '15000' },
      ],
    });
    expect(await commands.luyue('ledger', 'verify')).toMatchObject({ exit: 0 });
    expect(await commands.luyue('audit', 'verify')).toMatchObject({ exit: 0 });
  });
});
