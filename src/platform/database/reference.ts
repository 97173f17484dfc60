import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';

/** A new neutral reference such as 'K7QD-2MXP': it names a row in calendars and mails and tells nothing about it. */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
