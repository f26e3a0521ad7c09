import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The folders of test/ whose tests need servers; the platform is started for them only. */
const ON_PLATFORM = ['embedded', 'deploy', 'workflows', 'ledger', 'records', 'activities', 'worker', 'drill', 'gateway', 'views'];

/** Puts another module in the place of one of ours: nobody else may see it. */
const REPLACING = 'test/domain/cases/duties-follow-terms.test.ts';

/** What takes longest, by what it took: begun last, one of them would run at the end alone. Larger files, which come first else, say little. */
const LONGEST = [
  'gateway/schemathesis',
  'ledger/scenarios',
  'workflows/outages',
  'workflows/auction-in-service',
  'drill/digest',
  'records/seals/export',
  'embedded/postgres',
  'drill/random',
  'drill/kill',
  'workflows/auction',
  'records/every-column',
  'deploy/certificates',
  'gateway/every-cell',
  'workflows/by-hand-vocabulary',
  'drill/interleavings',
  'drill/interleavings-and-kills',
  'drill/sent-again',
  'gateway/console/in-browser',
  'records/every-night',
  'workflows/held-up',
  'workflows/by-hand-every-type',
].map((name) => `/test/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

const REAL = process.env['LUYUE_REAL'];
/** What no test reaches but one that hangs, on the slowest machine too: `test/seen.ts` has given up before, and said what did not come. */
const PATIENCE_MS = 300_000;
// files of one worker share its modules: half of the time went into loading them again for each
const shared = {
  pool: 'forks' as const,
  environment: 'node',
  isolate: false,
  setupFiles: ['test/as-it-was.ts'],
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
};
const files = ON_PLATFORM.map((folder) => `test/${folder}/**/*.test.ts`);
/** Every page in every look, a language a file: `npm run test:pages`. */
const pages = process.env['LUYUE_PAGES'] === 'all' ? ['test/gateway/console/*.pages.ts'] : [];

export default defineConfig({
  test: {
    // one more than the cores of CI: a third of the time of tests on a platform is waiting for it
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // servers of others, which are fetched: `npm run test:s3`, `npm run test:clamd`
      ...(REAL === undefined ? [] : [{ test: { ...shared, name: 'real', include: [`test/real/${REAL}.real.ts`] } }]),
      { test: { ...shared, name: 'pure', include: ['test/**/*.test.ts'], exclude: [...files, REPLACING] } },
      { test: { ...shared, name: 'replacing', include: [REPLACING], isolate: true } },
      {
        test: {
          ...shared,
          name: 'platform',
          include: [...files, ...pages],
          globalSetup: ['test/platform.ts'],
        },
      },
    ],
  },
});
