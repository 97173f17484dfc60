import 'reflect-metadata';
import { pino } from 'pino';
import { Config } from '../config/config.js';
import { type LogFields, Logger } from './logger.js';
import { withoutCpr } from './without-cpr.js';

describe('a line of the log', () => {
  const lines: string[] = [];
  const logger = new Logger(new Config());
  Object.assign(logger, { pino: pino({ base: null, hooks: { streamWrite: withoutCpr } }, { write: (line: string) => lines.push(line) }) });
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

  it('carries the fields of the list', () => {
    logger.info('request', { requestId: 'r1', route: '/unge/:id', status: 200 });
    expect(last()).toMatchObject({ msg: 'request', requestId: 'r1', route: '/unge/:id', status: 200 });
  });

  it('leaves out what the list does not name, and a text in place of a number', () => {
    const slipped = { requestId: 'r1', name: 'Ask Engbæk', body: { reason: 'fortroligt' }, status: 'Ask Engbæk' } as unknown as LogFields;
    logger.warning('request', slipped);
    expect(last()).toMatchObject({ requestId: 'r1' });
    expect(lines.at(-1)).not.toMatch(/Engbæk|fortroligt/);
  });

  it('names an error by class, code and place, without its text', () => {
    logger.fault('failed', Object.assign(new TypeError('Key (cpr)=(Ask Engbæk) exists'), { code: '23505' }), { kind: 'booking.changed' });
    expect(last()).toMatchObject({ error: 'TypeError', code: '23505', kind: 'booking.changed' });
    expect(lines.at(-1)).not.toContain('Engbæk');
  });

  it('blanks a CPR number, wherever it came from', () => {
    logger.warn('sent to 670108-4321');
    logger.info('request', { code: '6701084321' });
    expect(lines.slice(-2).join()).not.toMatch(/4321/);
  });
});
