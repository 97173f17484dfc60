import type { Tx } from '../../platform/database/tx.js';

/** The answers to a day and its items as rows of JSON: to the whole day, of staff and guests to items, and of the youths. */
export type KeptAnswers = Readonly<Record<'day' | 'staff' | 'guests' | 'youths', readonly unknown[]>>;

const LIST = (row: string, from: string): string => `coalesce((SELECT jsonb_agg(jsonb_build_object(${row})) FROM ${from}), '[]')`;
const ITEM = "JOIN booking item ON item.meeting_day_id = $1 AND item.state = 'booked'";
const READ = `
  SELECT ${LIST("'person', staff_id, 'answer', answer, 'at', answered_at", 'meeting_day_answer WHERE meeting_day_id = $1')} AS day,
    ${LIST("'item', item.id, 'person', part.staff_id, 'answer', part.answer, 'at', part.answered_at", `booking_participant part ${ITEM} AND item.id = part.booking_id WHERE part.answer IS NOT NULL`)} AS staff,
    ${LIST("'person', guest.id, 'answer', guest.answer, 'at', guest.answered_at", `booking_guest guest ${ITEM} AND item.id = guest.booking_id WHERE guest.answer IS NOT NULL`)} AS guests,
    ${LIST("'item', id, 'yes', youth_said_yes, 'note', youth_answer_note, 'at', youth_answered_at", "booking WHERE meeting_day_id = $1 AND state = 'booked' AND youth_answered_at IS NOT NULL")} AS youths`;

const KEPT = 'jsonb_to_recordset($1::jsonb) AS kept (item uuid, person uuid, answer varchar, yes boolean, note varchar, at timestamptz)';
const RESTORE = {
  day: `INSERT INTO meeting_day_answer (meeting_day_id, staff_id, answer, answered_at) SELECT $2::uuid, person, answer, at FROM ${KEPT} ON CONFLICT DO NOTHING`,
  staff: `UPDATE booking_participant part SET answer = kept.answer, answered_at = kept.at FROM booking item, ${KEPT}
    WHERE item.meeting_day_id = $2 AND part.booking_id = item.id AND item.id = kept.item AND part.staff_id = kept.person`,
  guests: `UPDATE booking_guest guest SET answer = kept.answer, answered_at = kept.at FROM booking item, ${KEPT}
    WHERE item.meeting_day_id = $2 AND guest.booking_id = item.id AND guest.id = kept.person`,
  youths: `UPDATE booking item SET youth_said_yes = kept.yes, youth_answer_note = kept.note, youth_answered_at = kept.at FROM ${KEPT}
    WHERE item.meeting_day_id = $2 AND item.id = kept.item`,
} as const;

/** What has been answered to the day and to its booked items. */
export async function readAnswers(tx: Tx, meetingDayId: string): Promise<KeptAnswers> {
  const [answers] = await tx.query<KeptAnswers>(READ, [meetingDayId], 'day-keep-answers');
  if (answers === undefined) throw new Error('the answers of a day gave no row');
  return answers;
}

/** Lets answers count again that were forgotten when the day moved. */
export async function restoreAnswers(tx: Tx, meetingDayId: string, answers: KeptAnswers): Promise<void> {
  for (const kind of ['day', 'staff', 'guests', 'youths'] as const) {
    await tx.query(RESTORE[kind], [JSON.stringify(answers[kind]), meetingDayId], `day-restore-answers-${kind}`);
  }
}
