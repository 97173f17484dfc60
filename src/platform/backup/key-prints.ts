import { createHmac } from 'node:crypto';

export const KEYS = ['CPR_KEY', 'CPR_INDEX_KEY', 'AUDIT_KEY'] as const;
export type Keys = Partial<Record<(typeof KEYS)[number], string>>;

/** A few letters that tell keys apart; a key of 32 random bytes cannot be found from them. */
export function keyPrints(keys: Keys): Record<string, string> {
  const known = KEYS.flatMap((name) => (keys[name] ? [[name, createHmac('sha256', keys[name]).update('overgang backup').digest('hex').slice(0, 12)]] : []));
  return Object.fromEntries(known) as Record<string, string>;
}

/** Names of keys that are not those of the backup; a key that only one side knows is not judged. */
export function otherKeys(then: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  return KEYS.filter((name) => then[name] !== undefined && now[name] !== undefined && then[name] !== now[name]);
}
