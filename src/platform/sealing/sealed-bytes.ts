import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

/** Where SQL's `substring(… FROM …)` finds the id of the key in sealed bytes. */
export const KEY_ID_PLACE = `2 FOR ${KEY_ID_BYTES}`;

/**
 * Seals bytes with AES-256-GCM under the first key: version, key id, random 96-bit nonce, ciphertext, tag. `place`
 * (table, column, row id) is authenticated, so a blob moved to another row does not open.
 */
export function seal(keys: readonly Buffer[], place: string, plain: Uint8Array): Buffer {
  const [key] = keys;
  if (!key) throw new Error('no key to seal with');
  const nonce = randomBytes(NONCE_BYTES);
  const head = Buffer.concat([Buffer.of(VERSION), keyId(key), nonce]);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(authenticated(head, place));
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws when the key is unknown, or when blob or place is not the sealed one. */
export function openSealed(keys: readonly Buffer[], place: string, blob: Uint8Array): Buffer {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes[0] !== VERSION) throw new Error('not a sealed blob');
  const id = bytes.subarray(1, 1 + KEY_ID_BYTES);
  const key = keys.find((candidate) => keyId(candidate).equals(id));
  if (!key) throw new Error(`no key ${id.toString('hex')} to open a sealed blob`);
  const nonce = bytes.subarray(1 + KEY_ID_BYTES, HEAD_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(authenticated(bytes.subarray(0, HEAD_BYTES), place));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
}

/** Tells keys apart, and nothing of the key: four bytes of a hash. */
export function keyId(key: Buffer): Buffer {
  return createHash('sha256').update('overgang key id|').update(key).digest().subarray(0, KEY_ID_BYTES);
}

function authenticated(head: Buffer, place: string): Buffer {
  return Buffer.concat([head, Buffer.from(place, 'utf8')]);
}
