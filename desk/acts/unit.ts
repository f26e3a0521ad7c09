import { z } from 'zod';
import { exactlyOne, files, line, lots, measured, month, name, sealed, text, verifierId, wholeTonnes } from './shapes.js';
import type { Vocable, Vocabulary } from './vocable.js';

const FUELS = ['natural-gas', 'gasoline', 'diesel', 'lpg', 'kerosene', 'fuel-oil'] as const;

const keyUnit = (schema: z.ZodType): Vocable => ({ party: 'unit', concerns: 'key', with: schema });

/** What a 重点碳排放单位 does itself. */
export const keyUnitActs: Vocabulary = {
  'submit-monthly-evidence': {
    ...keyUnit(
      z.strictObject({
        month,
        electricityMWh: measured,
        fuels: z.array(z.strictObject({ fuel: z.enum(FUELS), consumption: measured })).max(50),
        greenElectricityMWh: measured.optional(),
        heatGJ: measured.optional(),
        auxiliary: z.record(name, line(500)).optional(),
        files,
      }),
    ),
    case: 'monthly-evidence',
  },
  'submit-data-quality-plan': keyUnit(
    z.strictObject({
      sealed,
      version: z
        .union(
          [line(500).trim().min(1), z.number().int().positive()],
          '应为文字或正整数 | must be text or a positive whole number',
        )
        .transform(String)
        .optional(),
      files: files.optional(),
    }),
  ),
  'submit-first-report': keyUnit(z.strictObject({ emissions: measured, sealed, files: files.optional() })),
  'appoint-verifier': keyUnit(z.strictObject({ verifier: verifierId })),
  'submit-verified-report': keyUnit(
    z.strictObject({
      emissions: measured,
      sealed,
      verifierReport: z.strictObject({ verifier: verifierId, sealed }),
      files: files.optional(),
    }),
  ),
  'apply-for-adjustment': keyUnit(z.strictObject({ ground: text, tonnes: wholeTonnes, sealed, files: files.optional() })),
  'apply-for-offsets': keyUnit(z.strictObject({ lots })),
  surrender: keyUnit(
    z.strictObject({ quantity: wholeTonnes.optional(), lots: lots.optional() }).superRefine(exactlyOne('quantity', 'lots')),
  ),
};

/** What any unit does with what it holds. */
export const anyUnitActs: Vocabulary = {
  cancel: {
    party: 'unit',
    concerns: 'any',
    with: z
      .strictObject({ quantity: wholeTonnes.optional(), lots: lots.optional(), reason: text })
      .superRefine(exactlyOne('quantity', 'lots')),
  },
};

/** What a 一般报告单位 does itself. */
export const generalUnitActs: Vocabulary = {
  'submit-general-report': {
    party: 'unit',
    concerns: 'general',
    with: z.strictObject({ emissions: measured, sealed, files: files.optional() }),
  },
};
