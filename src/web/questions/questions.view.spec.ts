import 'reflect-metadata';
import type { QuestionLine } from '../../conclusions/questions/principled-questions.service.js';
import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { questionsView } from './questions.view.js';

const line: QuestionLine = {
  id: 'q', text: 'Hvem betaler?', owner: { id: 'sonja', name: 'Sonja Vinterberg' }, raisedAt: new Date('2026-11-20T10:00:00Z'), answer: null, answeredAt: null,
};
const actor = (staffId: string, ...roles: Actor['roles']): Actor => ({ kind: 'staff', staffId, name: null, roles, departmentId: null, requestId: 'r' });
const view = (who: Actor, items = [line]) => questionsView({
  actor: who, today: parseCalendarDate('2026-11-25'), open: { items, nextCursor: null }, answered: { items: [], nextCursor: 'c' }, sought: null, staff: [],
});

describe('principled questions in words', () => {
  it('names the owner and the age', () => {
    expect(view(actor('freja', 'caseworker')).open[0]).toMatchObject({ owner: 'Sonja Vinterberg', raised: '20. november 2026 (5 dage siden)', action: null });
  });

  it('lets the owner, the chair and the secretary answer', () => {
    for (const who of [actor('sonja', 'team_leader'), actor('henrik', 'chair'), actor('karla', 'meeting_secretary')]) expect(view(who).open[0]?.action).toBe('/spoergsmaal/q/svar');
  });

  it('leads to the older answers', () => {
    expect(view(actor('freja', 'caseworker')).older).toBe('/spoergsmaal?cursor=c');
  });
});
