import type { Tx } from '../../platform/database/tx.js';
import type { KnownEvent, PushStep, WantedEvent } from './push-plan.js';

/** What a step has done on the server. */
export type PushedStep =
  | { readonly uid: string; readonly written: { readonly revision: number; readonly textHash: string; readonly etag: string | null } }
  | { readonly uid: string; readonly noted: string }
  | { readonly uid: string; readonly gone: true };

/** The resources of ours on a server, as far as we know. */
export function knownEvents(tx: Tx, targetId: string): Promise<KnownEvent[]> {
  return tx.query<KnownEvent>('SELECT uid, revision, text_hash AS "textHash", etag FROM pushed_event WHERE target_id = $1', [targetId], 'caldav-known');
}

/** Notes what is about to be made, before the server is asked: a lost answer then leaves nothing unknown behind. */
export async function announce(tx: Tx, targetId: string, steps: readonly PushStep[]): Promise<void> {
  const events = steps.flatMap((step): WantedEvent[] => (step.do === 'write' ? [step.event] : []));
  await tx.query(
    `INSERT INTO pushed_event (target_id, uid, revision) SELECT $1, uid, revision FROM unnest($2::uuid[], $3::int[]) AS made (uid, revision)
     ON CONFLICT DO NOTHING`,
    [targetId, events.map((event) => event.uid), events.map((event) => event.revision)], 'caldav-announce',
  );
}

/** Notes what the server has taken. A slower worker does not set back what a later one has written. */
export async function record(tx: Tx, targetId: string, steps: readonly PushedStep[]): Promise<void> {
  const written = steps.flatMap((step) => ('written' in step ? [{ uid: step.uid, ...step.written }] : []));
  await tx.query(
    `UPDATE pushed_event SET revision = took.revision, text_hash = took.text_hash, etag = took.etag
     FROM unnest($2::uuid[], $3::int[], $4::varchar[], $5::varchar[]) AS took (uid, revision, text_hash, etag)
     WHERE target_id = $1 AND pushed_event.uid = took.uid AND pushed_event.revision <= took.revision`,
    [targetId, ...(['uid', 'revision', 'textHash', 'etag'] as const).map((key) => written.map((each) => each[key]))], 'caldav-record',
  );
  const noted = steps.flatMap((step) => ('noted' in step ? [step] : []));
  await tx.query(
    'UPDATE pushed_event SET etag = took.etag FROM unnest($2::uuid[], $3::varchar[]) AS took (uid, etag) WHERE target_id = $1 AND pushed_event.uid = took.uid',
    [targetId, noted.map((step) => step.uid), noted.map((step) => step.noted)], 'caldav-note',
  );
  const gone = steps.flatMap((step) => ('gone' in step ? [step.uid] : []));
  await tx.query('DELETE FROM pushed_event WHERE target_id = $1 AND uid = ANY ($2::uuid[])', [targetId, gone], 'caldav-gone');
}
