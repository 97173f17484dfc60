import assert from 'node:assert/strict';
import { SmtpSink } from '../../support/smtp-sink.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, type MailedItem, messagesAbout } from '../harness/mail-desk.js';
import { drained, emptyQueue } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

/** More than the mail ledger's own tries. A lease that ends long before a silent server is given up, so that whoever does not prolong it loses it to the rival. */
const PATIENT = { OUTBOX_TRIES: '12', OUTBOX_LEASE_MS: '2500', OUTBOX_REQUEUE_MS: '1000', OUTBOX_EFFECT_MS: '9000', OUTBOX_PAUSE_MS: '250' };
/** A rival would take the mail over after a lease and a sweep. */
const HELD_MS = 8_000;
const FIRST_PAUSE_MS = Number(PATIENT.OUTBOX_PAUSE_MS);
const TRIES_SEEN = 4;
const NOTE_TRIES = `
  CREATE TABLE fault_try (mail_id uuid, at timestamptz);
  CREATE FUNCTION note_try() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO public.fault_try VALUES (NEW.subject_id, clock_timestamp()); RETURN NULL; END $$;
  CREATE TRIGGER note_try AFTER UPDATE ON mail_delivery FOR EACH ROW WHEN (NEW.attempts > OLD.attempts) EXECUTE FUNCTION note_try();`;
const HANGS_AT_MOST_MS = 30_000;

const COORDINATED = `
  INSERT INTO coordination (id, youth_id, staff_id, from_at) SELECT gen_random_uuid(), youth_id, $2, now() FROM referral WHERE id = $1`;

export const fault: Fault = {
  id: 'F29', title: 'the mail server says 4xx, 5xx, nothing at all, or offers no TLS', queues: BOTH,
  async run(stage) {
    await Promise.all([stage.startWeb(), stage.startWorker(PATIENT)]);
    await stage.startWorker(PATIENT);
    await stage.query(NOTE_TRIES);
    stage.mayRepeat = 1;
    await refusedForNow(stage);
    await refusedForGood(stage, 1, 'meeting_secretary');
    await stage.query(COORDINATED, [stage.world.referrals[4], stage.world.staff.gitte]);
    await refusedForGood(stage, 4, stage.world.staff.gitte);
    const heldMs = await silent(stage);
    await withoutTls(stage);
    return { note: `a silent server was left after ${heldMs} ms` };
  },
};

async function refusedForNow(stage: Stage): Promise<void> {
  stage.mail.mode = '451';
  const item = await bookMailed(stage, 0);
  await until('the mail waits', async () => (await ledger(stage, item)) === 'pending smtp_451', stage.bars.takeOverMs);
  await until('it is tried again and again', async () => (await tries(stage, item)).length >= TRIES_SEEN, stage.bars.takeOverMs);
  const pauses = pausesOf(await tries(stage, item));
  assert.ok(pauses.every((each, n) => each >= FIRST_PAUSE_MS * 2 ** n), `each pause is twice as long as the one before: ${pauses.join(' ')} ms`);
  stage.mail.mode = '250';
  await until('the mail is sent', async () => (await ledger(stage, item)) === 'sent', stage.bars.takeOverMs);
  assert.equal(messagesAbout(stage, item).length, 1);
}

/** @param asked who is to tell the person in another way */
async function refusedForGood(stage: Stage, n: number, asked: string): Promise<void> {
  stage.mail.mode = '550';
  const item = await bookMailed(stage, n);
  await until('the mail has failed', async () => (await ledger(stage, item)) === 'failed smtp_550', stage.bars.takeOverMs);
  assert.deepEqual(await askedForOtherWay(stage, item), [asked], 'one is asked to tell the person in another way');
  stage.mail.mode = '250';
}

/** Returns how long the worker waited for the server, in milliseconds. */
async function silent(stage: Stage): Promise<number> {
  stage.mail.mode = 'hang';
  const item = await bookMailed(stage, 2);
  await until('the mail is under way', async () => (await ledger(stage, item)) === 'sending', stage.bars.takeOverMs);
  // The queue knows nothing of the mail any more: only the lease keeps it from the rival.
  await emptyQueue(stage);
  const begun = performance.now();
  await until('the worker gives up', async () => (await tries(stage, item)).length > 1, HANGS_AT_MOST_MS + stage.bars.takeOverMs);
  const took = Math.round(performance.now() - begun);
  assert.ok(took <= HANGS_AT_MOST_MS + 5_000, `it waited ${took} ms`);
  const [held = 0] = pausesOf(await tries(stage, item));
  assert.ok(held >= HELD_MS, `the rival took the mail over after ${held} ms, while it was being sent`);
  stage.mail.mode = '250';
  await until('the mail is sent', async () => (await ledger(stage, item)) === 'sent', HANGS_AT_MOST_MS + stage.bars.takeOverMs);
  return took;
}

/** Not on this machine as the program sees it, so that TLS is a must. */
async function withoutTls(stage: Stage): Promise<void> {
  await drained(stage);
  const open = await SmtpSink.start({ host: '127.0.0.2' });
  stage.onEnd(() => open.stop());
  for (const program of stage.programs.filter(({ name }) => name === 'worker')) await program.stop();
  const worker = await stage.startWorker({ ...PATIENT, SMTP_URL: open.url });
  const item = await bookMailed(stage, 3);
  await until('the mail cannot be sent', async () => /^(pending|failed) /.test(await ledger(stage, item)), stage.bars.takeOverMs);
  assert.deepEqual([open.mails.length, messagesAbout(stage, item).length], [0, 0], 'nothing left in the clear');
  await worker.stop();
  await stage.startWorker(PATIENT);
}

async function ledger(stage: Stage, { id }: MailedItem): Promise<string> {
  const [row] = await stage.query<{ state: string; reason: string | null }>(
    `SELECT state, CASE WHEN state IN ('pending', 'failed') THEN last_error END AS reason FROM mail_delivery WHERE subject_id = $1`, [id],
  );
  return [row?.state, row?.reason].filter((word) => word).join(' ');
}

/** When the mail was given to a server, in milliseconds. */
async function tries(stage: Stage, { id }: MailedItem): Promise<number[]> {
  return (await stage.query<{ at: Date }>('SELECT at FROM fault_try WHERE mail_id = $1 ORDER BY at', [id])).map(({ at }) => at.getTime());
}

function pausesOf(times: readonly number[]): number[] {
  return times.slice(1).map((at, n) => at - (times[n] ?? 0));
}

async function askedForOtherWay(stage: Stage, { id }: MailedItem): Promise<string[]> {
  const tasks = await stage.query<{ who: string }>(`SELECT coalesce(assignee_id::text, assignee_role) AS who FROM task WHERE kind = 'mail_undeliverable' AND subject_id = $1`, [id]);
  return tasks.map(({ who }) => who);
}
