import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config/config.js';
import { PROJECT } from './support/source-files.js';

/** Read by the compose file only. */
const COMPOSE_ONLY = ['POSTGRES_PASSWORD'];

const example = Object.fromEntries(
  readFileSync(join(PROJECT, '.env.example'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

describe('the mailbox for trying out', () => {
  const text = readFileSync(join(PROJECT, 'docker/mailbox.yaml'), 'utf8');
  const settings = Object.fromEntries([...text.matchAll(/^ {4}([A-Z_]+): (\S+)$/gm)].map(([, name, value]) => [name, value]));
  const key = (letter: string): string => Buffer.from(`${letter}0123456789abcdefghijklmnopqrstu`).toString('base64');
  const rest = { DATABASE_URL: 'postgres://localhost/overgang', CPR_KEY: key('c'), CPR_INDEX_KEY: key('i'), AUDIT_KEY: key('a') };

  it('is taken with the settings that it comes with, and never in production', () => {
    expect(readConfig({ ...rest, ...settings }).SMTP_URL).toBe('smtp://mailpit:1025?tls=none');
    expect(() => readConfig({ ...rest, ...settings, NODE_ENV: 'production' })).toThrow(/: SMTP_URL$/);
  });
});

describe('.env.example', () => {
  it('names every setting that the program reads, and no other', () => {
    const text = ['config', 'timing'].map((name) => readFileSync(join(PROJECT, `src/platform/config/${name}.ts`), 'utf8')).join('\n');
    const settings = [...text.matchAll(/^ {2}(?:@.*\s)?([A-Z][A-Z_]+)\??(?:: \S.*)? ?[=;]/gm)].map((match) => match[1] ?? '');
    expect(settings.length).toBeGreaterThan(10);
    expect(Object.keys(example).filter((key) => !COMPOSE_ONLY.includes(key)).sort()).toEqual(settings.sort());
  });

  it('does not start in production as it stands: the secrets are placeholders', () => {
    const filledIn = { ...example, DATABASE_URL: 'postgres://overgang:skift-mig@localhost/overgang' };
    expect(() => readConfig(filledIn)).toThrow(/AUDIT_KEY, CPR_INDEX_KEY, CPR_KEY, DATABASE_URL/);
  });
});
