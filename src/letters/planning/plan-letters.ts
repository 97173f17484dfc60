import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { raiseTask } from '../../tasks/raise-task.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { Letter, type LetterRecipient } from '../letter.entity.js';
import { heldLetter, letterDue, saysTheSame } from './letter-due.js';
import { settleWhenNoneWaits } from './settle-letter-tasks.js';

interface Person {
  readonly kind: LetterRecipient;
  readonly id: string;
}

interface ItemRow {
  readonly id: string;
  readonly youthId: string;
  readonly bookedBy: string;
  readonly state: 'booked' | 'cancelled' | 'held' | 'concluded';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string | null;
  readonly birthDate: CalendarDate;
  readonly people: readonly Person[];
}

const MAJORITY = 18;

/** A protected youth's place is never in a letter; a custody holder who has been removed gets none. */
const ITEM = `
  SELECT item.id, item.youth_id AS "youthId", item.booked_by AS "bookedBy", item.state, item.starts_at AS "startsAt", item.ends_at AS "endsAt",
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
  const letters = await tx.manager.find(Letter, { where: { bookingId }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  const people = item.state === 'booked' ? item.people.filter(({ kind }) => kind === 'youth' || isMinor(item)) : [];
  const replacements: string[] = [];
  for (const person of recipientsOf(letters, people)) {
    const own = letters.filter(({ recipientId }) => recipientId === person.id);
    const written = await bringUpToDate(tx, item, person, own, people.some(({ id }) => id === person.id));
    if (written !== null && heldLetter(own) !== undefined) replacements.push(written);
  }
  const [replacement] = replacements;
  if (replacement !== undefined) await askForNewLetters(tx, item, replacement);
  else await settleWhenNoneWaits(tx, bookingId);
}

/** Those who come, then those who have been written to before. */
function recipientsOf(letters: readonly Letter[], people: readonly Person[]): Person[] {
  const former = new Map(letters.map(({ recipientKind: kind, recipientId: id }) => [id, { kind, id }]));
  return [...people, ...[...former.values()].filter(({ id }) => !people.some((person) => person.id === id))];
}

/** Lets the one letter that a recipient is to have count, and no other; the one that they hold serves again where it is true. Returns the id of a new letter. */
async function bringUpToDate(tx: Tx, item: ItemRow, { kind: recipientKind, id: recipientId }: Person, own: readonly Letter[], comes: boolean): Promise<string | null> {
  const { startsAt, endsAt, room } = item;
  const held = heldLetter(own);
  const due = letterDue(held, comes ? { kind: 'invitation', startsAt, endsAt, room } : null, tx.now);
  const current = own.find(({ outdated }) => !outdated);
  if (current !== undefined && due !== null && saysTheSame(current, due)) return null;
  if (current !== undefined) await tx.save(Object.assign(current, { outdated: true }));
  if (due === null) return null;
  if (held !== undefined && saysTheSame(held, due)) {
    await tx.save(Object.assign(held, { outdated: false }));
    return null;
  }
  const letter = { bookingId: item.id, recipientKind, recipientId, outdated: false, createdAt: tx.now, handedOverAt: null, handedOverBy: null };
  const id = newId();
  await tx.insert(Object.assign(new Letter(), { ...letter, id, kind: due.kind, startsAt: due.startsAt, endsAt: due.endsAt, room: due.room }));
  return id;
}

/** Custody ends with the 18th birthday (værgemålsloven § 1): from then on only the youth is written to. */
function isMinor({ startsAt, birthDate }: ItemRow): boolean {
  return dateAt(startsAt) < addYears(birthDate, MAJORITY);
}

/**
 * Somebody holds a letter that is no longer true: the coordinating caseworker, else whoever booked, sees to a new one.
 * @param letterId one of the new letters: each time that letters are replaced is asked for once
 */
async function askForNewLetters(tx: Tx, { id, youthId, bookedBy }: ItemRow, letterId: string): Promise<void> {
  await raiseTask(tx, {
    kind: 'letter_needed', assigneeId: (await coordinatorOf(tx, youthId)) ?? bookedBy, youthId, subjectType: 'booking', subjectId: id,
    dedupKey: `letter_needed:${letterId}`, dueOn: tx.today,
  });
}
