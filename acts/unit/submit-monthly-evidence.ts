import { z } from 'zod';
import { byName } from '../../regulation/by-name.js';
import { FUELS } from '../../domain/model/fuel.js';
import { define } from '../definition.js';
import { files, line, measured, month, name } from '../shapes.js';

const FUELS_MAX = 50;

/** 三(一)1: a month's fuels, electricity and heat, with what proves them. */
export const submitMonthlyEvidence = define({
  name: 'submit-monthly-evidence',
  words: { zh: '上传月度信息化存证', en: "upload a month's evidence" },
  party: 'unit',
  concerns: 'key',
  case: 'monthly-evidence',
  form: 'monthly-evidence',
  with: z.strictObject({
    month,
    electricityMWh: measured,
    fuels: z.array(z.strictObject({ fuel: z.enum(FUELS), consumption: measured })).max(FUELS_MAX),
    greenElectricityMWh: measured.optional(),
    heatGJ: measured.optional(),
    auxiliary: byName(name, line(500)).optional(),
    files,
  }),
});
