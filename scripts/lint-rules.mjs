// The rules of this house that no linter brings along, each with its reason. Where which of them holds: .oxlintrc.json.

/** A rule that finds fault with the nodes that `look` names, in its own words. */
const rule = (message, look) => ({
  create: (context) => look((node) => context.report({ node, message })),
});

/** What stands behind the dot of `a.b`, or nothing. */
const named = (node) => node.property?.name;

const SM2 = /^(sm2|rsa-sm3|sm2-with-sm3)$/i;
const WHOLE = ['parseBody', 'formData', 'arrayBuffer', 'blob'];
const isText = ({ type, value }) => type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string');

const noClock = rule(
  'Business time is handed in (docs/decisions/0003-stamps-at-the-door.md): take the instant from the act, the event or the step.',
  (wrong) => ({
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) wrong(node);
    },
    CallExpression(node) {
      if (node.callee.name === 'Date') wrong(node);
    },
  }),
);

/** `Date` reads 31 June as 1 July, and a text without offset by the machine's time zone. */
const oneReaderOfDays = rule(
  'Days and instants are read in domain/model/instant.ts: instantFrom, isInstant, isDay, startOf.',
  (wrong) => ({
    CallExpression(node) {
      if (node.callee.object?.name === 'Date' && named(node.callee) === 'parse') wrong(node);
    },
    NewExpression(node) {
      if (node.callee.name === 'Date') node.arguments.filter(isText).forEach(wrong);
    },
    MemberExpression(node) {
      if (named(node.object) === 'iso') wrong(node);
    },
  }),
);

/** Node makes a key of SM2 and then signs ECDSA with it, or SM2 without the signer's id: it looks right and nobody else verifies it. */
const noSm2 = rule(
  'node:crypto has no SM2 that others verify (docs/security.md, trap 8): sign through a port with an implementation of GM/T 0009.',
  (wrong) => ({
    Literal(node) {
      if (typeof node.value === 'string' && SM2.test(node.value)) wrong(node);
    },
    TemplateElement(node) {
      if (SM2.test(node.value.raw)) wrong(node);
    },
  }),
);

/** What a form brings is kept whole in memory: only behind `bodyLimit`. */
const boundedForms = rule(
  'A body is read with a bound: gateway/body.ts, or a form behind bodyLimit (docs/security.md, trap 5).',
  (wrong) => ({
    CallExpression({ callee }) {
      if (WHOLE.includes(named(callee)) && named(callee.object) === 'req') wrong(callee);
    },
  }),
);

const READS = ['readFile', 'readFileSync', 'createReadStream'];
const OF_FILES = /^(?:node:)?fs(?:\/promises)?$/;

/** A name from an argument, the environment or a request may be of a device, a pipe, or of what somebody lets grow. */
const boundedFiles = rule(
  'A file is read with a bound: records/bounded-file.ts, desk/written/file.ts for what people hand in. Where only files of our own are read: .oxlintrc.json.',
  (wrong) => ({
    ImportDeclaration({ source, specifiers }) {
      if (OF_FILES.test(source.value)) specifiers.filter(({ imported }) => READS.includes(imported?.name)).forEach(wrong);
    },
    MemberExpression(node) {
      if (READS.includes(named(node))) wrong(node);
    },
  }),
);

const RECORDS = ['record', 'partialRecord', 'looseRecord'];

/** zod passes over `__proto__` in a record without a word: what somebody wrote under it is lost, and nobody is told. */
const recordsByName = rule(
  'Names from outside are read by byName or bySomeOf (regulation/by-name.ts), which refuse `__proto__`; what stands under one by own (domain/model/own.ts).',
  (wrong) => ({
    MemberExpression(node) {
      if (node.object.name === 'z' && RECORDS.includes(named(node))) wrong(node);
    },
  }),
);

/** Spread, they are copied one by one at each call, and the compiler no longer sees a field that nobody has. */
const noSpreadLiteral = rule('Fields that are spelt out stand in the object itself: a, b, not ...{ a, b }.', (wrong) => ({
  SpreadElement(node) {
    if (node.argument.type === 'ObjectExpression') wrong(node);
  },
}));

export default {
  meta: { name: 'house' },
  rules: {
    'no-clock': noClock,
    'one-reader-of-days': oneReaderOfDays,
    'no-sm2': noSm2,
    'bounded-forms': boundedForms,
    'bounded-files': boundedFiles,
    'no-spread-literal': noSpreadLiteral,
    'records-by-name': recordsByName,
  },
};
