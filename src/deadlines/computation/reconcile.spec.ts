import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { reconcile, type StoredDeadline, type WantedDeadline } from './reconcile.js';

const d = parseCalendarDate;

const wanted = (more: Partial<WantedDeadline> = {}): WantedDeadline => ({
  youthId: 'y', ruleId: 'rule 1', ruleCode: 'R13', mode: 'drives', dueOn: d('2027-02-10'), earliestOn: d('2025-02-10'),
  lateAfter: d('2027-02-10'), state: 'open', metBy: null, metOn: null, ...more,
});
const stored = (more: Partial<StoredDeadline> = {}): StoredDeadline => ({ ...wanted(), id: 'd', waivedBy: null, state: 'open', ...more });
const met = { state: 'met', metBy: 'm', metOn: d('2026-05-01') } as const;

describe('stored and computed deadlines', () => {
  it('leave each other alone when they agree', () => {
    expect(reconcile([stored()], [wanted()])).toEqual({ added: [], changed: [] });
    expect(reconcile([stored(met)], [wanted(met)])).toEqual({ added: [], changed: [] });
    expect(reconcile([stored({ state: 'waived', waivedBy: 's' })], [wanted()])).toEqual({ added: [], changed: [] });
  });

  it('keep the old date as superseded when the birth date is corrected', () => {
    const { added, changed } = reconcile([stored()], [wanted({ dueOn: d('2027-10-02') })]);
    expect(added.map(({ dueOn, state }) => [dueOn, state])).toEqual([['2027-10-02', 'open']]);
    expect(changed).toMatchObject([{ id: 'd', dueOn: '2027-02-10', state: 'superseded', moved: true }]);
  });

  it('supersede a met date too when the same rule now gives another', () => {
    expect(reconcile([stored(met)], [wanted({ dueOn: d('2027-10-02') })]).changed).toMatchObject([{ state: 'superseded', metBy: null }]);
  });

  it('keep what was met when the youth has left the group, and supersede what was open', () => {
    expect(reconcile([stored(met)], [])).toEqual({ added: [], changed: [] });
    expect(reconcile([stored()], []).changed).toMatchObject([{ state: 'superseded' }]);
    expect(reconcile([stored({ state: 'historic' })], []).changed).toMatchObject([{ state: 'superseded' }]);
  });

  it('bring back what applies again, with its waiver', () => {
    expect(reconcile([stored({ state: 'superseded' })], [wanted()]).changed).toMatchObject([{ state: 'open', moved: true }]);
    expect(reconcile([stored({ state: 'superseded', waivedBy: 's' })], [wanted()]).changed).toMatchObject([{ state: 'waived' }]);
  });

  it('meet a waived deadline, and open a met one when its milestone is taken back', () => {
    expect(reconcile([stored({ state: 'waived', waivedBy: 's' })], [wanted(met)]).changed).toMatchObject([{ state: 'met', metBy: 'm' }]);
    expect(reconcile([stored(met)], [wanted()]).changed).toMatchObject([{ state: 'open', metBy: null, moved: true }]);
  });

  it('note a new rule version without moving the calendar', () => {
    expect(reconcile([stored()], [wanted({ ruleId: 'rule 2' })]).changed).toMatchObject([{ ruleId: 'rule 2', moved: false }]);
  });

  it('agree after one reconciliation', () => {
    const first = reconcile([], [wanted(), wanted({ ruleCode: 'R15', ...met })]);
    const rows = first.added.map((row, index) => ({ ...row, id: String(index), waivedBy: null }));
    expect(reconcile(rows, first.added)).toEqual({ added: [], changed: [] });
  });
});
