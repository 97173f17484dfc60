import assert from 'node:assert/strict';
import { SmtpSink } from '../../support/smtp-sink.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, type MailedItem, messagesAbout } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

/** More than the mail ledger's own tries. */
const PATIENT = { OUTBOX_TRIES: '12' };
const HANGS_AT_MOST_MS = 30_000;

export const fault: Fault = {
  id: 'F29', title: 'the mail server says 4xx, 5xx, nothing at all, or offers no TLS', queues: BOTH,
  async run(stage) {
    await Promise.all([stage.startWeb(), stage.startWorker(PATIENT)]);
    stage.mayRepeat = 1;
    await refusedForNow(stage);
    await refusedForGood(stage);
    const heldMs = await silent(stage);
    await withoutTls(stage);
    return { note: `a silent server was left after ${heldMs} ms` };
  },
};

async function refusedForNow(stage: Stage): Promise<void> {
  stage.mail.mode = '451';
  const item = await bookMailed(stage, 0);
  await until('the mail waits', async () => (await ledger(stage, item)) === 'pending smtp_451', stage.bars.takeOverMs);
  stage.mail.mode = '250';
  await until('the mail is sent', async () => (await ledger(stage, item)) === 'sent', stage.bars.takeOverMs);
  assert.equal(messagesAbout(stage, item).length, 1);
}

async function refusedForGood(stage: Stage): Promise<void> {
  stage.mail.mode = '550';
  const item = await bookMailed(stage, 1);
  await until('the mail has failed', async () => (await ledger(stage, item)) === 'failed smtp_550', stage.bars.takeOverMs);
  assert.equal(await asksForOtherWay(stage, item), 1, 'somebody is asked to tell the person in another way');
  stage.mail.mode = '250';
}

/** Returns how long the worker waited for the server, in milliseconds. */
async function silent(stage: Stage): Promise<number> {
  stage.mail.mode = 'hang';
  const item = await bookMailed(stage, 2);
  await until('the mail is under way', async () => (await ledger(stage, item)) === 'sending', stage.bars.takeOverMs);
  const begun = performance.now();
  await until('the worker gives up', async () => (await attempts(stage, item)) > 1, HANGS_AT_MOST_MS + stage.bars.takeOverMs);
  const took = Math.round(performance.now() - begun);
  assert.ok(took <= HANGS_AT_MOST_MS + 5_000, `it waited ${took} ms`);
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

async function attempts(stage: Stage, { id }: MailedItem): Promise<number> {
  return stage.count('SELECT attempts FROM mail_delivery WHERE subject_id = $1', [id]);
}

async function asksForOtherWay(stage: Stage, { id }: MailedItem): Promise<number> {
  return stage.count(`SELECT count(*) FROM task WHERE kind = 'mail_undeliverable' AND subject_id = $1`, [id]);
}
