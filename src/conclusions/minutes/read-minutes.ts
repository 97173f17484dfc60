import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { WITHOUT_YOUTH_REASON_LABELS } from '../../referrals/types/referral-codes.js';
import { OUTCOMES } from '../../referrals/types/referral-type-definition.js';
import { YOUTH_VIEW_LABELS } from '../closing/closing-codes.js';
import { Conclusion } from '../closing/conclusion.entity.js';
import { itemToConclude, type ItemToConclude } from '../closing/item-to-conclude.js';
import type { MinutesAction, MinutesContent, MinutesDecision, MinutesPerson, MinutesRating, MinutesStatement } from './minutes-content.js';

/**
 * The minutes of a concluded item. Where a protected youth may come to live or go to school is left out.
 * @throws DomainError not_found when the item is not the actor's or not concluded
 */
export async function readMinutes(tx: Tx, bookingId: string): Promise<MinutesContent> {
  const item = await itemToConclude(tx, bookingId);
  const conclusion = await tx.manager.findOneBy(Conclusion, { bookingId: item.booking.id });
  if (!conclusion) throw notFound();
  const youthIds = item.youth === null ? [] : [item.youth.id];
  tx.audit('minutes.read', { type: 'conclusion', id: conclusion.id, youthIds, ground: item.ground });
  const minutes = conclusion.minutes ?? (await composeMinutes(tx, item, conclusion));
  return item.youth?.protected ? { ...minutes, places: [] } : minutes;
}

/** The minutes as the rows have them now. */
export async function composeMinutes(tx: Tx, item: ItemToConclude, conclusion: Conclusion): Promise<MinutesContent> {
  const { id: bookingId } = item.booking;
  return {
    ...frameOf(item, conclusion),
    ...(await readNames(tx, conclusion)),
    staff: await readStaff(tx, conclusion.id),
    guests: await readGuests(tx, conclusion.id),
    statements: await readStatements(tx, bookingId),
    ratings: await readRatings(tx, bookingId),
    decisions: await readDecisions(tx, conclusion.id),
    actions: await readActions(tx, bookingId),
  };
}

type Frame = Omit<MinutesContent, 'staff' | 'guests' | 'statements' | 'ratings' | 'decisions' | 'actions' | keyof Names>;

function frameOf({ booking, type, youth, date }: ItemToConclude, conclusion: Conclusion): Frame {
  const { minutesState: state, version, outcome, youthAttended, youthAbsentReason, youthView } = conclusion;
  const { noActionsBecause, places, fewerPlacesBecause } = conclusion;
  return {
    bookingId: booking.id, reference: booking.reference, state, version, approvedAt: null, typeLabel: type.label,
    date, startsAt: booking.startsAt.toISOString(), endsAt: booking.endsAt.toISOString(),
    youth: youth === null ? null : { id: youth.id, name: `${youth.firstName} ${youth.lastName}` },
    youthAttended,
    youthAbsentReason: youthAbsentReason === null ? null : WITHOUT_YOUTH_REASON_LABELS[youthAbsentReason],
    youthView: youthView === null ? null : YOUTH_VIEW_LABELS[youthView],
    outcome, outcomeLabel: OUTCOMES[outcome], noActionsBecause, places: places ?? [], fewerPlacesBecause,
  };
}

interface Names {
  readonly approvedBy: string | null;
  readonly coordinatorName: string | null;
  readonly next: MinutesContent['next'];
}

async function readNames(tx: Tx, conclusion: Conclusion): Promise<Names> {
  const { coordinatorId, nextKind: kind, nextBookingId, closedBecause, bookingId } = conclusion;
  const [row] = await tx.query<{ coordinatorName: string | null; startsAt: Date | null; checkOn: CalendarDate | null }>(
    `SELECT (SELECT name FROM staff_member WHERE id = $1) AS "coordinatorName", (SELECT starts_at FROM booking WHERE id = $2) AS "startsAt",
       (SELECT check_on::text FROM follow_up WHERE booking_id = $3 ORDER BY created_at LIMIT 1) AS "checkOn"`,
    [coordinatorId, nextBookingId, bookingId], 'minutes-names',
  );
  const { startsAt = null, checkOn = null, coordinatorName = null } = row ?? {};
  return { approvedBy: null, coordinatorName, next: { kind, startsAt: startsAt?.toISOString() ?? null, checkOn, closedBecause } };
}

function readActions(tx: Tx, bookingId: string): Promise<MinutesAction[]> {
  return tx.query<MinutesAction>(
    `SELECT a.kind, a.text, s.name AS "ownerName", a.due_on::text AS "dueOn" FROM action a JOIN staff_member s ON s.id = a.owner_id
     WHERE a.booking_id = $1 ORDER BY a.due_on, a.id`,
    [bookingId], 'minutes-actions',
  );
}

function readStaff(tx: Tx, conclusionId: string): Promise<MinutesPerson[]> {
  return tx.query<MinutesPerson>(
    `SELECT s.name, d.name AS department, a.present, i.name AS substitute, a.absent_reason AS "absentReason"
     FROM attendance a JOIN staff_member s ON s.id = a.staff_id JOIN department d ON d.id = s.department_id
       LEFT JOIN staff_member i ON i.id = a.substitute_id
     WHERE a.conclusion_id = $1 ORDER BY a.present DESC, s.name COLLATE "da-x-icu", s.id`,
    [conclusionId], 'minutes-staff',
  );
}

function readGuests(tx: Tx, conclusionId: string): Promise<MinutesContent['guests'][number][]> {
  return tx.query(
    `SELECT g.name, g.function, a.present FROM attendance a JOIN booking_guest g ON g.id = a.guest_id
     WHERE a.conclusion_id = $1 ORDER BY a.present DESC, g.name COLLATE "da-x-icu", g.id`,
    [conclusionId], 'minutes-guests',
  );
}

function readStatements(tx: Tx, bookingId: string): Promise<MinutesStatement[]> {
  return tx.query<MinutesStatement>(
    `SELECT heading, voice, coalesce(s.voice_name, d.name) AS "voiceName", s.text FROM statement s LEFT JOIN department d ON d.id = s.department_id
     WHERE s.booking_id = $1 ORDER BY array_position(ARRAY['own_words', 'worries', 'working_well', 'next_steps']::varchar[], s.heading), s.position, s.id`,
    [bookingId], 'minutes-statements',
  );
}

function readRatings(tx: Tx, bookingId: string): Promise<MinutesRating[]> {
  return tx.query<MinutesRating>(
    `SELECT voice, voice_name AS "voiceName", value, because FROM scale_rating WHERE booking_id = $1
     ORDER BY array_position(ARRAY['youth', 'parent', 'network', 'unit']::varchar[], voice), voice_name`,
    [bookingId], 'minutes-ratings',
  );
}

function readDecisions(tx: Tx, conclusionId: string): Promise<MinutesDecision[]> {
  return tx.query<MinutesDecision>(
    `SELECT text, area, CASE WHEN num_nonnulls(formal_decision_on, formal_decision_unit, formal_decision_reference) > 0 THEN
       json_build_object('decidedOn', formal_decision_on, 'unit', formal_decision_unit, 'reference', formal_decision_reference) END AS "formalDecision"
     FROM decision_note WHERE conclusion_id = $1 ORDER BY position`,
    [conclusionId], 'minutes-decisions',
  );
}
