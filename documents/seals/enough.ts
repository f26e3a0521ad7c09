import type { PlatformKind } from '../../records/platform.js';
import { rulebookNamed } from '../../regulation/named.js';
import { valueOf } from '../../regulation/terms.js';
import type { SealKind } from './seals.js';

/** Whether a seal of a kind is enough for an act on such a platform: a witness only where the rulebook says so, for the act or for all. */
export function isEnough(
  kind: SealKind,
  { act, cycle }: { readonly act: string; readonly cycle: number },
  platform: PlatformKind,
  regulation?: string,
): boolean {
  if (kind !== 'witness') return true;
  const rulebook = rulebookNamed(String(cycle), regulation);
  const ofAct = `seal.witness.${act}`;
  const where = valueOf(rulebook, rulebook.parameters[ofAct] ? ofAct : 'seal.witness');
  return where.includes(platform);
}
