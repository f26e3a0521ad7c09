import { refuse, type Refusal } from '../../domain/model/refusal.js';

/** Why a seal is none, by name. The first that applies answers. */
export const SEAL_REASONS = {
  unreadable: [
    '不是可识别的签名（CMS 或者 SM2）',
    'this is no signature that can be read: a detached CMS with one signer, or a raw SM2 signature',
  ],
  'wrong-manifest': ['签名针对的不是本清单', 'what was signed is not this manifest'],
  'weak-algorithm': [
    '签名算法或者密钥强度不足',
    'an algorithm or a key is too weak or unknown: ECDSA on P-256 or above, RSA of 256 bytes and more, SM2; SHA-256 or above',
  ],
  'broken-signature': ['签名与内容或者密钥不符', 'the signature does not belong to the content and the key'],
  'unknown-issuer': ['证书不是由本平台认可的机构签发', 'the certificate does not lead to an authority that this platform trusts'],
  'not-registered': ['证书未在本平台登记', 'the certificate is not registered: two registrars register it first'],
  'other-party': ['证书属于另一参与方', 'the certificate is registered for another party'],
  'not-for-seals': ['证书不得用于签名', 'the certificate says that its key is not for signing documents'],
  'not-yet-valid': ['证书尚未生效', 'the certificate, or one above it, is not valid yet'],
  expired: ['证书已过期', 'the certificate, or one above it, has expired'],
  revoked: ['证书已吊销', 'the certificate, or one above it, is revoked'],
  'kind-not-enough': ['此类签章不足以办理该事项', 'a seal of this kind is not enough for this act here'],
  'no-witness': ['本平台不出具见证签章', 'this platform bears no witness: seal by a registered certificate'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;
export type SealReason = keyof typeof SEAL_REASONS;

/** The no to a seal, with its reason by name; `about` says which certificate, in both languages alike. */
export function sealInvalid(reason: SealReason, about = ''): Refusal {
  const [zh, en] = SEAL_REASONS[reason];
  const what = about === '' ? '' : `（${about}）`;
  const which = about === '' ? '' : ` (${about})`;
  return { ...refuse('seal-invalid', `签章无效：${zh}${what}`, `the seal is not valid: ${en}${which}`), reason };
}
