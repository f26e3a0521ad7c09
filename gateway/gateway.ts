import { OpenAPIHono } from '@hono/zod-openapi';
import type { Files } from '../documents/files/files.js';
import type { ReceiptSealer } from '../documents/receipts/receipt.js';
import { KeptSeals } from '../documents/seals/kept-seals.js';
import type { Seals } from '../documents/seals/seals.js';
import type { Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { seeChanges } from '../regulation/changed.js';
import { addActs } from './acts.js';
import { addApprovals } from './approvals.js';
import type { Twin } from '../console/twin.js';
import { addBatches } from './batches.js';
import { addCalendar } from './calendar.js';
import { accessLog, answerFailures, browserRules } from './around.js';
import { addDocs, addStartPage } from './docs.js';
import type { Gateway, Guard, Known } from './endpoint.js';
import { addForms } from './document-forms.js';
import { addClean } from './clean.js';
import { addSeals } from './document-seals.js';
import { addDocuments } from './documents.js';
import { addExports } from './exports.js';
import { addFiles } from './files.js';
import { addInbox } from './inbox.js';
import { Limiter, RATES, type Rates } from './limits.js';
import { addLetterWishes } from './letter-wishes.js';
import { addMe } from './me.js';
import { Measures } from './measures.js';
import { pagesHere } from './pages-here.js';
import type { FrontDesk } from '../desk/port.js';
import type { People } from './port.js';
import { issuerOfProvider, mountSignIn, type SignInProvider } from './provider.js';
import { addReceipts } from './receipts.js';
import { addRules } from './rules.js';
import { guards } from './sign-in.js';
import { tokenReader, type IsEnded, type Issuer } from './tokens.js';
import { addUnits } from './units.js';
import { addVerifications } from './verifications.js';

/** What the gateway stands on. */
export interface GatewayParts {
  readonly front: FrontDesk;
  readonly people: People;
  readonly book: Book;
  /** What people send to be filed; none where the platform keeps no files. */
  readonly files?: Files | undefined;
  /** Whose tokens are taken. */
  readonly issuers: readonly Issuer[];
  readonly isEnded: IsEnded;
  /** The business clock; the machine's where nothing is said. */
  readonly now?: () => Instant;
  /** A training twin whose clock its pages move. */
  readonly twin?: Twin;
  /** Where people and programs sign in; none where test tokens are all that there is. */
  readonly provider?: SignInProvider;
  readonly rates?: Rates;
  /** Addresses of proxies that are believed about whom they speak for. */
  readonly proxies?: readonly string[];
  readonly measures?: Measures;
  readonly log?: (line: string) => void;
  /** What judges and keeps seals; without it none is taken in. */
  readonly seals?: Seals | undefined;
  /** The platform's own seal on receipts; none where it has none. */
  readonly sealer?: ReceiptSealer | undefined;
  /** Where operators look at the cases themselves: the pages of Temporal. */
  readonly temporalUrl?: string;
  /** What else is answered at this address, such as pages and the sign-in: mounted before the plain start page. */
  readonly mount?: (app: Gateway, guards: { readonly signedIn: Guard; readonly open: Guard }) => void;
}

const toStderr = (line: string): void => void process.stderr.write(`${line}\n`);

/** The application that answers HTTP: the same whatever it listens on. */
export function makeGateway(parts: GatewayParts): Gateway {
  seeChanges(() => performance.now());
  const {
    front,
    people,
    book,
    issuers,
    isEnded,
    proxies = [],
    measures = new Measures(),
    log = toStderr,
    now = Date.now,
  } = parts;
  const app = new OpenAPIHono<Known>();
  app.use(accessLog(measures, log), browserRules(proxies));
  answerFailures(app, log);
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'an access token for the audience luyue-api',
  });
  const limiter = new Limiter(parts.rates ?? RATES);
  const { provider } = parts;
  const readToken = tokenReader([...issuers, ...(provider ? [issuerOfProvider(provider)] : [])], isEnded);
  const both = guards({ people, readToken, limiter, proxies, now });
  addActs(app, both.signedIn, front);
  addBatches(app, both.signedIn, front);
  addApprovals(app, both.signedIn, front);
  addMe(app, both.signedIn);
  addLetterWishes(app, both.signedIn, { pool: book.pool, now });
  addUnits(app, both.signedIn, book, now);
  addInbox(app, both.signedIn, book, now);
  addForms(app, both.open);
  addDocuments(app, both.signedIn, { book, now });
  const seals = parts.seals ?? new KeptSeals(book.pool);
  addSeals(app, both.signedIn, { book, seals, now });
  addClean(app, both.signedIn, { book, front, now });
  addFiles(app, both.signedIn, { book, now, files: parts.files });
  addExports(app, both.signedIn, { book, now, files: parts.files });
  addReceipts(app, both, { book, now, sealer: parts.sealer, origin: provider?.origin });
  addVerifications(app, both.signedIn, book, now);
  addCalendar(app, both, { book, now, origin: provider?.origin });
  addRules(app, both.open);
  addDocs(app, both.open);
  if (provider) mountSignIn(app, { pool: book.pool, provider, readToken, proxies, log });
  parts.mount?.(app, both);
  const { temporalUrl, twin } = parts;
  const shown = { sealer: parts.sealer, ...(temporalUrl === undefined ? {} : { temporalUrl }), ...(twin ? { twin } : {}) };
  if (provider)
    app.route(
      '/',
      pagesHere({
        front,
        people,
        book,
        files: parts.files,
        seals,
        provider,
        limiter,
        proxies,
        log,
        now,
        ...shown,
      }) as never,
    );
  else addStartPage(app, both.open);
  return app;
}
