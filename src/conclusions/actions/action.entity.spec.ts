import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { Action } from './action.entity.js';

const now = new Date('2026-12-09T10:00:00Z');

function open(): Action {
  return Object.assign(new Action(), { state: 'open', dueOn: parseCalendarDate('2026-12-16'), ownerId: 'freja', closedAt: null });
}

describe('an agreed action', () => {
  it('is done once; saying so again changes nothing', () => {
    const action = open();
    expect(action.complete('freja', now)).toBe(true);
    expect(action).toMatchObject({ state: 'done', closedAt: now, closedBy: 'freja' });
    expect(action.complete('solvej', new Date())).toBe(false);
    expect(action.closedBy).toBe('freja');
  });

  it('can be taken back', () => {
    const action = open();
    action.drop('freja', now, 'Nanna vil noget andet.');
    expect(action).toMatchObject({ state: 'dropped', closedReason: 'Nanna vil noget andet.' });
    action.reopen();
    expect(action).toMatchObject({ state: 'open', closedAt: null, closedBy: null, closedReason: null });
    expect(() => action.reopen()).toThrow(expect.objectContaining({ code: 'invalid_transition' }));
  });

  it('changes date and owner only while it is open', () => {
    const action = open();
    action.change({ dueOn: parseCalendarDate('2027-01-06') });
    action.change({ ownerId: 'solvej' });
    expect(action).toMatchObject({ dueOn: '2027-01-06', ownerId: 'solvej' });
    action.complete('solvej', now);
    expect(() => action.change({ ownerId: 'freja' })).toThrow(expect.objectContaining({ code: 'invalid_transition', extra: { state: 'done' } }));
    expect(() => action.drop('freja', now, 'x')).toThrow(expect.objectContaining({ code: 'invalid_transition' }));
  });
});
