import { BASIS_COUNTS } from '../../agendas/agenda-readiness.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Reader } from '../../platform/database/tx.js';
import { accessVariant, visibleYouthSql } from '../../youths/access/visible-youths.js';

export interface DocketPerson {
  readonly staffId: string;
  readonly name: string;
  readonly area: string | null;
  readonly mandatory: boolean;
  readonly decisionPower: boolean;
  readonly answer: 'accepted' | 'declined' | 'tentative' | null;
  readonly away: boolean;
}

/** One item as it is read; the youth is null when the viewer may not see whose item it is. */
export interface ItemRow {
  readonly id: string;
  readonly meetingDayId: string;
  readonly referralId: string;
  readonly reference: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: 'booked' | 'held' | 'concluded';
  readonly urgent: boolean;
  readonly lateReason: string | null;
  readonly type: string;
  readonly typeLabel: string;
  readonly areas: readonly string[];
  readonly youthId: string | null;
  readonly visible: boolean;
  readonly youth: { id: string; name: string; birthDate: CalendarDate; protected: boolean } | null;
  readonly youthSaidYes: boolean | null;
  readonly reasonWithoutYouth: string | null;
  readonly nearestDueOn: CalendarDate | null;
  readonly people: readonly DocketPerson[];
  readonly guests: number;
  readonly areasWithBasis: readonly string[];
  readonly ownWords: boolean;
  readonly preparations: readonly { departmentId: string; nothingToAdd: boolean }[];
  readonly hasPlan: boolean;
  readonly coordinator: { id: string; name: string } | null;
  readonly authorId: string;
  /** How many slots its type takes, and whether its referral is urgent, wherever it lies now. */
  readonly slots: 1 | 2;
  readonly referralUrgent: boolean;
  /** The viewer may open the item itself; a line on the docket alone is not enough. */
  readonly opens: boolean;
}

/** The items of some days with everything their lines show, in one statement however many there are. */
export function readItems(tx: Reader, dayIds: readonly string[]): Promise<ItemRow[]> {
  const params: unknown[] = [dayIds, tx.today];
  const visible = visibleYouthSql(tx, 'b.youth_id', params, 'line');
  const full = visibleYouthSql(tx, 'b.youth_id', params);
  return tx.query<ItemRow>(itemsSql(visible, full), params, `docket-items-${accessVariant(tx, 'line')}-${accessVariant(tx)}`);
}

/** @param visible @param full conditions on `b.youth_id`: the viewer sees the line, and the case */
function itemsSql(visible: string, full: string): string {
  return `SELECT b.id, b.meeting_day_id AS "meetingDayId", b.referral_id AS "referralId", b.reference, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
     b.state, b.urgent, b.late_reason AS "lateReason", r.type, t.label AS "typeLabel", r.areas, b.youth_id AS "youthId",
     b.youth_id IS NULL OR may.see AS visible,
     CASE WHEN may.see THEN json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name, 'birthDate', y.birth_date, 'protected', y.protected) END AS youth,
     b.youth_said_yes AS "youthSaidYes",
     coalesce(r.without_youth_reason, CASE WHEN t.definition->>'youth' = 'heard_before' THEN 'heard_before' END,
       CASE WHEN b.youth_said_yes = false THEN b.youth_answer_note END) AS "reasonWithoutYouth",
     due.nearest AS "nearestDueOn", people.list AS people, guests.count AS guests,
     ARRAY(SELECT s.area FROM sharing_basis s LEFT JOIN consent c ON c.id = s.consent_id
       WHERE s.booking_id = b.id AND ${BASIS_COUNTS} ORDER BY s.area) AS "areasWithBasis",
     EXISTS (SELECT 1 FROM statement s WHERE s.booking_id = b.id AND s.heading = 'own_words') AS "ownWords",
     coalesce((SELECT json_agg(json_build_object('departmentId', p.department_id, 'nothingToAdd', p.nothing_to_add))
       FROM preparation p WHERE p.booking_id = b.id), '[]') AS preparations,
     EXISTS (SELECT 1 FROM plan p WHERE p.youth_id = b.youth_id AND p.ended_at IS NULL) AS "hasPlan",
     (SELECT json_build_object('id', c.id, 'name', c.name) FROM coordination k JOIN staff_member c ON c.id = k.staff_id
       WHERE k.youth_id = b.youth_id AND k.until_at IS NULL) AS coordinator,
     r.author_id AS "authorId", (t.definition->>'slots')::int AS slots, r.urgent_reason IS NOT NULL AS "referralUrgent",
     b.youth_id IS NOT NULL AND ${full} AS opens
   FROM booking b
   JOIN meeting_day day ON day.id = b.meeting_day_id
   JOIN referral r ON r.id = b.referral_id
   JOIN referral_type t ON t.id = r.type_id
   LEFT JOIN youth y ON y.id = b.youth_id
   CROSS JOIN LATERAL (SELECT b.youth_id IS NOT NULL AND ${visible} AS see) may
   CROSS JOIN LATERAL (SELECT min(d.due_on)::text AS nearest FROM deadline d
     WHERE d.youth_id = b.youth_id AND d.state = 'open' AND d.mode = 'drives' AND d.due_on >= $2) due
   CROSS JOIN LATERAL (
     SELECT coalesce(json_agg(json_build_object('staffId', m.id, 'name', m.name, 'area', p.area, 'mandatory', p.mandatory, 'decisionPower', p.decision_power, 'answer', p.answer,
       'away', EXISTS (SELECT 1 FROM absence a WHERE a.staff_id = m.id AND day.date BETWEEN a.starts_on AND a.ends_on))
       ORDER BY m.name COLLATE "da-x-icu"), '[]') AS list
     FROM booking_participant p JOIN staff_member m ON m.id = p.staff_id WHERE p.booking_id = b.id) people
   CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM booking_guest g WHERE g.booking_id = b.id AND g.kind <> 'youth') guests
   WHERE b.meeting_day_id = ANY($1) AND b.state <> 'cancelled'
   ORDER BY b.starts_at, b.id`;
}

/** Who of a day's standing people is marked away on it or has said no to it: `dayId staffId` pairs. */
export async function readAbsentSeats(tx: Reader, dayIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ pair: string }>(
    `SELECT s.meeting_day_id || ' ' || s.staff_id AS pair FROM meeting_day_panel s JOIN meeting_day d ON d.id = s.meeting_day_id
     JOIN absence a ON a.staff_id = s.staff_id AND d.date BETWEEN a.starts_on AND a.ends_on WHERE s.meeting_day_id = ANY($1)
     UNION SELECT meeting_day_id || ' ' || staff_id FROM meeting_day_answer WHERE meeting_day_id = ANY($1) AND answer = 'declined'`,
    [dayIds],
    'docket-absent-seats',
  );
  return new Set(rows.map((row) => row.pair));
}
