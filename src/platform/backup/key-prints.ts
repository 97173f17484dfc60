import { createHmac } from 'node:crypto';
import { keyTexts } from '../config/keys.js';

export const KEYS = ['CPR_KEY', 'CPR_INDEX_KEY', 'AUDIT_KEY'] as const;
export type Keys = Partial<Record<(typeof KEYS)[number], string>>;

/** A few letters that tell keys apart, one print per key of a list; a key of 32 random bytes cannot be found from them. */
export function keyPrints(keys: Keys): Record<string, string> {
  const known = KEYS.flatMap((name) => (keys[name] ? [[name, keyTexts(keys[name]).map(printOf).join()]] : []));
  return Object.fromEntries(known) as Record<string, string>;
}

/** Names of settings that lack a key of the backup; a setting that only one side knows is not judged. */
export function otherKeys(then: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  return KEYS.filter((name) => {
    const held = now[name]?.split(',');
    return held !== undefined && then[name] !== undefined && !then[name].split(',').every((print) => held.includes(print));
  });
}

function printOf(key: string): string {
  return createHmac('sha256', key).update('overgang backup').digest('hex').slice(0, 12);
}
