import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { raiseTask } from '../../tasks/raise-task.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { Letter, type LetterKind, type LetterRecipient } from '../letter.entity.js';

interface Person {
  readonly kind: LetterRecipient;
  readonly id: string;
}

interface ItemRow {
  readonly id: string;
  readonly youthId: string;
  readonly bookedBy: string;
  readonly state: 'booked' | 'cancelled' | 'held' | 'concluded';
  readonly revision: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string | null;
  readonly birthDate: CalendarDate;
  readonly people: readonly Person[];
}

const MAJORITY = 18;

/** A protected youth's place is never in a letter; a custody holder who has been removed gets none. */
const ITEM = `
  SELECT item.id, item.youth_id AS "youthId", item.booked_by AS "bookedBy", item.state, item.revision, item.starts_at AS "startsAt", item.ends_at AS "endsAt",
    CASE WHEN youth.protected THEN NULL ELSE room.name END AS room, youth.birth_date::text AS "birthDate",
    coalesce((SELECT json_agg(json_build_object('kind', guest.kind, 'id', guest.source_id) ORDER BY guest.id) FROM booking_guest guest
      LEFT JOIN custody_holder holder ON holder.id = guest.source_id AND guest.kind = 'custody_holder'
      WHERE guest.booking_id = item.id AND guest.source_id IS NOT NULL
        AND (guest.kind = 'youth' OR (guest.kind = 'custody_holder' AND holder.removed_at IS NULL AND holder.invite))), '[]') AS people
  FROM booking item JOIN youth ON youth.id = item.youth_id JOIN meeting_day day ON day.id = item.meeting_day_id LEFT JOIN room ON room.id = day.room_id
  WHERE item.id = $1 FOR UPDATE OF item`;

/** Keeps the letters of an item in step with its time and guests; a second run changes nothing. */
export async function planLetters(tx: Tx, bookingId: string): Promise<void> {
  const [item] = await tx.query<ItemRow>(ITEM, [bookingId], 'letters-item');
  if (item === undefined || item.state === 'held' || item.state === 'concluded' || item.endsAt <= tx.now) return;
  const letters = await tx.manager.findBy(Letter, { bookingId, outdated: false });
  const people = item.state === 'booked' ? item.people.filter(({ kind }) => kind === 'youth' || isMinor(item)) : [];
  let replaced = false;
  for (const person of people) {
    const letter = letters.find(({ recipientId }) => recipientId === person.id);
    if (letter !== undefined && tellsTheSame(letter, item)) continue;
    replaced ||= (letter?.handedOverAt ?? null) !== null;
    await replace(tx, item, person, letter, 'invitation');
  }
  for (const letter of letters.filter(({ recipientId, kind }) => kind === 'invitation' && !people.some(({ id }) => id === recipientId))) {
    replaced ||= letter.handedOverAt !== null;
    await replace(tx, item, { kind: letter.recipientKind, id: letter.recipientId }, letter, letter.handedOverAt === null ? null : 'cancellation');
  }
  if (replaced) await askForNewLetters(tx, item);
}

/** Custody ends with the 18th birthday (værgemålsloven § 1): from then on only the youth is written to. */
function isMinor({ startsAt, birthDate }: ItemRow): boolean {
  return dateAt(startsAt) < addYears(birthDate, MAJORITY);
}

function tellsTheSame(letter: Letter, { startsAt, endsAt, room }: ItemRow): boolean {
  return letter.kind === 'invitation' && letter.startsAt.getTime() === startsAt.getTime() && letter.endsAt.getTime() === endsAt.getTime() && letter.room === room;
}

/** A cancellation tells the time that the person knows. */
async function replace(tx: Tx, item: ItemRow, { kind: recipientKind, id: recipientId }: Person, before: Letter | undefined, kind: LetterKind | null): Promise<void> {
  if (before !== undefined) {
    before.outdated = true;
    await tx.save(before);
  }
  if (kind === null) return;
  const { startsAt, endsAt, room } = kind === 'cancellation' && before !== undefined ? before : item;
  await tx.insert(Object.assign(new Letter(), {
    id: newId(), bookingId: item.id, kind, recipientKind, recipientId, startsAt, endsAt, room, outdated: false, createdAt: tx.now, handedOverAt: null, handedOverBy: null,
  }));
}

/** Somebody holds a letter that is no longer true: the coordinating caseworker, else whoever booked, sees to a new one. */
async function askForNewLetters(tx: Tx, { id, youthId, bookedBy, revision }: ItemRow): Promise<void> {
  await raiseTask(tx, {
    kind: 'letter_needed', assigneeId: (await coordinatorOf(tx, youthId)) ?? bookedBy, youthId, subjectType: 'booking', subjectId: id,
    dedupKey: `letter_needed:${id}:${revision}`, dueOn: tx.today,
  });
}
