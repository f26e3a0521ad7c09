import { createHash, randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';

/** The curve of GM/T 0003.5. */
const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const Point = weierstrass(CURVE);
const { n } = CURVE;
const BYTES = 32;
/** By whom a signature is where nobody says otherwise (GM/T 0009, 10). */
const SM2_USER_ID = '1234567812345678';

const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(BYTES * 2, '0'), 'hex');
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
const sm3 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const mod = (number: bigint): bigint => ((number % n) + n) % n;

/** What is signed (GM/T 0009, 8): the hash over the signer's id, the curve, the signer's key, and the message. */
function digestOf(message: Uint8Array, publicKey: Uint8Array, userId: string): bigint {
  const id = Buffer.from(userId, 'utf8');
  const { x, y } = Point.fromBytes(publicKey).toAffine();
  const length = Buffer.from([(id.length * 8) >> 8, (id.length * 8) & 0xff]);
  const z = sm3(length, id, ...[CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy, x, y].map(bytesOf));
  return numberOf(sm3(z, message));
}

const derOf = (r: bigint, s: bigint): Uint8Array =>
  new Uint8Array(new asn1.Sequence({ value: [r, s].map((number) => asn1.Integer.fromBigInt(number)) }).toBER());

/** The two numbers of a signature in DER; none where it is something else, or spelt in another way than the one there is. */
function numbersIn(signature: Uint8Array): readonly [bigint, bigint] | undefined {
  const read = asn1.fromBER(signature);
  if (!(read.result instanceof asn1.Sequence)) return undefined;
  const [r, s] = read.result.valueBlock.value;
  if (!(r instanceof asn1.Integer) || !(s instanceof asn1.Integer)) return undefined;
  const numbers = [r.toBigInt(), s.toBigInt()] as const;
  return Buffer.compare(derOf(...numbers), signature) === 0 ? numbers : undefined;
}

/** Whether bytes are a raw signature of this kind, as against a CMS. */
export const isSm2Signature = (signature: Uint8Array): boolean => numbersIn(signature) !== undefined;

/** Whether a raw signature (GM/T 0009: DER, SM3) is by the key, an uncompressed point, over the message. */
export function isBySm2(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array, userId = SM2_USER_ID): boolean {
  const numbers = numbersIn(signature);
  if (!numbers) return false;
  const [r, s] = numbers;
  if (r < 1n || r >= n || s < 1n || s >= n) return false;
  const t = mod(r + s);
  if (t === 0n) return false;
  try {
    const sum = Point.BASE.multiply(s).add(Point.fromBytes(publicKey).multiply(t));
    return !sum.is0() && mod(digestOf(message, publicKey, userId) + sum.toAffine().x) === r;
  } catch {
    // a key that is no point of the curve has signed nothing
    return false;
  }
}

const inverse = (number: bigint): bigint => Point.Fn.inv(number);

/** The public key of a private one, as an uncompressed point. */
export const sm2PublicKey = (privateKey: Uint8Array): Uint8Array => Point.BASE.multiply(numberOf(privateKey)).toBytes(false);

/** A private key: a number below the order of the curve less one. */
export function makeSm2Key(): Uint8Array {
  for (;;) {
    const key = randomBytes(BYTES);
    const number = numberOf(key);
    if (number > 0n && number < n - 1n) return key;
  }
}

/** A raw signature over the message, in DER. */
export function signBySm2(privateKey: Uint8Array, message: Uint8Array, userId = SM2_USER_ID): Uint8Array {
  const d = numberOf(privateKey);
  const e = digestOf(message, sm2PublicKey(privateKey), userId);
  for (;;) {
    const k = numberOf(makeSm2Key());
    const r = mod(e + Point.BASE.multiply(k).toAffine().x);
    if (r === 0n || r + k === n) continue;
    const s = mod(inverse(1n + d) * mod(k - r * d));
    if (s === 0n) continue;
    return derOf(r, s);
  }
}
