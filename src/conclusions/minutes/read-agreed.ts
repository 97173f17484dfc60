import type { Tx } from '../../platform/database/tx.js';
import { agreedContent, type AgreedContacts, type AgreedContent } from './agreed-content.js';
import { readMinutes } from './read-minutes.js';

const CONTACTS = `
  SELECT coalesce(named.phone, unit.call_phone) AS phone, CASE WHEN youth.protected THEN NULL ELSE room.name END AS "nextPlace"
  FROM conclusion
  LEFT JOIN youth ON youth.id = conclusion.youth_id
  LEFT JOIN staff_member named ON named.id = conclusion.coordinator_id LEFT JOIN department unit ON unit.id = named.department_id
  LEFT JOIN booking next ON next.id = conclusion.next_booking_id LEFT JOIN meeting_day day ON day.id = next.meeting_day_id
  LEFT JOIN room ON room.id = day.room_id
  WHERE conclusion.booking_id = $1`;

/** "Det aftalte vi" of a concluded item, from its minutes. @throws DomainError not_found when it is not the actor's or not concluded */
export async function readAgreed(tx: Tx, bookingId: string): Promise<AgreedContent> {
  const minutes = await readMinutes(tx, bookingId);
  const [contacts] = await tx.query<AgreedContacts>(CONTACTS, [bookingId], 'agreed-contacts');
  return agreedContent(minutes, contacts ?? { phone: null, nextPlace: null });
}
