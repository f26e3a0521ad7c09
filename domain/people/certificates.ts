import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import { eventOf, type Answer } from './answering.js';
import { nextCertificate, type People, type RegisteredCertificate } from './people.js';
import { isOperator, isSignerOf, twoRegistrars } from './rules.js';

/** A party seals by a certificate from now on: two registrars say so. Each is registered once, for one party; the door has read it. */
export const registerCertificate: Answer<'register-certificate'> = (p, act) => {
  const { sha256 } = act.with;
  const no = twoRegistrars(p, act);
  if (no) return no;
  const [before] = [...p.certificates].filter(([, one]) => one.sha256 === sha256);
  if (before)
    return refuse(
      'already-done',
      `该证书已登记为 ${before[0]}（${before[1].party}）`,
      `this certificate is registered as ${before[0]}, for ${before[1].party}`,
    );
  return [eventOf('certificate-registered', act, { certificate: nextCertificate(p), ...act.with })];
};

const found = (p: People, certificate: string): RegisteredCertificate | Refusal =>
  p.certificates.get(certificate) ?? {
    ...refuse(
      'bad-input',
      `with.certificate：没有证书 ${certificate}`,
      `with.certificate: there is no certificate ${certificate}`,
    ),
    path: ['with', 'certificate'],
  };

/** A key that may have been lost seals nothing any more, at once: by a signer of the unit or an operator alone, or two registrars. */
export const revokeCertificate: Answer<'revoke-certificate'> = (p, act) => {
  const { certificate, basis } = act.with;
  const one = found(p, certificate);
  if (isRefusal(one)) return one;
  const no = isOperator(p, act) || isSignerOf(p, act, one.party) ? undefined : twoRegistrars(p, act);
  if (no) return no;
  if (one.revoked) return refuse('already-done', `${certificate} 已注销`, `${certificate} is revoked already`);
  return [eventOf('certificate-revoked', act, { certificate, party: one.party, basis })];
};
