/** GB 32100: the characters of a unified social credit code, each standing for its place. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const BASE = 3;

/** The last character of a code, which checks the seventeen before it. */
export function checkCharacterOf(first: string): string {
  const modulus = CHARACTERS.length;
  let sum = 0;
  let weight = 1;
  for (const character of first) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * BASE) % modulus;
  }
  return CHARACTERS[(modulus - (sum % modulus)) % modulus] ?? '';
}

/** Whether a text is a unified social credit code with the right check character. */
export const isCreditCode = (text: string): boolean =>
  text.length === LENGTH &&
  Array.from(text).every((character) => CHARACTERS.includes(character)) &&
  checkCharacterOf(text.slice(0, -1)) === text.slice(-1);
