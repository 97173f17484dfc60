import type { Tx } from '../database/tx.js';

/** Writes the messages that a transaction has collected and wakes the relay when it commits. */
export async function writeMessages(tx: Tx): Promise<void> {
  if (tx.enqueued.length === 0) return;
  const { enqueued } = tx;
  await tx.query(
    `WITH written AS (INSERT INTO outbox_message (id, kind, payload, state, dedup_key, created_at, available_at)
     SELECT id, kind, payload, 'pending', dedup_key, $6, coalesce(available_at, now())
     FROM unnest($1::uuid[], $2::varchar[], $3::jsonb[], $4::varchar[], $5::timestamptz[]) AS m (id, kind, payload, dedup_key, available_at)
     ON CONFLICT DO NOTHING)
     SELECT pg_notify('outbox', '')`,
    [
      enqueued.map((message) => message.id),
      enqueued.map((message) => message.kind),
      enqueued.map((message) => JSON.stringify(message.payload)),
      enqueued.map((message) => message.options.dedupKey ?? null),
      enqueued.map((message) => message.options.availableAt ?? null),
      tx.now,
    ],
    'outbox-insert',
  );
}
