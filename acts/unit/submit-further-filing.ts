import { z } from 'zod';
import { define } from '../definition.js';
import { files, filing, sealed } from '../shapes.js';

/** 另行报送: what the notice asks of units to be filed by a day, by the name that it gives it. */
export const submitFurtherFiling = define({
  name: 'submit-further-filing',
  words: { zh: '报送通知另行要求的材料', en: 'file what the notice asks besides' },
  party: 'unit',
  concerns: 'any',
  seal: true,
  formByFiling: true,
  with: z.strictObject({ filing, sealed, files: files.optional() }),
});
