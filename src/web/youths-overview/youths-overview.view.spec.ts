import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import type { OverviewLine } from '../../reports/youth-overview/read-overview.js';
import { lineView, overviewPageView } from './youths-overview.view.js';

const TODAY = day('2026-11-24');
const LINE: OverviewLine = {
  id: 'y', name: 'Sofie Birkholt', birthDate: day('2008-11-25'), status: 'planned', protected: false, opens: true, departments: [], coordinator: null, lastMeeting: null,
  nextMeeting: { date: day('2026-12-09'), startsAt: '2026-12-09T08:40:00Z', bookingId: 'b' },
  nextDeadline: { id: 'd', rule: 'R13', title: 'Overgangsmøde', dueOn: day('2026-11-23'), overdue: true },
};

function actor(role: Actor['roles'][number]): Actor {
  return { kind: 'staff', staffId: 's', name: 'Freja', roles: [role], departmentId: null, requestId: 'r' };
}

describe('a line of the overview', () => {
  it('gives whole years, Danish dates and times, and says overdue in words', () => {
    expect(lineView(LINE, TODAY, undefined, actor('caseworker'))).toMatchObject({
      age: '17 år', born: '25. november 2008', nextMeeting: '9. december 2026 kl. 9.40', lastMeeting: null, status: 'K-møde planlagt',
      deadline: { date: '23. november 2026', when: 'i går', overdue: true },
    });
  });

  it('offers the next step with its page', () => {
    expect(
      lineView(LINE, TODAY, { kind: 'find_time', referralId: 'r' }, actor('caseworker')),
    ).toMatchObject({ step: 'Mangler en tid', stepLink: { href: '/anmodninger/r/tid', text: 'Find en tid' } });
  });
});

describe('the overview page', () => {
  const view = (role: Actor['roles'][number], address: object) => overviewPageView({
    actor: actor(role), today: TODAY, address: { ...address, sort: 'name' }, page: { items: [], nextCursor: 'c' }, steps: new Map(), departments: [],
  });

  it('keeps filter and sort on its way, and drops the cursor with a new sort', () => {
    const page = view('caseworker', { view: 'mine', cursor: 'b' });
    expect(page.next).toBe('/unge?view=mine&sort=name&cursor=c');
    expect(page.first).toBe('/unge?view=mine&sort=name');
    expect(page.sorts.deadline.href).toBe('/unge?view=mine&sort=deadline');
    expect(page.files).toEqual({ csv: '/unge.csv?view=mine&sort=name', xlsx: '/unge.xlsx?view=mine&sort=name' });
    expect(page.caption).toBe('Mine unge, fortsat');
  });

  it('offers "Mine unge" to those who can have some', () => {
    expect(view('caseworker', {}).views.map(({ label }) => label)).toContain('Mine unge');
    expect(view('meeting_secretary', {}).views.map(({ label }) => label)).not.toContain('Mine unge');
  });
});
