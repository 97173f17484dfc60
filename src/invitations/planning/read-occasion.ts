import type { Tx } from '../../platform/database/tx.js';
import type { MailContent } from '../../mails/mail-delivery.entity.js';
import { TOLD_ROOM_OF_ITEM, WHO_COMES_TO_ITEM, WHO_SITS_THE_DAY } from './invitees.sql.js';

/** What people are invited to: an item, or a whole day for those who sit all of it. */
export interface Occasion {
  readonly subjectKind: 'booking' | 'meeting_day';
  readonly subjectId: string;
  readonly revision: number;
  readonly content: MailContent;
  /** False when it is cancelled. */
  readonly stands: boolean;
  readonly people: readonly Invitee[];
}

export interface Invitee {
  readonly kind: 'staff' | 'guest';
  readonly id: string;
  /** A guest's own; null for staff. */
  readonly address: string | null;
  /** Where mails to the person arrive, in small letters: a guest and a colleague may have one together. */
  readonly mailbox: string;
}

interface OccasionRow {
  readonly uid: string;
  readonly reference: string | null;
  readonly revision: number;
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string | null;
  readonly state: 'booked' | 'planned' | 'closed' | 'cancelled' | 'held' | 'concluded';
  readonly people: readonly Invitee[];
}

const PEOPLE = (who: string): string => `coalesce((SELECT json_agg(json_build_object('kind', who.kind, 'id', who.id, 'address', who.address, 'mailbox', who.mailbox) ORDER BY who.id) FROM (${who}) who), '[]')`;

const ITEM = `
  SELECT item.uid, item.reference, item.revision, item.changed_at AS "changedAt", item.starts_at AS "startsAt", item.ends_at AS "endsAt", item.state,
    ${TOLD_ROOM_OF_ITEM} AS room, ${PEOPLE(WHO_COMES_TO_ITEM)} AS people
  FROM booking item JOIN meeting_day day ON day.id = item.meeting_day_id LEFT JOIN room ON room.id = day.room_id LEFT JOIN youth ON youth.id = item.youth_id
  WHERE item.id = $1 FOR UPDATE OF item`;

const DAY = `
  SELECT day.uid, NULL AS reference, day.revision, day.changed_at AS "changedAt", day.starts_at AS "startsAt", day.ends_at AS "endsAt", day.state,
    room.name AS room, ${PEOPLE(WHO_SITS_THE_DAY)} AS people
  FROM meeting_day day LEFT JOIN room ON room.id = day.room_id WHERE day.id = $1 FOR UPDATE OF day`;

/** An item or a day as it stands, locked until the transaction ends; null when it is past or held: nobody is told any more. */
export async function readOccasion(tx: Tx, subjectKind: Occasion['subjectKind'], subjectId: string): Promise<Occasion | null> {
  const sql = subjectKind === 'booking' ? ITEM : DAY;
  const [row] = await tx.query<OccasionRow>(sql, [subjectId], `invitation-${subjectKind}`);
  if (row === undefined || row.state === 'held' || row.state === 'concluded' || row.endsAt <= tx.now) return null;
  const { uid, reference, revision, changedAt, startsAt, endsAt, room, state, people } = row;
  const content = { uid, reference, room, changedAt: changedAt.toISOString(), startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { subjectKind, subjectId, revision, content, stands: state !== 'cancelled', people };
}
