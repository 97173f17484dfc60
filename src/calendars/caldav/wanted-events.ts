import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import { eventOf, type FeedRow } from '../feed-row.js';
import { feedRowsSql, fingerprintSql } from '../feed-rows.sql.js';
import { resourceText } from '../ics.js';
import type { WantedEvent } from './push-plan.js';

const ROWS = feedRowsSql('department', '$1::uuid', "date_trunc('minute', $2::timestamptz)");

/** The events of a department's shared calendar: those of its feed, without what is cancelled. */
export async function wantedEvents(tx: Tx, departmentId: string): Promise<WantedEvent[]> {
  const sql = `SELECT row.*, row.on_date::text AS on_date FROM (${ROWS}) row WHERE NOT row.cancelled`;
  const rows = await tx.query<FeedRow>(sql, [departmentId, tx.now], 'caldav-rows');
  return rows.map((row) => {
    const event = eventOf(row, departmentId);
    const text = resourceText(event);
    return { uid: event.uid, revision: event.revision, text, textHash: hashOf(text) };
  });
}

/** A number that stands for those events, so that an unchanged calendar costs one read. */
export async function wantedFingerprint(tx: Tx, departmentId: string): Promise<string> {
  const sql = `SELECT coalesce(${fingerprintSql(ROWS)}, '') AS fingerprint`;
  const [row] = await tx.query<{ fingerprint: string }>(sql, [departmentId, tx.now], 'caldav-fingerprint');
  return row?.fingerprint ?? '';
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}
