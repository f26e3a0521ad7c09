import { z } from 'zod';
import { define } from '../definition.js';
import { files, longText, queryNumber, verifierId } from '../shapes.js';

/** The unit's answer to what its verifier asks. */
export const answerQuery = define({
  name: 'answer-query',
  words: { zh: '答复核查疑问或者不符合项', en: 'answer a query of the verifier' },
  party: 'unit',
  concerns: 'key',
  case: 'verification',
  verifier: 'verifier',
  with: z.strictObject({ verifier: verifierId, query: queryNumber, text: longText, files: files.optional() }),
});
