import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { TaskKind } from '../../tasks/task-kinds.data.js';
import { type OwnLineView, tasksView } from './own-lists.view.js';

const TODAY = parseCalendarDate('2026-11-26');

function lineOf(kind: TaskKind, subjectType: string, seen = true): OwnLineView | undefined {
  const task = { id: 't', kind, title: 'Gør noget', subjectType, subjectId: 's', dueOn: null, createdAt: new Date(), ending: 'tick' as const };
  return tasksView([task], new Map(seen ? [['t', { taskId: 't', id: 'y', name: 'Malik Damgaard' }]] : []), TODAY).lines[0];
}

describe('a task on the list', () => {
  it('leads to where the thing is done', () => {
    const places: Array<[TaskKind, string, string]> = [
      ['mail_undeliverable', 'booking', '/punkter/s/breve'], ['letter_needed', 'booking', '/punkter/s/breve'], ['conclusion_missing', 'booking', '/punkter/s/afslutning'],
      ['participant_declined', 'booking', '/punkter/s#deltagere'], ['triage_referral', 'referral', '/anmodninger/s'], ['deadline_overdue', 'deadline', '/unge/y#frister'],
      ['handover_unanswered', 'handover', '/unge/y#koordinering'], ['follow_up_due', 'follow_up', '/unge/y/plan'], ['action_overdue', 'action', '/aftaler'],
      ['standing_member_busy', 'meeting_day', '/dagsorden/dage/s#personer'], ['standing_member_declined', 'meeting_day', '/dagsorden/dage/s#personer'],
      ['closed_day_on_meeting', 'meeting_day', '/dagsorden'],
    ];
    for (const [kind, subject, href] of places) expect([kind, lineOf(kind, subject)?.href]).toEqual([kind, href]);
  });

  it('names the youth only where the viewer may see the youth', () => {
    expect(lineOf('deadline_overdue', 'deadline')?.youth).toEqual({ name: 'Malik Damgaard', href: '/unge/y' });
    expect(lineOf('deadline_overdue', 'deadline', false)).toMatchObject({ youth: null, href: '/unge?view=overdue&sort=deadline' });
    expect(lineOf('message_died', 'message', false)?.href).toBe('/administration/job?tilstand=dead');
    expect(lineOf('shared_calendar_failing', 'calendar_target', false)?.href).toBe('/administration/kalendere');
  });
});
