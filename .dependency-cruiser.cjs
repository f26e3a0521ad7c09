/**
 * The layers are folders, and imports go one way (ARCHITECTURE.md). Each rule says why it is there: read the reason
 * before you bend the rule, and change the reason with it.
 */

const anywhereBut = (...layers) => ({ pathNot: [...layers.map((layer) => `^${layer}/`), '^node_modules/'] });

/** `folder` may import the named layers (itself is always among them) and packages, nothing else of ours. */
const only = (folder, layers, comment) => ({
  name: `${folder}-imports-downward`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { ...anywhereBut(folder, ...layers), dependencyTypesNot: ['core', 'npm', 'npm-dev'] },
});

const nobody = (folder, but, comment) => ({
  name: `nobody-imports-${folder}`,
  comment,
  severity: 'error',
  from: { pathNot: [folder, ...but].map((layer) => `^${layer}/`) },
  to: { path: `^${folder}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thought in two places: nobody can read, test or move either alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere works on one machine at most.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-to-test',
      comment: 'What runs in service must not lean on what exists to try it out.',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-dev-packages-in-service',
      comment: 'A package of devDependencies is not there where the platform is installed.',
      severity: 'error',
      from: { path: '^[a-z]+/', pathNot: '^(test|bench|scripts)/' },
      // the SDK's own way to fetch a server, tried last and only where it is installed
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that came along with another one goes with it, too, at some later install.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    only('domain', [], 'The core is pure: what a case does must not depend on a server, a database or a file.'),
    {
      name: 'domain-needs-no-packages',
      comment: 'The core runs in a workflow sandbox, in a transaction and in the simulator alike, and gives the same in each.',
      severity: 'error',
      from: { path: '^domain/', pathNot: '^domain/model/amount\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-optional'] },
    },
    {
      name: 'domain-model-first',
      comment: 'The nouns stand for themselves; rules, duties and cases speak about them, never the other way round.',
      severity: 'error',
      from: { path: '^domain/model/' },
      to: { path: '^domain/', pathNot: '^domain/model/' },
    },
    {
      name: 'domain-rules-are-arithmetic',
      comment: 'A rule answers one question of the notice from its input: it knows no case and no duty.',
      severity: 'error',
      from: { path: '^domain/rules/' },
      to: { path: '^domain/', pathNot: '^domain/(model|rules)/' },
    },
    {
      name: 'decimals-in-one-place',
      comment: 'One configured Decimal and named roundings: a second door to the library would be a second way to round.',
      severity: 'error',
      from: { pathNot: '^domain/model/amount\\.ts$' },
      to: { path: 'node_modules/decimal\\.js' },
    },
    {
      name: 'written-in-one-place',
      comment:
        'What others write begins with a mark, has numbers that would not be kept and lines that end with LF only: desk/written knows.',
      severity: 'error',
      from: { path: '^(desk|city|client|simulator)/', pathNot: '^desk/written/' },
      to: { path: '(node_modules/yaml/|^(node:)?readline$)' },
    },
    {
      name: 'workbooks-in-one-place',
      comment: 'Whatever a few kB unfold to is bounded there: a second reader of zip or XML would have no bounds.',
      severity: 'error',
      from: { pathNot: '^(city/table/|documents/files/look/|test/)' },
      to: { path: 'node_modules/(yauzl|saxes|exceljs|csv-parse|numfmt)/' },
    },
    only('regulation', ['domain'], 'Data and its loader: the law is read by all and reads nobody.'),
    only('ledger', ['domain'], 'The account book knows accounts and postings, not who asked for them.'),
    only('records', ['domain', 'ledger'], 'The store writes a step as one transaction: events itself, postings by the ledger.'),
    only(
      'workflows',
      ['domain', 'activities'],
      'What a workflow loads is replayed on every wake-up and must give the same for years: the pure core and nothing else.',
    ),
    {
      name: 'workflows-know-activities-by-type',
      comment: 'An activity runs outside the sandbox; a workflow needs its signature, never its code.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-zod-in-the-bundle',
      comment: 'Each cached workflow evaluates the whole bundle: schemas cost tens of milliseconds each time. Parse at the door.',
      severity: 'error',
      from: { path: '^(domain|workflows)/' },
      to: { path: 'node_modules/(zod|yaml)/' },
    },
    {
      name: 'workflows-touch-no-machine',
      comment: 'No files, no network, no crypto in the sandbox: replay would not find them as they were.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'letters',
      ['domain', 'regulation', 'acts', 'records'],
      'What a letter says is made of notices and the law; who carries it does not matter.',
    ),
    only(
      'activities',
      ['domain', 'regulation', 'ledger', 'records', 'letters'],
      'Work in the world for a step: activities are called by workflows and know none.',
    ),
    only('acts', ['domain', 'regulation'], 'The vocabulary: what can be asked, in which shape and by whom. It knows no door.'),
    only(
      'parties',
      ['domain', 'acts', 'records'],
      'People, whom they act for, and what they may: asked by the door and by whoever shows something.',
    ),
    only(
      'documents',
      ['domain', 'regulation', 'acts', 'ledger', 'records', 'parties'],
      'What is filed, with its files and its seals: asked by the door and by whoever shows it, and knows neither.',
    ),
    only(
      'views',
      ['domain', 'regulation', 'acts', 'ledger', 'records', 'parties', 'documents', 'letters'],
      'The read side: it answers questions from the book and changes nothing. A letter is read in the words in which it went out.',
    ),
    only(
      'desk',
      ['domain', 'regulation', 'acts', 'parties', 'documents', 'ledger', 'records', 'workflows'],
      'The one way in: it parses, stamps and stores, and hands over by message.',
    ),
    {
      name: 'desk-speaks-by-messages',
      comment: 'The door knows names and messages of the cases, not how they run: they may be changed under it.',
      severity: 'error',
      from: { path: '^desk/' },
      to: { path: '^workflows/', pathNot: '^workflows/(messages|ids|search-attributes)\\.ts$' },
    },
    {
      name: 'simulator-imports-downward',
      comment:
        'It plays the same core without a server; were it to borrow the book, neither would check the other. The form of the chain is shared, since both must hash the same bytes, and what a form comes to, which is pure.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: {
        path: '^(ledger|records|workflows|activities|worker|client|gateway|console|parties|documents|views|embedded)/',
        pathNot: '^(records/chain\\.ts$|documents/forms/)',
      },
    },
    only(
      'city',
      ['domain', 'regulation', 'acts', 'parties', 'documents', 'views', 'ledger', 'records', 'workflows', 'desk'],
      'What the city authority sees of all cases and does to many of them: through the desk and the book like anybody.',
    ),
    {
      name: 'city-speaks-by-messages',
      comment: 'It knows names and messages of the cases, not how they run.',
      severity: 'error',
      from: { path: '^city/' },
      to: { path: '^workflows/', pathNot: '^workflows/(messages|ids|search-attributes)\\.ts$' },
    },
    nobody(
      'city',
      ['client', 'gateway', 'worker', 'test', 'bench'],
      "The core and the door serve every party alike and know no view of one; the worker hands the city's cycle its own.",
    ),
    only(
      'console',
      ['domain', 'regulation', 'acts', 'parties', 'documents', 'views', 'desk'],
      'Pages read views and act through the desk; they know no database, and what of HTTP they need is handed to them.',
    ),
    nobody(
      'console',
      ['gateway', 'client', 'test', 'bench'],
      'Pages show what views answer and ask the desk; nothing leans on a page.',
    ),
    {
      ...nobody(
        'worker',
        ['test'],
        'The worker is wired from the rest: who needs something of it has it in the wrong place; tests run one in their own process. What it reads of its environment is looked at before one is started.',
      ),
      to: { path: '^worker/', pathNot: '^worker/settings[.]ts$' },
    },
    only(
      'gateway',
      ['domain', 'regulation', 'acts', 'parties', 'documents', 'views', 'city', 'ledger', 'records', 'desk', 'console'],
      'HTTP says what the desk, the views and the law say: it knows no workflow and no worker.',
    ),
    nobody(
      'gateway',
      ['test', 'bench', 'client', 'embedded', 'scripts'],
      'HTTP is a face of the desk; behind it nobody knows of HTTP.',
    ),
    nobody('embedded', ['client', 'test', 'bench'], 'A whole platform on one machine is for the command line and the tests.'),
    nobody('client', ['test', 'bench'], 'The command line is the outermost layer.'),
    {
      name: 'no-drawer-folders',
      comment: 'A folder of "utils" or "helpers" has no reason to refuse anything: name the thing and put it where it is used.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils|common|helpers|types)/[^/]+\\.ts$', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.luyue)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    detectProcessBuiltinModuleCalls: true,
  },
};
