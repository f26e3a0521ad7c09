import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesUnder, parsed } from '../../scripts/sources.js';

/** Where time that has gone by is measured, and why the machine's speed is no matter there. */
const MEASURED: Readonly<Record<string, string>> = {
  'test/gateway/house.ts': 'a clock of business time',
  'test/gateway/sign-in/browser.ts': 'a cookie has run out',
  'test/workflows/auction-in-service.test.ts': 'windows as long as a few commands; where one was missed, longer ones',
  'test/workflows/auction-long.test.ts': 'told, and expected of nobody',
  'test/workflows/by-hand/town.ts': 'a clock of business time',
  'test/workflows/outages.test.ts': 'a call ends within its deadline, beside what a command takes in the same run',
  'test/records/limits.test.ts': 'the longer time has gone by: a slow machine takes more',
};

/** Who waits for longer than every test, and for what. */
const LONGER: Readonly<Record<string, string>> = {
  'test/drill/random.test.ts': 'as many years as are asked for',
  'test/drill/sent-again.test.ts': 'as many years as are asked for',
  'test/random/year.test.ts': 'as many years as are asked for',
  'test/ledger/model.test.ts': 'as many sequences as are asked for',
  'test/gateway/schemathesis.test.ts': 'as long as is asked for',
  'test/workflows/auction-long.test.ts': 'hundreds of bidders, on request',
  'test/workflows/replay.test.ts': 'histories are recorded anew, on request',
  'test/real/s3.real.ts': 'a server is built from its source',
  'test/real/topology.real.ts': 'four servers are built from their source',
};

/** Where a fixed pause is made: after it nothing is expected that takes time. */
const PAUSES: Readonly<Record<string, string>> = {
  'test/activities/mail.test.ts': 'an attempt is broken off, sooner or later',
  'test/activities/worker.test.ts': 'nothing was sent meanwhile',
  'test/documents/files/incoming.test.ts': 'what comes is cut off, sooner or later',
  'test/drill/interleavings-and-kills.test.ts': 'another desk comes in, sooner or later',
  'test/drill/interleavings.test.ts': 'nothing was collected meanwhile',
  'test/drill/kill.test.ts': 'nothing was collected within a pause of its own; a worker is killed now and then',
  'test/embedded/ports.test.ts': 'a port is given up, sooner or later',
  'test/embedded/temporal-binary.test.ts': 'two write at once, more likely',
  'test/gateway/limits.test.ts': 'a second is over, a minute would be; who hangs up, sooner or later',
  'test/gateway/sending.ts': 'who hangs up, sooner or later',
  'test/gateway/sign-in/step-up.test.ts': 'a second is over',
  'test/ledger/crash.test.ts': 'an instant is another',
  'test/ledger/faults.test.ts': 'looks again, until it sees',
  'test/ledger/second-eyes.test.ts': 'nothing was collected meanwhile',
  'test/ledger/statement.test.ts': 'an instant is another',
  'test/real/s3.real.ts': 'a server is killed, sooner or later',
  'test/records/door.test.ts': 'nothing was answered meanwhile',
  'test/records/limits.test.ts': 'a limit is over, or a connection is gone',
  'test/records/outbox.test.ts': 'a lease of a second is over',
  'test/regulation/changed.test.ts': 'nothing was taken meanwhile',
  'test/workflows/approvals.test.ts': 'nothing was approved meanwhile',
  'test/workflows/city-cycle.test.ts': 'cases open one after the other, a worker is killed, sooner or later',
  'test/workflows/door.test.ts': 'nothing was overdue meanwhile',
};

const CLOCK = /^\(?(Date\.now|performance\.now|process\.(hrtime(\.bigint)?|uptime|cpuUsage))\(/;
const TESTS = /^(it|test|describe|suite|beforeAll|afterAll|beforeEach|afterEach)\b/;
const ENDLESS = /^vi\.(waitFor|waitUntil)$|^expect\.poll$/;

type Fault = 'measured' | 'polled' | 'longer' | 'paused';

const ORDER = [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken];
/** From an instant that has a name until now, or now against such an instant; not some days or seconds ago. */
const isElapsed = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  (node.operatorToken.kind === ts.SyntaxKind.MinusToken
    ? CLOCK.test(node.left.getText()) && /^[a-z][\w.]*$/.test(node.right.getText())
    : ORDER.includes(node.operatorToken.kind) && [node.left, node.right].some((side) => CLOCK.test(side.getText())));

/** What a call does that depends on speed, if anything. */
function faultOf(call: ts.CallExpression): Fault | undefined {
  const name = call.expression.getText();
  const args = call.arguments;
  if (ENDLESS.test(name.replaceAll(/\s/g, ''))) return 'polled';
  if (/^(pause|sleep)$/.test(name) && args[0] && /^[\d_]+$/.test(args[0].getText())) return 'paused';
  if (name === 'setTimeout' && args[1] && /^[\d_]+$/.test(args[1].getText())) return 'paused';
  if (name === 'seen' && args.length > 2) return 'longer';
  const own = args.some((arg) => ts.isObjectLiteralExpression(arg) && /\btimeout\b/.test(arg.getText().slice(0, 30)));
  const [last, before] = [args.at(-1), args.at(-2)];
  const after = before && (ts.isArrowFunction(before) || ts.isFunctionExpression(before)) && last && !ts.isFunctionLike(last);
  return TESTS.test(name) && (own || after) ? 'longer' : undefined;
}

function faultsIn(source: ts.SourceFile): Set<Fault> {
  const found = new Set<Fault>();
  const visit = (node: ts.Node): void => {
    const fault = isElapsed(node) ? 'measured' : ts.isCallExpression(node) ? faultOf(node) : undefined;
    if (fault) found.add(fault);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
const made = (text: string): Fault[] => [...faultsIn(ts.createSourceFile('made.ts', text, ts.ScriptTarget.Latest, true))];

const files = filesUnder('test', ['.ts']).filter((file) => !file.startsWith('test/tidy/'));
const having = (fault: Fault): string[] => files.filter((file) => faultsIn(parsed(file)).has(fault));

describe('no test depends on how fast the machine is', () => {
  it.each<[string, Fault[]]>([
    ['const ms = performance.now() - began;', ['measured']],
    ['expect(Date.now() - began).toBeLessThan(5);', ['measured']],
    ['for (const end = Date.now() + 9; Date.now() < end; ) look();', ['measured']],
    ['await vi.waitFor(look);', ['polled']],
    ['await expect.poll(look).toBe(1);', ['polled']],
    ["it('is', { timeout: 5 }, work);", ['longer']],
    ["it('is', async () => work(), 5_000);", ['longer']],
    ['beforeAll(async () => work(), PATIENCE);', ['longer']],
    ["it.each([1])('is', async () => work(), 5_000);", ['longer']],
    ["await seen('it', look, 5);", ['longer']],
    ['await pause(1_000);', ['paused']],
    ['await new Promise((done) => setTimeout(done, 20));', ['paused']],
    ["it('is', async () => work()); await seen('it', look); const soon = at - Date.now();", []],
  ])('is found, or is none: %s', (text, faults) => {
    expect(made(text)).toEqual(faults);
  });

  it('time that has gone by is measured where it is said why', () => {
    expect(having('measured')).toEqual(Object.keys(MEASURED).sort());
  });

  it('what is waited for is waited for by `seen`, which is patient and says what did not come', () => {
    expect(having('polled')).toEqual([]);
  });

  it('the end of a test is that of all tests, which only one that hangs reaches; longer ones say what takes so long', () => {
    expect(having('longer')).toEqual(Object.keys(LONGER).sort());
  });

  it('nothing is expected to have come about within a fixed pause', () => {
    expect(having('paused')).toEqual(Object.keys(PAUSES).sort());
  });
});
