import { firstUnseen } from './text.js';

/** A dot-atom of RFC 5322, in ASCII: no quotes, comments, lists or groups, and nothing that is not seen. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Labels of letters, digits and hyphens; Chinese ones too, which mail servers know by their ASCII form. */
const DOMAIN = /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;
const MOST = 254;
const MOST_LOCAL = 64;

/** Whether a text is one plain mail address, as it would be written on an envelope. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  // another width of a letter looks like it and is it to a mail server only sometimes
  const oneSpelling = text === text.normalize('NFKC');
  // a letter may have no mark of its own, as U+115F has none
  const isSeen = firstUnseen(text) === undefined;
  return (
    at > 0 &&
    oneSpelling &&
    isSeen &&
    text.length <= MOST &&
    local.length <= MOST_LOCAL &&
    LOCAL.test(local) &&
    DOMAIN.test(domain)
  );
}
