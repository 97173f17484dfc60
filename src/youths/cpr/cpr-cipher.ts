import { createHmac } from 'node:crypto';
import { openSealed, seal } from '../../platform/sealing/sealed-bytes.js';
import { placeOf } from '../../platform/sealing/sealed-column.js';
import { Cpr } from './cpr.js';
import { IMPORT_LINES, YOUTH_CPR } from './sealed-columns.js';

/** The first encryption key seals; all of them open, so that a key can be changed without a stop. */
export interface CprKeys {
  readonly encryption: readonly Buffer[];
  readonly index: Buffer;
}

/** Seals CPR numbers for the row of one youth and makes the blind index that finds them again. */
export class CprCipher {
  constructor(private readonly keys: CprKeys) {}

  /** AES-256-GCM bound to the youth's row: the blob opens under no other id. Equal numbers give different blobs. */
  encrypt(youthId: string, cpr: Cpr): Buffer {
    return seal(this.keys.encryption, placeOf(YOUTH_CPR, youthId), Buffer.from(cpr.reveal(), 'ascii'));
  }

  /** The number of one youth. Throws when the blob belongs to another row, was changed, or its key is gone. */
  decrypt(youthId: string, blob: Uint8Array): Cpr {
    const plain = openSealed(this.keys.encryption, placeOf(YOUTH_CPR, youthId), blob);
    return Cpr.checked(plain.toString('ascii'));
  }

  /** HMAC-SHA256 of the ten digits under the second key, 32 bytes: equal for equal numbers, useless without the key. */
  blindIndex(cpr: Cpr): Buffer {
    return createHmac('sha256', this.keys.index).update(`cpr|${cpr.reveal()}`, 'ascii').digest();
  }

  /** HMAC-SHA256 of a whole file: recognises it when it comes again, and cannot be tried out on guessed numbers. */
  fingerprint(file: Uint8Array): Buffer {
    return createHmac('sha256', this.keys.index).update('file|').update(file).digest();
  }

  /** Seals the lines of an import that wait for their turn. */
  sealLines(importId: string, part: number, bytes: Uint8Array): Buffer {
    return seal(this.keys.encryption, placeOf(IMPORT_LINES, importId, part), bytes);
  }

  /** Opens what `sealLines` sealed. */
  openLines(importId: string, part: number, blob: Uint8Array): Buffer {
    return openSealed(this.keys.encryption, placeOf(IMPORT_LINES, importId, part), blob);
  }
}
