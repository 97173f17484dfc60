import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';
import { leftUndone } from './left-undone.js';

interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
}

/** A message that waits for its turn is looked at again within this. */
const SOON = `interval '10 seconds'`;
const unfinished = (until: string): string => `
  SELECT id::text AS id, kind, state, attempts, last_error AS reason FROM outbox_message
  WHERE state IN ('pending', 'queued') AND available_at <= ${until} AND kind <> 'operations.canary'`;

/** The outbox forgets what was done long ago. */
const KEPT = `now() - interval '29 days'`;
/** Every change of an item that the trail knows, and no other, has left its message. */
const CHANGES = `SELECT count(*) FROM audit_entry WHERE action LIKE 'booking.%' AND action <> 'booking.opened' AND outcome = 'done' AND at > ${KEPT}`;
const MESSAGES = `SELECT count(*) FROM outbox_message WHERE kind = 'booking.changed' AND created_at > ${KEPT}`;

/** How many messages are still to be done, now or soon. */
export async function messagesUnderWay(stage: Stage): Promise<number> {
  return (await stage.query(unfinished(`now() + ${SOON}`))).length;
}

/** I2: every message is done, or dead and told; every change has its message. */
export async function outboxComplete(stage: Stage): Promise<Findings> {
  const waiting = await leftUndone(() => stage.query<Waiting>(unfinished('now()')), stage.bars.takeOverMs);
  const dead = await stage.query<{ kind: string; reason: string | null; told: boolean }>(
    `SELECT m.kind, m.last_error AS reason, EXISTS (SELECT 1 FROM outbox_message told WHERE told.kind = 'outbox.message-died' AND told.payload ->> 'messageId' = m.id::text) AS told
     FROM outbox_message m WHERE m.state = 'dead'`,
  );
  const untold = dead.filter((message) => !message.told);
  const unexpected = dead.filter((message) => !stage.mayDie.has(message.kind));
  const [counted] = await stage.query<{ changes: number; messages: number }>(`SELECT (${CHANGES})::int AS changes, (${MESSAGES})::int AS messages`);
  const { changes = 0, messages = 0 } = counted ?? {};
  return together([
    problems(waiting.map(({ kind, state, attempts, reason }) => `I2 ${kind} is still ${state} after ${attempts} tries (${reason ?? 'no reason'})`), 'lost'),
    problems(unexpected.map(({ kind, reason }) => `I2 ${kind} died of ${reason ?? 'nothing'}`), 'lost'),
    problems(untold.map(({ kind }) => `I2 nobody was told that ${kind} died`)),
    problems(changes === messages ? [] : [`I2 ${changes} changes of items have ${messages} messages`], 'lost'),
  ]);
}
