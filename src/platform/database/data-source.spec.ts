import { EventEmitter } from 'node:events';
import { testConfig } from '../../../test/support/test-config.js';
import { bearErrors, connectionOptions, createDataSource, WEB_LIMITS, workerLimits } from './data-source.js';

describe('a connection of the pool', () => {
  it('does not end the process when the server ends it while nobody listens', () => {
    const client = new EventEmitter();
    expect(() => client.emit('error', new Error('terminated'))).toThrow('terminated');
    bearErrors(client);
    expect(() => client.emit('error', new Error('terminated'))).not.toThrow();
  });

  it('is made so', () => {
    const { options } = createDataSource(testConfig('postgres://nobody@127.0.0.1:1/none'), WEB_LIMITS);
    expect(options).toMatchObject({ extra: { onConnect: bearErrors, query_timeout: WEB_LIMITS.statementMs + 1_000 } });
  });

  it('has the limits of an installation in a worker', () => {
    const { timing } = testConfig('postgres://nobody@127.0.0.1:1/none', { WORKER_STATEMENT_MS: '7000', WORKER_IDLE_TRANSACTION_MS: '9000' });
    expect(connectionOptions(workerLimits(timing))).toContain('statement_timeout=7000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=9000');
  });
});
