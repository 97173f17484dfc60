import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OutboxConsumer } from './outbox-consumer.js';
import { OutboxRelay } from './outbox-relay.js';

/**
 * Handles every message in this process until none waits, where no worker runs beside it.
 * @throws Error that names kind and reason of what could not be handled
 */
export async function drainOutbox(context: Pick<INestApplicationContext, 'get'>): Promise<void> {
  const [relay, consumer] = [context.get(OutboxRelay), context.get(OutboxConsumer)];
  for (let messages = await relay.take(); messages.length > 0; messages = await relay.take()) {
    for (const { id } of messages) await consumer.process(id);
  }
  const stuck = await context.get(Database).statement<{ kind: string; reason: string }>(
    'outbox-stuck', `SELECT kind, last_error AS reason FROM outbox_message WHERE state = 'dead' OR (state = 'pending' AND attempts > 0)`,
  );
  if (stuck.length > 0) throw new Error(`messages that could not be handled: ${JSON.stringify(stuck)}`);
}
