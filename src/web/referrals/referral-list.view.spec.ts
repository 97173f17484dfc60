import 'reflect-metadata';
import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import type { ReferralLine } from '../../referrals/reading/list-referrals.js';
import type { ListedReferral, ReferralList } from '../../reports/referrals/referral-list.js';
import { referralListView } from './referral-list.view.js';

const TODAY = day('2026-11-25');
const LINE: ReferralLine = {
  id: 'r', state: 'submitted', type: 'transition', typeLabel: 'overgangsmøde', purpose: 'coordinate', areas: [], urgentReason: null,
  withoutYouthReason: null, belongsOutcome: 'yes',
  anonymous: false, youth: { id: 'y', name: 'Sofie Birkholt', birthDate: day('2009-12-25') }, author: { id: 'freja', name: 'Freja Holmgaard' },
  department: { id: 'd', name: 'Ungeenheden' },
  queueFirst: false, returnOn: null, createdAt: new Date('2026-11-20T10:00:00Z'), submittedAt: new Date('2026-11-21T10:00:00Z'), acceptedAt: null,
};
const line = (over: Partial<ReferralLine> = {}, of: Partial<ListedReferral> = {}): ListedReferral => ({ line: { ...LINE, ...over }, deadline: null, mine: false, ...of });
const listOf = (lines: ListedReferral[], over: Partial<ReferralList> = {}): ReferralList => ({ lines, more: false, triages: false, raises: true, ...over });

describe('the list of referrals in words', () => {
  it('counts what waits for those who triage, and keeps what has a time apart', () => {
    const view = referralListView(listOf([line(), line({ state: 'booked' })], { triages: true, raises: false }), TODAY);
    expect(view.lead).toBe('1 anmodning venter på vurdering.');
    expect(view.triage?.map(({ id, cards }) => [id, cards.length])).toEqual([['submitted', 1], ['accepted', 0], ['returned', 0]]);
    expect([view.booked?.cards.length, view.own, view.unit]).toEqual([1, null, null]);
    expect(view.triage?.[0]?.cards[0]).toMatchObject({
      who: 'Sofie Birkholt', from: 'Freja Holmgaard, Ungeenheden', since: 'Sendt 21. november 2026, 4 dage gammel', step: { text: 'Vurdér' },
    });
  });

  it('gives each of one’s own its next step, and others’ none that is not theirs', () => {
    const own = referralListView(
      listOf([line({ state: 'draft' }, { mine: true }), line({ state: 'returned', returnOn: day('2026-12-01') }, { mine: true }), line({ state: 'returned' })]), TODAY,
    );
    expect(own.own?.[0]?.cards.map(({ step, since }) => [step?.href, since])).toEqual([
      ['/anmodninger/r/ret', 'Begyndt 20. november 2026, 5 dage gammel'], ['/anmodninger/r/ret', 'Kan sendes igen 1. december 2026 (om 6 dage)'],
    ]);
    expect(own.unit?.cards.map(({ step }) => step)).toEqual([null]);
  });

  it('says a deadline, and when it has passed', () => {
    const text = (deadline: ListedReferral['deadline']) => referralListView(listOf([line({}, { mine: true, deadline })]), TODAY).own?.[1]?.cards[0]?.deadline;
    expect(text({ ahead: day('2026-12-25'), overdueSince: null })).toEqual({ text: 'Frist 25. december 2026 (om 30 dage)', overdue: false });
    expect(text({ ahead: null, overdueSince: day('2026-11-01') })).toEqual({ text: 'Frist 1. november 2026, overskredet', overdue: true });
  });

  it('names nobody whose line is not open to the reader', () => {
    expect(referralListView(listOf([line({ youth: null })]), TODAY).unit?.cards[0]?.who).toBe('Navn vises ikke for dig');
    expect(referralListView(listOf([line({ youth: null, anonymous: true })]), TODAY).unit?.cards[0]?.who).toBe('Uden navn');
  });
});
