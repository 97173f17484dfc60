import { createHmac } from 'node:crypto';
import { keyTexts } from './keys.js';

export const KEYS = ['CPR_KEY', 'CPR_INDEX_KEY', 'AUDIT_KEY'] as const;
export type KeyName = (typeof KEYS)[number];
export type Keys = Partial<Record<KeyName, string>>;

/** What prints are made with; backups hold prints that were made with these words, so they stay. */
const PRINTED_FOR = 'overgang backup';

/** The prints of a setting's keys, the newest first: a few letters each that tell keys apart; a key of 32 random bytes cannot be found from them. */
export function printsOf(setting: string): string[] {
  return keyTexts(setting).map((key) => createHmac('sha256', key).update(PRINTED_FOR).digest('hex').slice(0, 12));
}

/** The prints of the keys that are there, by setting; those of a list parted by commas. */
export function keyPrints(keys: Keys): Record<string, string> {
  return Object.fromEntries(KEYS.flatMap((name) => (keys[name] ? [[name, printsOf(keys[name]).join()]] : [])));
}

/** Names of settings that hold no key. */
export function missingKeys(keys: Keys): KeyName[] {
  return KEYS.filter((name) => !keys[name]);
}

/** Names of settings that lack a key of then; one whose keys of then are not known is not judged. */
export function otherKeys(then: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): KeyName[] {
  return KEYS.filter((name) => {
    const held = now[name]?.split(',') ?? [];
    return then[name] !== undefined && !then[name].split(',').every((print) => held.includes(print));
  });
}
