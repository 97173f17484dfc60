import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, rule } from '../../platform/errors/domain-error.js';
import { groundFor, lockYouth } from '../../youths/access/open-youth.js';
import { visibleTo } from '../../youths/access/visible-youths.js';
import { recomputeDeadlines } from '../computation/recompute-deadlines.js';
import { DeadlineRule } from '../entities/deadline-rule.entity.js';
import { Deadline } from '../entities/deadline.entity.js';
import { Milestone } from '../entities/milestone.entity.js';
import type { MilestoneKind } from '../rules/milestone-kinds.js';
import { meetMilestone, type RecordedMilestone } from './meet-milestone.js';

/** A fact about a youth, or the tick "klaret i fagsystem" on a deadline. */
export interface GivenMilestone {
  readonly kind?: MilestoneKind | null | undefined;
  readonly deadlineId?: string | null | undefined;
  /** Today when left out. */
  readonly occurredOn?: CalendarDate | null | undefined;
  readonly reference?: string | null | undefined;
}

/**
 * Records what a person tells has happened for a youth.
 * @throws DomainError not_found; rule `date_ahead`, `too_early`, `meeting_needed`, `kind_missing`; conflict `deadline_not_open`
 */
export async function recordMilestoneByPerson(tx: Tx, youthId: string, given: GivenMilestone): Promise<RecordedMilestone> {
  const { ground } = await lockYouth(tx, youthId);
  const occurredOn = given.occurredOn ?? tx.today;
  const kind = given.deadlineId ? await kindOfTick(tx, youthId, given.deadlineId, occurredOn) : given.kind;
  if (!kind) throw rule('kind_missing', 'Vælg, hvad der er sket, eller hvilken frist det klarer.');
  const recorded = await meetMilestone(tx, youthId, kind, occurredOn, { source: 'person', reference: given.reference ?? null });
  const detail = { kind, occurredOn, met: recorded.met.map(({ rule: code }) => code) };
  tx.audit('milestone.recorded', { type: 'milestone', id: recorded.id, youthIds: [youthId], ground, detail });
  return recorded;
}

/**
 * Takes back a milestone that was recorded by mistake; the deadlines it met are open again.
 * @throws DomainError not_found; conflict `milestone_voided`, `milestone_from_meeting`
 */
export async function voidMilestone(tx: Tx, milestoneId: string): Promise<void> {
  const { youthId } = await tx.find(Milestone, milestoneId, visibleTo(tx));
  const ground = await groundFor(tx, youthId);
  const milestone = await tx.lock(Milestone, milestoneId);
  milestone.void(tx.now);
  await tx.save(milestone);
  await recomputeDeadlines(tx, [youthId]);
  tx.audit('milestone.voided', { type: 'milestone', id: milestoneId, youthIds: [youthId], ground, detail: { kind: milestone.kind } });
}

async function kindOfTick(tx: Tx, youthId: string, deadlineId: string, occurredOn: CalendarDate): Promise<MilestoneKind> {
  const deadline = await tx.find(Deadline, deadlineId, (alias) => ({ sql: `${alias}.youth_id = :youthId`, parameters: { youthId } }));
  const version = await tx.find(DeadlineRule, deadline.ruleId);
  if (deadline.state !== 'open' && deadline.state !== 'historic') {
    throw conflict('deadline_not_open', 'Fristen er ikke åben længere. Hent siden igen.');
  }
  if (!version.definition.tick || version.milestoneKind === null) {
    throw rule('meeting_needed', 'Fristen klares af et afholdt møde. Skriv i stedet, hvornår mødet blev holdt.');
  }
  if (deadline.earliestOn !== null && occurredOn < deadline.earliestOn) {
    throw rule('too_early', 'Datoen ligger for tidligt til at klare fristen. Skriv en senere dato.');
  }
  return version.milestoneKind;
}
