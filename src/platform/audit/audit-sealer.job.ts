import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { Tx } from '../database/tx.js';
import { Scheduled } from '../jobs/scheduled.js';
import { segmentHash } from './audit-entry.js';

const SEAL_LOCK = 4_120_002;
const MOST_PER_SEGMENT = 5_000;
const NO_SEGMENT = Buffer.alloc(32);
const SEAL_KEY_ID = 'a1';

/** Chains committed entries into segments, away from requests: no request ever waits for the chain. */
@Injectable()
export class AuditSealer {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(config.AUDIT_KEY, 'base64');
  }

  /** Seals what has been committed since the last segment; nothing new, no segment. */
  @Scheduled({ name: 'audit.seal', everySeconds: 10 })
  async seal(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [SEAL_LOCK]);
    const entries = await tx.query<{ id: string; hmac: Buffer }>(
      `SELECT e.id, e.hmac FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE s.entry_id IS NULL
       ORDER BY e.at, e.id LIMIT ${MOST_PER_SEGMENT}`,
    );
    if (entries.length === 0) return;
    const [last] = await tx.query<{ number: string; hash: Buffer }>('SELECT number, hash FROM audit_segment ORDER BY number DESC LIMIT 1');
    const number = BigInt(last?.number ?? 0) + 1n;
    const previous = last?.hash ?? NO_SEGMENT;
    await tx.query(
      'INSERT INTO audit_segment (number, sealed_at, entry_count, previous_hash, key_id, hash) VALUES ($1, now(), $2, $3, $4, $5)',
      [String(number), entries.length, previous, SEAL_KEY_ID, segmentHash(number, previous, entries, this.key)],
    );
    await tx.query(
      'INSERT INTO audit_seal (entry_id, segment_number, position) SELECT id, $2, position FROM unnest($1::uuid[]) WITH ORDINALITY AS e (id, position)',
      [entries.map((entry) => entry.id), String(number)],
    );
  }
}
