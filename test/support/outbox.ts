import { OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';
import { OutboxRelay } from '../../src/platform/outbox/outbox-relay.js';
import type { TestApp } from './app.js';

/** Handles the messages of these kinds that wait, once each, and leaves every other waiting. */
export async function handleKinds(app: TestApp, ...kinds: readonly string[]): Promise<void> {
  for (let ids = await waitingOf(app, kinds); ids.length > 0; ids = await waitingOf(app, kinds)) {
    for (const id of ids) await app.get(OutboxConsumer).process(id);
  }
}

/** Lets the messages that failed be due again, as after their pause. */
export async function endPauses(app: TestApp): Promise<void> {
  await app.inTx((tx) => tx.query("UPDATE outbox_message SET available_at = now(), state = 'pending', lease_until = NULL WHERE state IN ('pending', 'queued')"));
}

/** Takes every message that is due, once. */
export async function handleOnce(app: TestApp): Promise<void> {
  for (const { id } of await app.get(OutboxRelay).take()) await app.get(OutboxConsumer).process(id);
}

async function waitingOf(app: TestApp, kinds: readonly string[]): Promise<string[]> {
  const rows = await app.inTx((tx) => tx.query<{ id: string }>(
    "SELECT id FROM outbox_message WHERE kind = ANY ($1) AND state IN ('pending', 'queued') AND attempts = 0 ORDER BY id", [kinds]));
  return rows.map(({ id }) => id);
}
