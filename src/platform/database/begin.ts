import type { QueryRunner } from 'typeorm';
import type { StatementRunner } from './tx.js';

const NOW = "SELECT date_trunc('milliseconds', now()) AS now";

interface Answer {
  readonly rows: unknown[];
}

/**
 * Opens a transaction and asks for its time in one round trip; a runner that is in a transaction already gets a savepoint.
 * @param moved the instant that rules in place of the database's clock, or null
 */
export async function begin(runner: QueryRunner, client: StatementRunner, moved: Date | null): Promise<Date> {
  if (runner.isTransactionActive) {
    await runner.startTransaction();
    return moved ?? timeIn(await client.query({ name: 'now', text: NOW, values: [] }));
  }
  const answers = (await client.query(`START TRANSACTION; ${NOW}`)) as unknown as readonly Answer[];
  // The runner commits and rolls back only what it knows to be open, and TypeORM locks rows only then.
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  return moved ?? timeIn(answers.at(-1));
}

function timeIn(answer: Answer | undefined): Date {
  const row = answer?.rows[0];
  if (row === undefined) throw new Error('the database did not tell the time');
  return (row as { now: Date }).now;
}
