import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { readConfig } from './config.js';

const key = (): string => randomBytes(32).toString('base64');
const COMPLETE = { DATABASE_URL: 'postgres://localhost/overgang', CPR_KEY: key(), CPR_INDEX_KEY: key(), AUDIT_KEY: key() };

describe('the configuration at boot', () => {
  it('takes defaults for what is not said', () => {
    expect(readConfig(COMPLETE)).toMatchObject({ NODE_ENV: 'development', PORT: 3000, DATABASE_POOL: 16, DEMO: false });
  });

  it('reads numbers and yes or no', () => {
    expect(readConfig({ ...COMPLETE, PORT: '8080', DEMO: 'true', TRUST_PROXY: 'false' })).toMatchObject({ PORT: 8080, DEMO: true, TRUST_PROXY: 0 });
    expect(['true', '2'].map((told) => readConfig({ ...COMPLETE, TRUST_PROXY: told }).TRUST_PROXY)).toEqual([1, 2]);
    expect(() => readConfig({ ...COMPLETE, TRUST_PROXY: 'ja' })).toThrow(/: TRUST_PROXY$/);
  });

  it('reads how long the queue waits, and names a wrong one too', () => {
    expect(readConfig(COMPLETE).timing).toMatchObject({ OUTBOX_LEASE_MS: 60_000, TICK_MS: 15_000 });
    expect(readConfig({ ...COMPLETE, OUTBOX_LEASE_MS: '1500' }).timing.OUTBOX_LEASE_MS).toBe(1_500);
    expect(() => readConfig({ ...COMPLETE, PORT: '70000', TICK_MS: 'ofte' })).toThrow(/: PORT, TICK_MS$/);
  });

  it('logs from the level said on, by default what somebody may need; nothing in a test', () => {
    expect(readConfig(COMPLETE).logLevel).toBe('info');
    expect(readConfig({ ...COMPLETE, NODE_ENV: 'test' }).logLevel).toBe('silent');
    expect(readConfig({ ...COMPLETE, NODE_ENV: 'test', LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
    expect(() => readConfig({ ...COMPLETE, LOG_LEVEL: 'meget' })).toThrow(/: LOG_LEVEL$/);
  });

  it('takes a mail server without TLS when it is told so in the one way there is', () => {
    const withServer = (url: string) => readConfig({ ...COMPLETE, SMTP_URL: url }).SMTP_URL;
    for (const url of ['smtp://mailpit:1025?tls=none', 'smtp://bruger:kode@mail.example.org:587', 'smtps://mail.example.org']) expect(withServer(url)).toBe(url);
    for (const url of ['smtp://mailpit:1025?tls=no', 'smtps://mailpit:1025?tls=none', 'smtp://mailpit:1025?tls=none&x=1', 'http://mailpit:1025']) expect(() => withServer(url)).toThrow(/: SMTP_URL$/);
  });

  it('takes an empty setting for one that is not said', () => {
    expect(readConfig({ ...COMPLETE, REDIS_URL: '', SMTP_URL: '' }).REDIS_URL).toBeUndefined();
  });

  it('names every wrong setting at once, and never its value', () => {
    const wrong = { ...COMPLETE, PORT: '70000', CPR_KEY: 'hemmelig-men-kort', DATABASE_URL: 'mysql://x' };
    expect(() => readConfig(wrong)).toThrow(/: CPR_KEY, DATABASE_URL, PORT$/);
    expect(() => readConfig(wrong)).not.toThrow(/hemmelig/);
  });

  it('asks for the secrets', () => {
    expect(() => readConfig({ DATABASE_URL: COMPLETE.DATABASE_URL })).toThrow(/AUDIT_KEY, CPR_INDEX_KEY, CPR_KEY$/);
  });
});

describe('the key that seals', () => {
  it('may be a list, the newest first', () => {
    const [newest, older] = [key(), key()];
    expect(readConfig({ ...COMPLETE, CPR_KEY: `${newest}, ${older}` }).sealingKeys.map((each) => each.toString('base64'))).toEqual([newest, older]);
    expect(readConfig({ ...COMPLETE, CPR_KEY: older }).sealingKeys).toHaveLength(1);
  });

  it.each(['hemmelig', ',', ',,'])('is refused when one of the list is none: %s', (wrong) => {
    expect(() => readConfig({ ...COMPLETE, CPR_KEY: `${key()},${wrong}` })).toThrow(/: CPR_KEY$/);
  });

  it('is refused as the key of the index too, in whatever place of the list', () => {
    expect(() => readConfig({ ...COMPLETE, CPR_KEY: `${key()},${COMPLETE.CPR_INDEX_KEY}` })).toThrow(/: CPR_INDEX_KEY$/);
  });
});

describe('faults on purpose', () => {
  const faulty = { ...COMPLETE, FAULT_POINTS: 'outbox.claimed=exit' };

  it('are taken in a test and refused everywhere else', () => {
    expect(readConfig({ ...faulty, NODE_ENV: 'test' }).NODE_ENV).toBe('test');
    expect(() => readConfig({ ...faulty, NODE_ENV: 'test', FAULT_POINTS: 'outbox.klaimed=exit' })).toThrow(/FAULT_POINTS$/);
    expect(() => readConfig(faulty)).toThrow(/FAULT_POINTS$/);
    expect(() => readConfig({ ...faulty, NODE_ENV: 'production' })).toThrow(/FAULT_POINTS$/);
  });
});

describe('the configuration in production', () => {
  const production = { ...COMPLETE, NODE_ENV: 'production' };

  it('is taken with real secrets', () => {
    expect(readConfig(production).production).toBe(true);
  });

  it('refuses demo data', () => {
    expect(() => readConfig({ ...production, DEMO: 'true' })).toThrow(/DEMO$/);
  });

  it('refuses a mail server that gets its mails in the clear', () => {
    expect(() => readConfig({ ...production, SMTP_URL: 'smtp://mailpit:1025?tls=none' })).toThrow(/: SMTP_URL$/);
    expect(readConfig({ ...production, SMTP_URL: 'smtp://mail.example.org:587' }).production).toBe(true);
  });

  it('refuses a key of one repeated byte', () => {
    const repeated = Buffer.alloc(32, 1).toString('base64');
    expect(() => readConfig({ ...production, AUDIT_KEY: repeated })).toThrow(/AUDIT_KEY$/);
    expect(() => readConfig({ ...production, CPR_KEY: `${key()},${repeated}` })).toThrow(/CPR_KEY$/);
  });

  it('refuses the placeholders of the example', () => {
    expect(() => readConfig({ ...production, METRICS_TOKEN: 'skift-mig' })).toThrow(/METRICS_TOKEN$/);
  });
});
