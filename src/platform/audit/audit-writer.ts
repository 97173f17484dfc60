import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { Actor } from '../database/actor.js';
import { newId } from '../database/ids.js';
import type { AuditAction, AuditEntry, AuditSubject } from './audit-entry.js';
import { auditHmac } from './audit-entry.js';

const COLUMNS = 'id, at, request_id, actor_kind, actor_id, action, outcome, ground, subject_type, subject_id, youth_ids, detail, key_id, hmac';
const KEY_ID = 'a1';

export type RunQuery = (sql: string, params: unknown[], name?: string) => Promise<unknown>;

export interface AuditRecord {
  readonly action: AuditAction;
  readonly subject: AuditSubject;
  readonly outcome: 'done' | 'denied';
}

/** Writes entries into the transaction that it is handed; a failure fails that transaction. */
@Injectable()
export class AuditWriter {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(config.AUDIT_KEY, 'base64');
  }

  /** Inserts the records of one transaction in one statement. */
  async write(run: RunQuery, actor: Actor, at: Date, records: readonly AuditRecord[]): Promise<void> {
    if (records.length === 0) return;
    const rows = records.map((record) => this.row(actor, at, record));
    const width = rows[0]?.length ?? 0;
    const places = rows.map((_, i) => `(${Array.from({ length: width }, (__, j) => `$${i * width + j + 1}`).join(', ')})`);
    await run(`INSERT INTO audit_entry (${COLUMNS}) VALUES ${places.join(', ')}`, rows.flat(), `audit-insert-${rows.length}`);
  }

  private row(actor: Actor, at: Date, { action, subject, outcome }: AuditRecord): unknown[] {
    const entry: AuditEntry = {
      id: newId(), at, requestId: actor.requestId, actorKind: actor.kind, actorId: actor.staffId, action, outcome,
      ground: subject.ground ?? null, subjectType: subject.type, subjectId: subject.id,
      youthIds: subject.youthIds ?? [], detail: subject.detail ?? {}, keyId: KEY_ID,
    };
    return [
      entry.id, entry.at, entry.requestId, entry.actorKind, entry.actorId, entry.action, entry.outcome, entry.ground,
      entry.subjectType, entry.subjectId, entry.youthIds, JSON.stringify(entry.detail), entry.keyId, auditHmac(entry, this.key),
    ];
  }
}
