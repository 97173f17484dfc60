import type { Actor, Role } from '../platform/database/actor.js';
import { TASK_KINDS, type TaskKind } from './task-kinds.data.js';
import { assertMayTick, endingOf } from './tick-off.js';

const actor = (...roles: Role[]): Actor => ({ kind: 'staff', staffId: 's', name: 'Tage', roles, departmentId: null, requestId: 'r' });
const EVERYBODY = actor('caseworker', 'team_leader', 'meeting_secretary', 'chair', 'admin', 'auditor');

describe('ticking a task off', () => {
  it('is for nobody where the thing itself closes the task', () => {
    const kinds = (Object.keys(TASK_KINDS) as TaskKind[]).filter((kind) => endingOf(kind, EVERYBODY) === 'system');
    expect(kinds).toEqual([
      'triage_referral', 'referral_returned', 'standing_member_busy', 'standing_member_declined', 'deadline_overdue', 'handover_unanswered', 'referral_unplaced',
      'action_overdue', 'conclusion_missing', 'participant_declined', 'shared_calendar_failing', 'message_died',
    ]);
    expect(() => assertMayTick('deadline_overdue', EVERYBODY)).toThrow(expect.objectContaining({ code: 'settled_by_system' }));
  });

  it('is for the roles that can do the thing', () => {
    expect(endingOf('mail_undeliverable', actor('caseworker'))).toBe('tick');
    expect(endingOf('mail_undeliverable', actor('admin'))).toBe('other_role');
    expect(endingOf('alarm_queue_silent', actor('admin'))).toBe('tick');
    expect(endingOf('staff_left', actor('caseworker'))).toBe('other_role');
    expect(() => assertMayTick('staff_left', actor('caseworker'))).toThrow(expect.objectContaining({ code: 'not_your_role' }));
    expect(() => assertMayTick('staff_left', actor('team_leader'))).not.toThrow();
  });
});
