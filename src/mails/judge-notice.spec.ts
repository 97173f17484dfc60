import { judgeNotice, type NoticeRow } from './judge-notice.js';

const row = (sequence: number, state: NoticeRow['state']): NoticeRow => ({ id: `${sequence}`, sequence, state });
const judge = (id: number, ...notices: NoticeRow[]) => judgeNotice(notices, String(id));

describe('the turn of a short notice', () => {
  it('comes at once when it is the only one or the earlier ones are finished', () => {
    expect(judge(3, row(3, 'pending'))).toEqual({ verdict: 'send', update: false, superseded: [] });
    expect(judge(3, row(1, 'sent'), row(2, 'failed'), row(3, 'pending'))).toEqual({ verdict: 'send', update: false, superseded: [] });
  });

  it('never comes once there is a later one, whatever became of that', () => {
    for (const state of ['pending', 'sending', 'sent', 'superseded', 'failed'] as const) expect(judge(3, row(3, 'pending'), row(4, state))).toEqual({ verdict: 'superseded', superseded: [] });
    expect(judge(3, row(3, 'sending'), row(4, 'pending'))).toEqual({ verdict: 'superseded', superseded: [] });
  });

  it('takes the place of those that wait, and does not overtake one that is under way', () => {
    expect(judge(4, row(3, 'pending'), row(4, 'pending'))).toEqual({ verdict: 'send', update: false, superseded: ['3'] });
    expect(judge(4, row(3, 'sending'), row(4, 'pending'))).toEqual({ verdict: 'wait' });
  });

  it('is done when it is finished', () => {
    expect(judge(3, row(3, 'sent'), row(4, 'pending'))).toEqual({ verdict: 'done' });
    expect(judge(3)).toEqual({ verdict: 'done' });
  });
});
