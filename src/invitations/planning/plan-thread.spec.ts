import type { MailContent } from '../../mails/mail-delivery.entity.js';
import { type LatestMessage, planThread } from './plan-thread.js';

const NOW = '2026-12-02T10:00:00.000Z';
const content = (over: Partial<MailContent> = {}): MailContent => ({
  uid: '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11', reference: 'K7QD-2MXP', changedAt: '2026-12-01T10:00:00.000Z',
  startsAt: '2026-12-09T08:40:00.000Z', endsAt: '2026-12-09T09:20:00.000Z', room: 'Møllestuen', ...over,
});
const latest = (over: Partial<LatestMessage> = {}): LatestMessage => ({ kind: 'request', sequence: 3, elsewhere: false, content: content(), ...over });
const moved = content({ startsAt: '2026-12-16T08:40:00.000Z', endsAt: '2026-12-16T09:20:00.000Z' });
const plan = (...given: Parameters<typeof planThread>) => planThread(...given).map(({ kind, sequence, elsewhere, news }) => [kind, sequence, elsewhere ? 'elsewhere' : 'mail', news]);

describe('what a person is told about a thing', () => {
  it('begins with a request under the thing’s revision', () => {
    expect(plan(null, { content: content(), elsewhere: false }, 4, NOW)).toEqual([['request', 4, 'mail', true]]);
  });

  it('is nothing when only others’ seats changed', () => {
    expect(plan(latest(), { content: content({ changedAt: NOW }), elsewhere: false }, 7, NOW)).toEqual([]);
  });

  it('is an update when time or room changed', () => {
    expect(plan(latest(), { content: moved, elsewhere: false }, 7, NOW)).toEqual([['request', 7, 'mail', true]]);
    expect(plan(latest(), { content: content({ room: null }), elsewhere: false }, 3, NOW)).toEqual([['request', 4, 'mail', true]]);
  });

  it('is a cancel, at the known time, when the person is not to come; once', () => {
    const [message] = planThread(latest(), null, 5, NOW);
    expect(message).toEqual({ kind: 'cancel', sequence: 5, elsewhere: false, news: true, content: content({ changedAt: NOW }) });
    expect(plan(latest({ kind: 'cancel', sequence: 5 }), null, 6, NOW)).toEqual([]);
    expect(plan(null, null, 0, NOW)).toEqual([]);
  });

  it('is a new request after a cancel', () => {
    expect(plan(latest({ kind: 'cancel', sequence: 5 }), { content: content(), elsewhere: false }, 6, NOW)).toEqual([['request', 6, 'mail', true]]);
  });

  it('follows the person’s channel, so that nobody has a thing twice', () => {
    expect(plan(latest(), { content: content(), elsewhere: true }, 3, NOW)).toEqual([['cancel', 4, 'mail', false], ['request', 5, 'elsewhere', false]]);
    expect(plan(latest({ elsewhere: true }), { content: content(), elsewhere: false }, 3, NOW)).toEqual([['request', 4, 'mail', false]]);
    expect(plan(latest({ elsewhere: true }), { content: moved, elsewhere: true }, 4, NOW)).toEqual([['request', 4, 'elsewhere', true]]);
    expect(plan(latest({ elsewhere: true }), null, 4, NOW)).toEqual([['cancel', 4, 'elsewhere', true]]);
  });
});
