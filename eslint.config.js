import tseslint from 'typescript-eslint';

const clock =
  'Business time is handed in (docs/decisions/0003-stamps-at-the-door.md): take the instant from the act, the event or the step.';
const chance = 'A case must play the same every time: spread work by a hash of the unit id, never by chance.';

/** Ways to the machine's clock, and to chance. */
const NO_DATE_NOW = { object: 'Date', property: 'now', message: clock };
const NO_RANDOM = { object: 'Math', property: 'random', message: chance };
const NO_BARE_DATE = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock };
const NO_CALLED_DATE = { selector: "CallExpression[callee.name='Date']", message: clock };
/** `Date` reads 31 June as 1 July, and a text without offset by the machine's time zone. */
const ONE_READER = 'Days and instants are read in domain/model/instant.ts: instantFrom, isInstant, isDay, startOf.';
const NO_DATE_PARSE = {
  selector: "CallExpression[callee.object.name='Date'][callee.property.name='parse']",
  message: ONE_READER,
};
const NO_DATE_OF_TEXT = {
  selector: "NewExpression[callee.name='Date'] > :matches(Literal[raw=/^['\"]/], TemplateLiteral)",
  message: ONE_READER,
};
const NO_ZOD_DATE = { selector: "MemberExpression[object.property.name='iso']", message: ONE_READER };
/** Node makes a key of SM2 and then signs ECDSA with it, or SM2 without the signer's id: it looks right and nobody else verifies it. */
const NO_SM2 = {
  selector:
    ':matches(Literal[value=/^(sm2|rsa-sm3|sm2-with-sm3)$/i], TemplateElement[value.raw=/^(sm2|rsa-sm3|sm2-with-sm3)$/i])',
  message:
    'node:crypto has no SM2 that others verify (docs/security.md, trap 8): sign through a port with an implementation of GM/T 0009.',
};
/** What a form brings is kept whole in memory: only behind `bodyLimit`. */
const NO_UNBOUNDED_FORM = {
  selector: "CallExpression[callee.property.name=/^(parseBody|formData|arrayBuffer|blob)$/][callee.object.property.name='req']",
  message: 'A body is read with a bound: gateway/body.ts, or a form behind bodyLimit (docs/security.md, trap 5).',
};
const EVERYWHERE = [NO_DATE_PARSE, NO_DATE_OF_TEXT, NO_ZOD_DATE, NO_SM2, NO_UNBOUNDED_FORM];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
  name,
  message: 'Only the durable shell waits, with the timers of Temporal: answer what is due next (dueNext) instead.',
}));
const OUTSIDE = ['process', 'performance', 'crypto', 'fetch', 'console', 'Buffer'].map((name) => ({
  name,
  message: 'Pure code neither reads nor writes anything outside: take it as an argument, answer it as a value.',
}));

/** What needs syntax alone; what needs types is asked in .oxlintrc.json. */
export default tseslint.config(
  { ignores: ['dist/', '.luyue/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // a record by key is a dictionary, and a key of it may go
      '@typescript-eslint/no-dynamic-delete': 'off',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      // small enough to be read in one breath
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      'max-params': ['error', 6],
      complexity: ['error', 18],
    },
  },
  {
    // the core: no clock, no chance, nothing outside
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', NO_DATE_NOW, NO_RANDOM],
      'no-restricted-syntax': ['error', NO_BARE_DATE, NO_CALLED_DATE, ...EVERYWHERE],
      'no-restricted-globals': ['error', ...TIMERS, ...OUTSIDE],
    },
  },
  {
    // the book, the simulator and what is shown know business time only
    files: ['ledger/**/*.ts', 'records/**/*.ts', 'simulator/**/*.ts', 'regulation/**/*.ts', 'views/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', NO_DATE_NOW, NO_RANDOM],
      'no-restricted-syntax': ['error', NO_BARE_DATE, NO_CALLED_DATE, ...EVERYWHERE],
    },
  },
  {
    // in a workflow Date.now() is the workflow's own, replayed time: it decides when to wake, never what is lawful
    files: ['workflows/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', NO_RANDOM],
      'no-restricted-syntax': ['error', NO_BARE_DATE, NO_CALLED_DATE, ...EVERYWHERE],
      'no-restricted-globals': ['error', ...TIMERS, ...OUTSIDE],
    },
  },
  {
    // forms behind bodyLimit (console/console-routes.tsx, gateway/sign-in/routes.tsx, embedded/identity/interaction.tsx)
    files: ['console/console-routes.tsx', 'gateway/sign-in/signed-in.ts', 'embedded/identity/signing-in.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE.filter((rule) => rule !== NO_UNBOUNDED_FORM)] },
  },
  {
    // a describe block is long because it holds many tests; a row of `pg` is what the query says
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'max-lines': ['error', 250] },
  },
);
