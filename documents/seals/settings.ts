import type pg from 'pg';
import { z } from 'zod';
import { EnvironmentError, readableFile, settingsIn } from '../../records/environment.js';
import type { ReceiptSealer } from '../receipts/receipt.js';
import { KeptReceiptSealer } from '../receipts/sealer.js';
import type { ListPlaces } from './fetching.js';
import { KeptSeals } from './kept-seals.js';
import { isOfTest, readRoots, TrustFiles, TRUST_NOBODY, type TrustSource } from './trust.js';
import { openWitness, type WitnessKey } from './witness.js';

const file = z.preprocess((given: unknown) => (given === '' ? undefined : given), readableFile.optional());
const text = z.preprocess((given: unknown) => (given === '' ? undefined : given), z.string().min(1).optional());

/** Whom the platform trusts, and by which key it bears witness: gateway and commands read the same. */
export const SEAL_SETTINGS = {
  /** A file of certificates (PEM): the authorities whose certificates seal. */
  LUYUE_SEAL_ROOTS: file,
  /** A folder of their lists of revoked certificates (`.crl`), which somebody keeps fresh. */
  LUYUE_SEAL_LISTS: text,
  /** Where fresh lists are had, addresses with commas between them: the worker fetches them into that folder once an hour. */
  LUYUE_SEAL_LISTS_FROM: text,
  /** A file with the key of the platform's witness, encrypted, and its certificates (PEM); without it no witness is borne. */
  LUYUE_WITNESS: file,
  LUYUE_WITNESS_PASSPHRASE: text,
};
const SETTINGS = z.object(SEAL_SETTINGS);
export type SealSettings = z.infer<typeof SETTINGS>;

export const sealSettings = (env: NodeJS.ProcessEnv): SealSettings => settingsIn(SETTINGS, env);

const wrong = (name: string, message: string): EnvironmentError => new EnvironmentError([{ path: [name], message }]);

/** Whom the settings name as trusted; nobody where they name nobody. */
export const trustIn = ({ LUYUE_SEAL_ROOTS: roots, LUYUE_SEAL_LISTS: lists }: SealSettings): TrustSource =>
  roots === undefined ? TRUST_NOBODY : new TrustFiles({ roots, ...(lists === undefined ? {} : { lists }) });

/** The platform's own key; none where none is named. Throws where it cannot be opened. */
const witnessIn = async ({
  LUYUE_WITNESS: file,
  LUYUE_WITNESS_PASSPHRASE: passphrase = '',
}: SealSettings): Promise<WitnessKey | undefined> => (file === undefined ? undefined : openWitness({ file, passphrase }));

/** The platform's own seal on receipts; none where it has no key. */
export async function receiptSealerIn(settings: SealSettings, pool: pg.Pool): Promise<ReceiptSealer | undefined> {
  const key = await witnessIn(settings);
  return key && new KeptReceiptSealer(pool, key);
}

/** The seals of a platform. Throws where the witness cannot be opened, or where in service a test authority would be trusted. */
export async function sealsIn(settings: SealSettings, pool: pg.Pool, isService: boolean): Promise<KeptSeals> {
  const { LUYUE_SEAL_ROOTS: roots } = settings;
  if (isService && roots !== undefined && (await readRoots(roots)).some(isOfTest))
    throw wrong(
      'LUYUE_SEAL_ROOTS',
      `${roots} 中有测试机构，其证书在正式运行时无效 / ${roots} holds a test authority, whose certificates are worth nothing in service`,
    );
  const witness = await witnessIn(settings);
  return new KeptSeals(pool, { trust: trustIn(settings), ...(witness ? { witness } : {}) });
}

/** From where the worker fetches lists; nowhere where nothing is named. Throws where an address is none, or no folder is named. */
export function listPlacesIn({ LUYUE_SEAL_LISTS: folder, LUYUE_SEAL_LISTS_FROM: from }: SealSettings): ListPlaces | undefined {
  if (from === undefined) return undefined;
  if (folder === undefined)
    throw wrong(
      'LUYUE_SEAL_LISTS',
      '已设 LUYUE_SEAL_LISTS_FROM，须以 LUYUE_SEAL_LISTS 指明存放的目录 / LUYUE_SEAL_LISTS_FROM is set: LUYUE_SEAL_LISTS names the folder that they go into',
    );
  const urls = from.split(',').map((one) => one.trim());
  const none = urls.find((one) => !URL.canParse(one) || !/^https?:$/.test(new URL(one).protocol));
  if (none !== undefined)
    throw wrong('LUYUE_SEAL_LISTS_FROM', `${none} 不是地址（http、https） / ${none} is no address (http, https)`);
  return { folder, from: urls };
}
