import 'reflect-metadata';
import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import type { FrontPage } from '../../reports/front-page/front-page.service.js';
import { frontView } from './front.view.js';

const QUIET: FrontPage = {
  today: day('2026-11-24'), own: { tasks: 1, reminders: 0, drafts: 0, actions: 3, actionsOverdue: 1 }, youths: null, watch: [], coming: null, triage: null,
};

function actor(...roles: Actor['roles']): Actor {
  return { kind: 'staff', staffId: 's', name: 'Tage Lindekilde', roles, departmentId: null, requestId: 'r' };
}

describe('the front page in words', () => {
  it('counts what waits for you, and leaves out what is nothing', () => {
    expect(frontView(actor('caseworker'), QUIET).numbers.map(({ number, text }) => `${number} ${text}`)).toEqual(['1 opgave til dig', '3 åbne aftaler, 1 over tiden']);
  });

  it('opens the saved view behind a number, and counts no further than it must', () => {
    const page = frontView(actor('team_leader'), {
      ...QUIET, coming: { days: [], offers: { items: new Map(), leads: new Set(), invited: new Map() } },
      watch: [{ view: 'overdue', label: 'En frist er overskredet', count: 1000 }],
    });
    expect(page.numbers.at(-1)).toEqual({ number: '1000 eller flere', text: 'En frist er overskredet', href: '/unge?view=overdue&sort=deadline' });
    expect(page.noDay).toBe(true);
  });

  it('tells an administrator what there is to do, and shows no part with youths', () => {
    const page = frontView(actor('admin'), QUIET);
    expect(page.offers).toHaveLength(1);
    expect(page).toMatchObject({ youths: null, day: null, noDay: false, notReady: null, late: null, triage: null });
  });
});
