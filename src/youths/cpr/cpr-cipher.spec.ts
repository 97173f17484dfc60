import { randomBytes } from 'node:crypto';
import { Cpr } from './cpr.js';
import { CprCipher } from './cpr-cipher.js';

const OLD_KEY = randomBytes(32);
const NEW_KEY = randomBytes(32);
const INDEX_KEY = randomBytes(32);

const cipher = new CprCipher({ encryption: [OLD_KEY], index: INDEX_KEY });
const cpr = Cpr.checked('630109-4123');

describe('a sealed CPR number', () => {
  it('opens for the youth it was sealed for', () => {
    expect(cipher.decrypt('youth-a', cipher.encrypt('youth-a', cpr)).reveal()).toBe('6301094123');
  });

  it('does not open for another youth', () => {
    const blob = cipher.encrypt('youth-a', cpr);
    expect(() => cipher.decrypt('youth-b', blob)).toThrow();
  });

  it('differs each time and holds no digits in clear', () => {
    const first = cipher.encrypt('youth-a', cpr);
    const second = cipher.encrypt('youth-a', cpr);
    expect(first.equals(second)).toBe(false);
    expect(first.toString('latin1')).not.toContain('6301094123');
  });

  it('does not open when any byte was changed', () => {
    const blob = cipher.encrypt('youth-a', cpr);
    for (let at = 0; at < blob.length; at++) {
      const changed = Buffer.from(blob);
      changed[at] = changed[at]! ^ 1;
      expect(() => cipher.decrypt('youth-a', changed)).toThrow();
    }
    expect(() => cipher.decrypt('youth-a', blob.subarray(0, 20))).toThrow('not a sealed blob');
  });

  it('opens under an older key, and new ones are sealed with the newest', () => {
    const old = cipher.encrypt('youth-a', cpr);
    const rotated = new CprCipher({ encryption: [NEW_KEY, OLD_KEY], index: INDEX_KEY });
    expect(rotated.decrypt('youth-a', old).reveal()).toBe('6301094123');
    const without = new CprCipher({ encryption: [NEW_KEY], index: INDEX_KEY });
    expect(without.decrypt('youth-a', rotated.encrypt('youth-a', cpr)).reveal()).toBe('6301094123');
    expect(() => without.decrypt('youth-a', old)).toThrow('no key');
  });

  it('keeps waiting lines apart by import and part', () => {
    const sealed = cipher.sealLines('import-a', 1, Buffer.from('lines'));
    expect(cipher.openLines('import-a', 1, sealed).toString()).toBe('lines');
    expect(() => cipher.openLines('import-a', 2, sealed)).toThrow();
    expect(() => cipher.openLines('import-b', 1, sealed)).toThrow();
  });
});

describe('the blind index', () => {
  it('is equal for equal numbers, whatever the encryption key, and differs otherwise', () => {
    const rotated = new CprCipher({ encryption: [NEW_KEY], index: INDEX_KEY });
    expect(cipher.blindIndex(Cpr.checked('6301094123')).equals(rotated.blindIndex(cpr))).toBe(true);
    expect(cipher.blindIndex(Cpr.checked('630109-4124')).equals(cipher.blindIndex(cpr))).toBe(false);
    expect(cipher.blindIndex(cpr)).toHaveLength(32);
  });

  it('depends on its key', () => {
    const other = new CprCipher({ encryption: [OLD_KEY], index: randomBytes(32) });
    expect(other.blindIndex(cpr).equals(cipher.blindIndex(cpr))).toBe(false);
  });
});
