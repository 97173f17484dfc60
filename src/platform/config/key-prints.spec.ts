import { randomBytes } from 'node:crypto';
import { keyPrints, missingKeys, otherKeys } from './key-prints.js';

const key = (): string => randomBytes(32).toString('base64');
const [old, next, audit] = [key(), key(), key()];
const missing = (then: string, now: string): string[] => otherKeys(keyPrints({ CPR_KEY: then, AUDIT_KEY: audit }), keyPrints({ CPR_KEY: now, AUDIT_KEY: audit }));

describe('the keys of a backup', () => {
  it('are all there when keys were added since', () => {
    expect(missing(old, old)).toEqual([]);
    expect(missing(old, `${next}, ${old}`)).toEqual([]);
    expect(missing(`${next},${old}`, `${next},${old}`)).toEqual([]);
  });

  it('are missed when one of them was left out', () => {
    expect(missing(old, next)).toEqual(['CPR_KEY']);
    expect(missing(`${next},${old}`, next)).toEqual(['CPR_KEY']);
  });

  it('are missed when their setting is empty, and not judged when those of then are not known', () => {
    expect(otherKeys(keyPrints({ CPR_KEY: old, AUDIT_KEY: audit }), keyPrints({ CPR_KEY: old }))).toEqual(['AUDIT_KEY']);
    expect(otherKeys({}, keyPrints({ CPR_KEY: old }))).toEqual([]);
    expect(missingKeys({ CPR_KEY: old, CPR_INDEX_KEY: '' })).toEqual(['CPR_INDEX_KEY', 'AUDIT_KEY']);
  });

  it('are not told by their prints', () => {
    expect(JSON.stringify(keyPrints({ CPR_KEY: old }))).not.toContain(old.slice(0, 12));
  });
});
