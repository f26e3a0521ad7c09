import { refuse, type Refusal } from '../../domain/model/refusal.js';

/** Why a seal is none, by name. The first that applies answers. */
export const SEAL_REASONS = {
  unreadable: [
    '不是可识别的签名；请上传分离式 CMS 签名（.p7s，一个签名者，DER 或者 PEM），或者 SM2 签名（GM/T 0009，DER）',
    'this is no signature that can be read: hand in a detached CMS with one signer (.p7s; DER or PEM), or a raw SM2 signature in DER (GM/T 0009)',
  ],
  'wrong-manifest': [
    '签名针对的不是本清单；请重新下载待签清单，逐字节签署，勿增删换行或者 BOM',
    'what was signed is not this manifest: fetch the manifest again and sign its bytes as they are, with no line end or mark added',
  ],
  'weak-algorithm': [
    '签名算法或者密钥强度不足；请用 P-256 以上的 ECDSA、256 字节以上的 RSA 或者 SM2，杂凑用 SHA-256 以上',
    'an algorithm or a key is too weak or unknown: take ECDSA on P-256 or above, RSA of 256 bytes and more, or SM2; SHA-256 or above',
  ],
  'broken-signature': [
    '签名与内容或者密钥不符；请用本单位已登记证书的密钥对本清单重新签署（SM2 的用户标识为 1234567812345678）',
    'the signature does not belong to the content and the key: sign this manifest again by the key of a registered certificate (SM2: user id 1234567812345678)',
  ],
  'unknown-issuer': [
    '证书不能连到本平台认可的机构；请一并提交中间证书，或者改用认可机构签发的证书',
    'the certificate does not lead to an authority that this platform trusts: bring those between along with it, or take a certificate of an authority that is trusted',
  ],
  'not-registered': [
    '证书未在本平台登记；请由两名登记员先行登记',
    'the certificate is not registered: two registrars register it first',
  ],
  'other-party': [
    '证书属于另一参与方；请用本方登记的证书重新签署',
    'the certificate is registered for another party: sign by one of your own',
  ],
  'not-for-seals': [
    '证书不得用于签署文件；请改用签名证书',
    'the certificate says that its key is not for signing documents: take one that is',
  ],
  'not-yet-valid': [
    '证书或者其上级证书尚未生效；请在生效后再签，或者改用有效的证书',
    'the certificate, or one above it, is not valid yet: seal once it is, or by one that is valid',
  ],
  expired: [
    '证书或者其上级证书已过期；请换发证书并登记后重新签署',
    'the certificate, or one above it, has expired: have another one issued and registered, and seal again',
  ],
  revoked: [
    '证书或者其上级证书已吊销；请改用另一份已登记的证书重新签署',
    'the certificate, or one above it, is revoked: seal again by another one that is registered',
  ],
  'kind-not-enough': [
    '此类签章不足以办理该事项；请用本单位的证书签署',
    'a seal of this kind is not enough for this act here: seal by a certificate of the party',
  ],
  'no-witness': [
    '本平台不出具见证签章；请用已登记的证书签署',
    'this platform bears no witness: seal by a registered certificate',
  ],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;
export type SealReason = keyof typeof SEAL_REASONS;

/** Signatures that can be read and are not of the one form that is taken: what they are, and what to do. */
const OTHER_FORMS = {
  attached: [
    '签名中含有原文；请改用分离式（detached）签名重新签署',
    'the signature holds the content itself: sign again with a detached signature',
  ],
  signers: [
    '签名不是由一个签名者作出；请只用一份证书重新签署',
    'the signature is not by one signer: sign again by one certificate alone',
  ],
  trailing: ['签名之后还有其他字节；请只上传签名本身', 'something stands behind the signature: hand in the signature alone'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;
export type OtherForm = keyof typeof OTHER_FORMS;

/** The no to a signature that cannot be taken as it is. */
export const unreadable = (form?: OtherForm): Refusal =>
  form === undefined ? sealInvalid('unreadable') : saidOf('unreadable', OTHER_FORMS[form]);

/** The no to a seal, with its reason by name; `about` says which certificate, in both languages alike. */
export const sealInvalid = (reason: SealReason, about = ''): Refusal => saidOf(reason, SEAL_REASONS[reason], about);

function saidOf(reason: SealReason, [zh, en]: readonly [zh: string, en: string], about = ''): Refusal {
  const what = about === '' ? '' : `（${about}）`;
  const which = about === '' ? '' : ` (${about})`;
  return { ...refuse('seal-invalid', `签章无效：${zh}${what}`, `the seal is not valid: ${en}${which}`), reason };
}
