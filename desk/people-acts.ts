import { z } from 'zod';
import { isMailAddress } from '../domain/model/mail-address.js';
import { isPartyName } from '../domain/model/names.js';
import type { PeopleActName, PeopleAskedOf } from '../domain/people/brings.js';
import { PARTY_KINDS, ROLES } from '../parties/caller.js';
import { basis, day, line, text } from '../acts/shapes.js';

/** What every act about people brings; sizes are bounded here, once. */

const INT_MAX = 2_147_483_647;
const NAME_MAX = 100;
const SUBJECT_MAX = 255;
const ACTS_MAX = 50;

const person = z.string().regex(/^p-\d{4,9}$/, '应为人员编号，如 p-0007 | must be the number of a person, such as p-0007');
const client = z.string().regex(/^c-\d{4,9}$/, '应为客户端编号，如 c-0001 | must be the number of a client, such as c-0001');
const certificate = z
  .string()
  .regex(/^s-\d{4,9}$/, '应为证书编号，如 s-0001 | must be the number of a certificate, such as s-0001');
/** A certificate in base64 of its DER; some are long, but not that long. */
const der = z.string().regex(/^[A-Za-z0-9+/]{1,10000}={0,2}$/, '应为 DER 的 base64 | must be base64 of the DER');
/** It, and those above it. */
const CERTIFICATES_MAX = 5;
const appointment = z.number().int().positive().max(INT_MAX);
const party = z.string().refine(isPartyName, '应为参与方编号，如 BJ-0001、V-01、chaoyang、city | must be the id of a party');
const role = z.enum([...new Set(Object.values(ROLES).flat())]);

const name = line(NAME_MAX).trim().min(1);
const mail = z.string().refine(isMailAddress, '不是邮箱地址 | is no mail address');
const telephone = z.string().regex(/^\+?[\d\s()-]{5,30}$/, '不是电话号码 | is no telephone number');
const identity = z.strictObject({ issuer: line(SUBJECT_MAX).min(1), subject: line(SUBJECT_MAX).min(1) });

const BASE64URL = /^[\w-]{1,1024}$/;
const part = z.string().regex(BASE64URL, '应为 base64url | must be base64url');
/** 256 bytes in base64url: shorter keys of this kind are broken. */
const RSA_LEAST = 342;
const labels = { kid: line(SUBJECT_MAX).optional(), use: z.literal('sig').optional(), alg: line(20).optional() };
/** A public key by which a program is known (JWK, RFC 7517); one that tells the private part is refused, and was lost by being told. */
const publicKey = z.discriminatedUnion(
  'kty',
  [
    z.strictObject({ kty: z.literal('EC'), crv: z.enum(['P-256', 'P-384', 'P-521']), x: part, y: part, ...labels }),
    z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: part, ...labels }),
    z.strictObject({ kty: z.literal('RSA'), n: part.min(RSA_LEAST), e: part, ...labels }),
  ],
  '应为公钥（JWK：EC、OKP、RSA） | must be a public key as a JWK: EC, OKP or RSA',
);

/** All but what is done at the machine. */
export type AskedPeopleAct = Exclude<PeopleActName, 'found-registrars'>;

/**
 * The acts about people, by name, each with the shape of what is asked (`domain/people/brings.ts` says the same to the core). They are
 * no acts of units' cases: the people have a case of their own.
 */
export const PEOPLE_ACTS = {
  'enter-person': z.strictObject({ name, mail, telephone: telephone.optional(), identity: identity.optional() }),
  'correct-person': z
    .strictObject({
      person,
      name: name.optional(),
      mail: mail.optional(),
      telephone: telephone.optional(),
      identity: identity.optional(),
      reason: text,
    })
    .refine((brings) => Object.keys(brings).length > 2, '未写明更正内容 | says nothing that is to be corrected'),
  'erase-person': z.strictObject({ person, reason: text }),
  appoint: z.strictObject({
    person,
    party,
    kind: z.enum(PARTY_KINDS).optional(),
    role,
    from: day.optional(),
    until: day.optional(),
    basis,
  }),
  'end-appointment': z.strictObject({ appointment, basis }),
  'suspend-person': z.strictObject({ person, reason: text }),
  'lift-suspension': z.strictObject({ person, reason: text }),
  'register-client': z.strictObject({
    appointment,
    acts: z.array(line(NAME_MAX).min(1)).min(1).max(ACTS_MAX),
    key: publicKey,
    name: line(NAME_MAX).trim().min(1),
  }),
  'end-client': z.strictObject({ client, basis }),
  'register-certificate': z.strictObject({
    party,
    kind: z.enum(PARTY_KINDS).optional(),
    held: z.enum(['party', 'platform']).default('party'),
    certificates: z.array(der).min(1).max(CERTIFICATES_MAX),
    basis,
  }),
  'revoke-certificate': z.strictObject({ certificate, basis }),
} as const satisfies { readonly [K in AskedPeopleAct]: z.ZodType<PeopleAskedOf<K>> };

export const isPeopleAct = (what: string): what is AskedPeopleAct => Object.hasOwn(PEOPLE_ACTS, what);
