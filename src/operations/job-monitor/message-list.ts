import type { Tx } from '../../platform/database/tx.js';
import type { CursorKey } from '../../platform/http/paging.js';

export const MESSAGE_STATES = ['waiting', 'running', 'later', 'retrying', 'done', 'dead', 'dismissed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export interface MessageFilter {
  readonly kind: string | null;
  readonly state: MessageState | null;
}

/** A message as the administrator sees it: what kind of work, how it goes; nothing of whom it is about. */
export interface MessageLine {
  readonly id: string;
  readonly kind: string;
  readonly state: MessageState;
  readonly createdAt: Date;
  /** When it may be tried next. */
  readonly availableAt: Date;
  readonly finishedAt: Date | null;
  readonly ageSeconds: number;
  readonly attempts: number;
  /** A closed code or the name of an error's class. */
  readonly lastError: string | null;
  readonly dismissedReason: string | null;
}

export interface MessageCount {
  readonly kind: string;
  readonly state: MessageState;
  readonly count: number;
  readonly oldestSeconds: number;
}

/** `later` waits for its time, `retrying` for another try after a failure. */
const STATE = `CASE
  WHEN m.state IN ('done', 'dead', 'dismissed') THEN m.state
  WHEN m.lease_until > now() THEN 'running'
  WHEN m.available_at > now() AND m.last_error IS NOT NULL THEN 'retrying'
  WHEN m.available_at > now() THEN 'later'
  ELSE 'waiting' END`;

/** Newest first, one more than asked for. */
export function listMessages(tx: Tx, filter: MessageFilter, after: CursorKey | null, limit: number): Promise<MessageLine[]> {
  return tx.query<MessageLine>(
    `SELECT m.id, m.kind, ${STATE} AS state, m.created_at AS "createdAt", m.available_at AS "availableAt", m.finished_at AS "finishedAt",
            extract(epoch FROM now() - m.created_at)::int AS "ageSeconds", m.attempts, m.last_error AS "lastError", m.dismissed_reason AS "dismissedReason"
     FROM outbox_message m
     WHERE ($1::varchar IS NULL OR m.kind = $1) AND ($2::varchar IS NULL OR ${STATE} = $2) AND ($3::uuid IS NULL OR m.id < $3)
     ORDER BY m.id DESC LIMIT $4`,
    [filter.kind, filter.state, after?.[0] ?? null, limit + 1], 'job-messages',
  );
}

/** What there is of each kind and state; what is done counts for a week back. */
export function countMessages(tx: Tx): Promise<MessageCount[]> {
  return tx.query<MessageCount>(
    `SELECT m.kind, ${STATE} AS state, count(*)::int AS count, extract(epoch FROM now() - min(m.created_at))::int AS "oldestSeconds"
     FROM outbox_message m WHERE m.state <> 'done' OR m.finished_at > now() - interval '7 days'
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [], 'job-counts',
  );
}
