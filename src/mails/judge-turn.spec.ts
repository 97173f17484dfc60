import { judgeTurn, type ThreadRow } from './judge-turn.js';
import type { MailContent } from './mail-delivery.entity.js';

const content = (room: string): MailContent => ({
  uid: '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11', reference: 'K7QD-2MXP', changedAt: '2026-12-01T10:00:00.000Z',
  startsAt: '2026-12-09T08:40:00.000Z', endsAt: '2026-12-09T09:20:00.000Z', room,
});
/** Each tells another room than those before it. */
const row = (sequence: number, kind: ThreadRow['kind'], state: ThreadRow['state'], unsure = false): ThreadRow =>
  ({ id: `${sequence}`, sequence, kind, state, unsure, content: content(`Lokale ${sequence}`) });
const again = (earlier: ThreadRow, later: ThreadRow): ThreadRow => ({ ...later, content: earlier.content });
const judge = (id: number, ...thread: ThreadRow[]) => judgeTurn(thread, String(id));

describe('the turn of a calendar message', () => {
  it('comes at once when nothing else is in the thread', () => {
    expect(judge(0, row(0, 'request', 'pending'))).toEqual({ verdict: 'send', update: false, superseded: [] });
  });

  it('is an update when a request went out before', () => {
    expect(judge(1, row(0, 'request', 'sent'), row(1, 'request', 'pending'))).toMatchObject({ verdict: 'send', update: true });
  });

  it('is no update when the request that went out said the same', () => {
    const first = row(0, 'request', 'sent');
    expect(judge(2, first, row(1, 'cancel', 'pending'), again(first, row(2, 'request', 'pending')))).toMatchObject({ verdict: 'send', update: false });
  });

  it('passes over what is superseded, in whatever order the queue works', () => {
    const thread = [row(0, 'request', 'pending'), row(2, 'request', 'pending')];
    expect(judge(0, ...thread)).toEqual({ verdict: 'superseded', superseded: [] });
    expect(judge(2, ...thread)).toEqual({ verdict: 'send', update: false, superseded: ['0'] });
  });

  it('sends no cancel when no request ever went out', () => {
    const thread = [row(0, 'request', 'pending'), row(1, 'cancel', 'pending')];
    expect(judge(1, ...thread)).toEqual({ verdict: 'superseded', superseded: ['0'] });
    expect(judge(0, ...thread)).toEqual({ verdict: 'superseded', superseded: [] });
    expect(judge(3, row(0, 'request', 'sent'), row(1, 'cancel', 'sent'), row(2, 'request', 'superseded'), row(3, 'cancel', 'pending'))).toMatchObject({ verdict: 'superseded' });
  });

  it('leaves a cancel to a person when the request before it could not be delivered', () => {
    const failed = row(0, 'request', 'failed');
    expect(judge(1, failed, row(1, 'cancel', 'pending'))).toEqual({ verdict: 'by_other_way', superseded: [] });
    expect(judge(2, failed, row(1, 'request', 'pending'), row(2, 'cancel', 'pending'))).toEqual({ verdict: 'by_other_way', superseded: ['1'] });
    expect(judge(3, row(0, 'request', 'sent'), row(1, 'cancel', 'sent'), row(2, 'request', 'failed'), row(3, 'cancel', 'pending'))).toMatchObject({ verdict: 'by_other_way' });
    expect(judge(3, failed, row(1, 'cancel', 'failed'), row(2, 'request', 'pending'), row(3, 'cancel', 'pending'))).toMatchObject({ verdict: 'superseded' });
  });

  it('sends a cancel when an older request went out, or the one that failed may have come', () => {
    expect(judge(2, row(0, 'request', 'sent'), row(1, 'request', 'failed'), row(2, 'cancel', 'pending'))).toMatchObject({ verdict: 'send' });
    expect(judge(1, row(0, 'request', 'failed', true), row(1, 'cancel', 'pending'))).toMatchObject({ verdict: 'send' });
  });

  it('asks nobody to tell what the person’s own calendar tells from now on', () => {
    expect(judge(1, row(0, 'request', 'failed'), row(1, 'cancel', 'pending'), row(2, 'request', 'elsewhere'))).toMatchObject({ verdict: 'superseded' });
  });

  it('waits for one that is under way', () => {
    expect(judge(1, row(0, 'request', 'sending', true), row(1, 'cancel', 'pending'))).toEqual({ verdict: 'wait' });
    expect(judge(1, row(0, 'request', 'sending', true), row(1, 'request', 'pending'))).toEqual({ verdict: 'wait' });
  });

  it('first makes certain of a request that is in doubt, then cancels it', () => {
    const doubtful = row(0, 'request', 'pending', true);
    expect(judge(1, doubtful, row(1, 'cancel', 'pending'))).toEqual({ verdict: 'wait' });
    expect(judge(0, doubtful, row(1, 'cancel', 'pending'))).toMatchObject({ verdict: 'send' });
    expect(judge(1, row(0, 'request', 'sent'), row(1, 'cancel', 'pending'))).toMatchObject({ verdict: 'send' });
  });

  it('lets an update take the place of a request in doubt', () => {
    const thread = [row(0, 'request', 'pending', true), row(1, 'request', 'pending')];
    expect(judge(0, ...thread)).toEqual({ verdict: 'superseded', superseded: [] });
    expect(judge(1, ...thread)).toMatchObject({ verdict: 'send', superseded: ['0'] });
  });

  it('skips a cancel that a new booking has overtaken', () => {
    const thread = [row(0, 'request', 'sent'), row(1, 'cancel', 'pending'), row(2, 'request', 'pending')];
    expect(judge(1, ...thread)).toMatchObject({ verdict: 'superseded' });
    expect(judge(2, ...thread)).toEqual({ verdict: 'send', update: true, superseded: ['1'] });
  });

  it('leaves out what was told elsewhere, and is done when finished', () => {
    expect(judge(1, row(0, 'request', 'elsewhere'), row(1, 'cancel', 'pending'))).toMatchObject({ verdict: 'superseded' });
    expect(judge(0, row(0, 'request', 'sent'))).toEqual({ verdict: 'done' });
  });
});
