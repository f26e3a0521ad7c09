import { z } from 'zod';
import { oncePerFolder } from './once.js';
import { readYaml } from './source.js';

/** 区生态环境部门: one body that may be a unit's district authority. */
export interface District {
  /** As acts, mails and the register name it. */
  readonly id: string;
  readonly area: string;
  readonly en: string;
  readonly authority: string;
}

const text = z.string().min(1);
const shape = z.strictObject({
  cite: z.strictObject({ instrument: text, clause: text }),
  quote: text,
  districts: z.array(z.strictObject({ id: z.string().regex(/^[a-z][a-z-]*$/), area: text, en: text, authority: text })).min(1),
});

/** Every district authority, in the order of the city's own lists. Throws a RegulationError that names file and line. */
export const districts = oncePerFolder((folder): readonly District[] => {
  const source = readYaml(folder, 'districts.yaml', shape);
  const all = source.content.districts;
  all.forEach(({ id, authority }, at) => {
    if (all.findIndex((one) => one.id === id || one.authority === authority) !== at)
      source.fail(
        'duplicate-parameter',
        ['districts', at, 'id'],
        `${id}（${authority}）重复`,
        `${id} (${authority}) is there twice`,
      );
  });
  return all;
});

/**
 * The district authority that somebody means: by its id, its name, its area, or its area without 区. None for a name that
 * fits nobody, or more than one: in the Development Area the body has to be named.
 */
export function districtMeant(said: string, among: readonly District[]): District | undefined {
  const exact = among.find(({ id, authority }) => said === id || said === authority);
  if (exact) return exact;
  const fits = among.filter(({ area }) => said === area || `${said}区` === area);
  return fits.length === 1 ? fits[0] : undefined;
}
