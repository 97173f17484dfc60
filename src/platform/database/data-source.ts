import type { EventEmitter } from 'node:events';
import pg from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import type { Config } from '../config/config.js';
import type { Timing } from '../config/timing.js';
import { ANSWER_MARGIN_MS } from './silent-line.js';
import { SnakeNaming } from './snake-naming.js';

/** The driver would make a JavaScript Date at local midnight of a civil date; here it stays the text that it is. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Limits of one connection, in milliseconds; web requests are short, the worker may take longer. */
export interface ConnectionLimits {
  readonly statementMs: number;
  readonly lockMs: number;
  readonly idleInTransactionMs: number;
}

export const WEB_LIMITS: ConnectionLimits = { statementMs: 5_000, lockMs: 2_000, idleInTransactionMs: 10_000 };

/** The limits of the worker's connections. */
export function workerLimits({ WORKER_STATEMENT_MS, WORKER_IDLE_TRANSACTION_MS }: Timing): ConnectionLimits {
  return { statementMs: WORKER_STATEMENT_MS, lockMs: 5_000, idleInTransactionMs: WORKER_IDLE_TRANSACTION_MS };
}

/** Start-up options of a connection: the role without DDL and the time limits. */
export function connectionOptions(limits: ConnectionLimits): string {
  return [
    '-c role=overgang_app',
    `-c statement_timeout=${limits.statementMs}`,
    `-c lock_timeout=${limits.lockMs}`,
    `-c idle_in_transaction_session_timeout=${limits.idleInTransactionMs}`,
    '-c timezone=UTC',
  ].join(' ');
}

/**
 * A session that the server ends in the very moment in which its connection is handed out has no listener yet, and an error without
 * one ends the process. The next query on that connection fails and says so.
 */
export function bearErrors(client: EventEmitter): void {
  client.on('error', () => undefined);
}

/** All entity classes that the loaded modules have declared. */
function declaredEntities(): Array<new () => object> {
  return getMetadataArgsStorage().tables.map((table) => table.target).filter((target) => typeof target === 'function') as Array<new () => object>;
}

/** The pool of one process, not yet open. Its sessions cannot change the schema, and give up at the limits. */
export function createDataSource(config: Config, limits: ConnectionLimits): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.DATABASE_URL,
    entities: declaredEntities(),
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    installExtensions: false,
    extra: {
      max: config.DATABASE_POOL,
      connectionTimeoutMillis: config.timing.DATABASE_WAIT_MS,
      query_timeout: limits.statementMs + ANSWER_MARGIN_MS,
      onConnect: bearErrors,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      options: connectionOptions(limits),
      application_name: 'overgang',
    },
  });
}
