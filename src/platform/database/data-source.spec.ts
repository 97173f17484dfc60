import { EventEmitter } from 'node:events';
import { testConfig } from '../../../test/support/test-config.js';
import { bearErrors, createDataSource, WEB_LIMITS } from './data-source.js';

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
});
