import { describe, expect, it } from 'vitest';
import { callsOf, codeOf, filesUnder, read } from '../../scripts/sources.js';

const CLOCK = /^(Date\.now|performance\.now|process\.hrtime(\.bigint)?|process\.uptime)$/;
const CHANCE = /^(Math\.random|(crypto\.)?(randomUUID|randomBytes|randomInt|getRandomValues))$/;
const WAITING = /^(globalThis\.)?(setTimeout|setInterval|setImmediate|sleep)$/;

const calls = (layers: readonly string[], wrong: (name: string, args: readonly string[]) => boolean): string[] =>
  codeOf(...layers).flatMap((file) =>
    callsOf(file).flatMap(({ name, line, args }) => (wrong(name, args) ? [`${file}:${String(line)}: ${name}`] : [])),
  );

describe('business time is handed in, and nothing is left to chance', () => {
  it('looks at calls: the workflows ask for their own time', () => {
    expect(calls(['workflows'], (name) => CLOCK.test(name)).length).toBeGreaterThan(0);
  });

  it('the core, the book, the law, the simulator and what is shown never read the clock of the machine', () => {
    const reads = (name: string, args: readonly string[]): boolean =>
      CLOCK.test(name) || name === 'Date' || (name === 'new Date' && args.length === 0);
    expect(calls(['domain', 'regulation', 'ledger', 'records', 'simulator', 'views'], reads)).toEqual([]);
  });

  it('commands take today from the platform (businessNow, the clock of a rehearsal); what the wall clock is asked for is named', () => {
    const asks = (name: string, args: readonly string[]): boolean =>
      name === 'Date.now' || name === 'Date' || (name === 'new Date' && args.length === 0);
    const files = calls(['client'], asks).map((call) => call.slice(0, call.indexOf(':')));
    expect([...new Set(files)].sort()).toEqual([
      'client/auction/at-the-desk.ts', // of an auction without a hall: the platform is in service, its clock is everybody's
      'client/auction/bidders.ts', // how long their answers took
      'client/auction/forward.ts', // how long the server takes to get there
      'client/auction/hall-clock.ts', // by how much the hall's own clock is ahead
      'client/auction/hall.ts', // from when on the hall's own clock goes
      'client/auction/rehearse.ts', // how long it is waited for
      'client/city.ts', // where the platform has no clock of its own
      'client/demo/demonstration.ts', // from when on the clock of the demonstration goes
      'client/do-for-all.ts', // how long it is waited for
      'client/drill/play.ts', // what a play takes
      'client/drill/run.ts', // how long it is waited for mails
      'client/drill/virtual-clock.ts', // by how much the server is ahead
      'client/kept-sign-in.ts', // how old a lock is
      'client/login.ts', // when a token ends
      'client/register.ts', // of a dry run without a platform
      'client/rehearsal.ts', // by how much the clock of a rehearsal is ahead
      'client/seal.ts', // what a signature says of its own time
      'client/status.ts', // where the platform has no clock of its own
    ]);
  });

  it('the core, the book, the law, the simulator and the workflows never ask for chance', () => {
    expect(calls(['domain', 'regulation', 'ledger', 'records', 'simulator', 'workflows'], (name) => CHANCE.test(name))).toEqual(
      [],
    );
  });

  it('the core does not wait', () => {
    expect(calls(['domain', 'regulation', 'simulator'], (name) => WAITING.test(name))).toEqual([]);
  });

  it("the database's clock stamps acts at the door, dates records and spaces retries; no other statement asks for it", () => {
    const asks = /\b(now\(\)|clock_timestamp\(\)|statement_timestamp\(\)|current_(date|time|timestamp)|localtime(stamp)?)/;
    const dates = /(recorded|made)_at timestamptz not null default clock_timestamp\(\)/;
    const lines = filesUnder('records', ['.sql', '.ts']).flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => asks.test(line.replace(/--.*$/, '')) && !dates.test(line))
        .map(() => file),
    );
    expect([...new Set(lines)].sort()).toEqual([
      'records/acts.ts', // how long a request has waited, how many were refused today
      'records/cases.ts', // since when a case stands still
      'records/contacts.ts', // when a wish about letters was kept
      'records/deliveries.ts', // when to try a letter again
      'records/functions/business_now.sql', // the stamp of an act, and of what is decided at the desk
      'records/functions/claim_letters.sql', // until when a letter is claimed
      'records/functions/forget_file.sql', // a file is kept for so long by the wall clock, at least
      'records/functions/forget_sign_ins.sql', // nobody can have a sign-in forgotten before half a year
      'records/functions/instant_verdict.sql', // an instant has come when the clock that stamps the acts says so
      'records/functions/let_come.sql', // the same, where it is called a moment early
      'records/functions/notices_due.sql', // whether the instant of a letter has come, and nothing more comes to it
      'records/functions/sign_ins_stand.sql', // which sign-ins may have been forgotten: their own instants are the wall's
      'records/late-cases.ts', // whose next instant came some time ago by the clock of its case
      'records/schema/0060_requests.sql', // from when on a rehearsal's clock goes that was made before clocks were kept
    ]);
  });
});
