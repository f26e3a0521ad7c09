import { z } from '@hono/zod-openapi';
import { byName } from '../regulation/by-name.js';
import { wrongName } from '../documents/files/names.js';
import { isMonth } from '../domain/model/instant.js';
import { anything, dayOut, instantOut, named, quantityOut, unitId } from './shapes.js';

const hash = (what: string) =>
  z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, '应为 64 位十六进制 SHA-256 | must be a SHA-256 in 64 hexadecimal digits')
    .openapi({ description: what, example: 'a'.repeat(64) });

const FILES_MAX = 200;
const TEXT_MAX = 4_000;
const EXPLAINED_MAX = 200;

export const documentId = z
  .string()
  .regex(/^DOC-\d{6,15}$/, '应为文件号，如 DOC-000001 | must be the number of a document such as DOC-000001')
  .openapi({ description: 'the document', example: 'DOC-000001' });
export const formName = named('the form', 'first-report');
export const versionIn = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, '应为版本号 | must be the number of a version')
  .openapi({ example: '1' });
export const monthIn = z
  .string()
  .refine(isMonth, '不是月份，应为 YYYY-MM | is no month: write YYYY-MM')
  .openapi({ example: '2024-05' });

const row = byName(z.string(), z.string().max(TEXT_MAX));
/** What a form asks is parsed by the form itself; here it is texts and rows of texts. */
export const valuesIn = byName(z.string(), z.union([z.string().max(TEXT_MAX), z.array(row).max(FILES_MAX)])).openapi(
  'FormValues',
  { description: 'text by field, rows by table, as the form names them (GET /forms/{name})' },
);
const fileName = named('its name there', '电费结算单.pdf').superRefine((name, c) => {
  const wrong = wrongName(name);
  if (wrong) c.addIssue({ code: 'custom', message: wrong.join(' | ') });
});
export const filesIn = z.array(z.strictObject({ name: fileName, sha256: hash('of the file') })).max(FILES_MAX);
export const explainedIn = byName(z.string().max(200), z.string().trim().min(1).max(TEXT_MAX))
  .refine((said) => Object.keys(said).length <= EXPLAINED_MAX, '过多 | has too many')
  .openapi('Explanations', { description: 'what is said to findings, by their keys' });

const message = { zh: z.string(), en: z.string() };
const path = z.array(z.union([z.string(), z.number()]));
export const findingOut = z
  .object({
    key: z.string(),
    code: z.string(),
    severity: z.enum(['error', 'warning', 'question']),
    about: z.string(),
    ...message,
    numbers: byName(z.string(), z.string()),
    explanation: z.string().optional(),
  })
  .openapi('Finding', { description: 'what the district will see; it stops no filing' });
const totalsOut = z
  .object({ fossil: quantityOut, electricity: quantityOut, heat: quantityOut, process: quantityOut, total: quantityOut })
  .openapi('Totals', { description: 'in t of CO2, computed: the computed figure counts' });

export const briefOut = z
  .object({
    id: documentId,
    form: z.string(),
    party: z.string(),
    unit: unitId,
    cycle: z.int(),
    month: z.string().optional(),
    version: z.int(),
    state: z.enum(['draft', 'checked', 'sealed', 'filed']),
    revision: z.int(),
    sha256: hash('of the document'),
    savedAt: instantOut,
    savedBy: z.string(),
    filed: z.object({ at: instantOut, request: z.string(), outcome: z.enum(['stored', 'decided', 'refused']) }).optional(),
    counts: z.object({ error: z.int(), warning: z.int(), question: z.int() }),
  })
  .openapi('DocumentInBrief');
export const documentOut = briefOut
  .extend({
    formVersion: z.int(),
    formDigest: z.string(),
    values: valuesIn,
    totals: totalsOut.optional(),
    findings: z.array(findingOut),
    files: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.int() })),
    begun: z.boolean().optional().openapi({ description: 'whether this call began it; false: there was one already' }),
  })
  .openapi('Document');
export const documentsOut = z.object({ documents: z.array(briefOut), after: z.string().optional() }).openapi('Documents');
export const checkedOut = documentOut
  .extend({ errors: z.array(z.object({ path, ...message })).openapi({ description: 'what keeps it from being filed' }) })
  .openapi('CheckedDocument');
export const changesOut = z
  .object({
    id: documentId,
    from: z.int(),
    to: z.int(),
    changes: z.array(z.object({ path: z.string(), ...message, before: z.string().optional(), after: z.string().optional() })),
  })
  .openapi('DocumentChanges');

export const formBriefOut = z
  .object({
    form: z.string(),
    version: z.int(),
    digest: z.string(),
    ...message,
    by: z.enum(['unit', 'verifier']),
    act: z.string().optional(),
    status: z.string(),
    monthly: z.boolean(),
  })
  .openapi('FormInBrief');
export const formOut = z
  .looseObject({ form: z.string(), version: z.int(), digest: z.string(), ...message, sections: z.array(anything) })
  .openapi('Form', { description: 'every field with its type, unit, bounds and source' });

export const cleanIn = z
  .strictObject({
    what: z.enum(['check-monthly-evidence', 'check-general-report', 'first-check']),
    month: monthIn.optional(),
    cycle: z.int().min(1_000).max(9_999).optional(),
    as: named('which of your parties, where there are several', 'chaoyang').optional(),
    commit: z.boolean().default(false).openapi({ description: 'without it nothing is done: the packages that would be passed' }),
  })
  .openapi('PassClean');
export const cleanOut = z
  .object({
    of: z.string(),
    committed: z.boolean(),
    packages: z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        what: z.string(),
        document: z.string(),
        version: z.int(),
        dueOn: dayOut.optional(),
        state: z.string(),
        code: z.string().optional(),
      }),
    ),
    more: z.boolean().openapi({ description: 'there are more: ask again' }),
  })
  .openapi('CleanPackages');
