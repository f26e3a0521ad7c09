import type pg from 'pg';
import { z } from 'zod';
import { KeptSeals } from './kept-seals.js';
import { isOfTest, readRoots, TrustFiles, TRUST_NOBODY, type TrustSource } from './trust.js';
import { openWitness } from './witness.js';

const text = z.preprocess((given: unknown) => (given === '' ? undefined : given), z.string().min(1).optional());

/** Whom the platform trusts, and by which key it bears witness: gateway and commands read the same. */
export const SEAL_SETTINGS = {
  /** A file of certificates (PEM): the authorities whose certificates seal. */
  LUYUE_SEAL_ROOTS: text,
  /** A folder of their lists of revoked certificates (`.crl`), which somebody keeps fresh. */
  LUYUE_SEAL_LISTS: text,
  /** A file with the key of the platform's witness, encrypted, and its certificates (PEM); without it no witness is borne. */
  LUYUE_WITNESS: text,
  LUYUE_WITNESS_PASSPHRASE: text,
};
const SETTINGS = z.object(SEAL_SETTINGS);
export type SealSettings = z.infer<typeof SETTINGS>;

export const sealSettings = (env: NodeJS.ProcessEnv): SealSettings => SETTINGS.parse(env);

/** Whom the settings name as trusted; nobody where they name nobody. */
export const trustIn = ({ LUYUE_SEAL_ROOTS: roots, LUYUE_SEAL_LISTS: lists }: SealSettings): TrustSource =>
  roots === undefined ? TRUST_NOBODY : new TrustFiles({ roots, ...(lists === undefined ? {} : { lists }) });

/** The seals of a platform. Throws where the witness cannot be opened, or where in service a test authority would be trusted. */
export async function sealsIn(settings: SealSettings, pool: pg.Pool, isService: boolean): Promise<KeptSeals> {
  const { LUYUE_SEAL_ROOTS: roots, LUYUE_WITNESS: file, LUYUE_WITNESS_PASSPHRASE: passphrase = '' } = settings;
  if (isService && roots !== undefined && (await readRoots(roots)).some(isOfTest))
    throw new Error(`LUYUE_SEAL_ROOTS: ${roots} holds a test authority, whose certificates are worth nothing in service`);
  const witness = file === undefined ? undefined : await openWitness({ file, passphrase });
  return new KeptSeals(pool, { trust: trustIn(settings), ...(witness ? { witness } : {}) });
}
