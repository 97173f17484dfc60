import { Config, readConfig } from '../../src/platform/config/config.js';

/** Keys of 32 bytes that protect nothing; the same in every run. */
function key(letter: string): string {
  return Buffer.from(`${letter}0123456789abcdefghijklmnopqrstu`).toString('base64');
}

/** The configuration of a test application on the database given. */
export function testConfig(databaseUrl: string, overrides: Record<string, string> = {}): Config {
  return readConfig({
    NODE_ENV: 'test', DATABASE_URL: databaseUrl, PORT: '0', CPR_KEY: key('c'), CPR_INDEX_KEY: key('i'), AUDIT_KEY: key('a'), INVITATION_HOLD_MS: '0', ...overrides,
  });
}
