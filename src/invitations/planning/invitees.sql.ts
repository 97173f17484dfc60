/** The address of the guest `guest` is that of a colleague who takes part in the item: the colleague is told, and nobody is told twice. */
export const COLLEAGUE_HAS_ADDRESS = `EXISTS (
  SELECT 1 FROM booking_participant part JOIN staff_member colleague ON colleague.id = part.staff_id AND colleague.deactivated_at IS NULL
  WHERE part.booking_id = guest.booking_id AND lower(colleague.email) = lower(guest.email))`;

/** Who is invited to `item`. Those who sit the whole day are invited to the day. */
export const WHO_COMES_TO_ITEM = `
  SELECT 'staff' AS kind, person.id, NULL AS address, lower(person.email) AS mailbox FROM booking_participant part JOIN staff_member person ON person.id = part.staff_id
  WHERE part.booking_id = item.id AND NOT part.standing AND person.deactivated_at IS NULL
  UNION ALL SELECT 'guest', guest.id, guest.email, lower(guest.email) FROM booking_guest guest
  WHERE guest.booking_id = item.id AND guest.email IS NOT NULL AND NOT ${COLLEAGUE_HAS_ADDRESS}`;

/** Who is invited to `day`: those who sit all of it. */
export const WHO_SITS_THE_DAY = `
  SELECT 'staff' AS kind, person.id, NULL AS address, lower(person.email) AS mailbox FROM (
    SELECT day.chair_id AS id UNION SELECT day.minute_taker_id
    UNION SELECT seat.staff_id FROM meeting_day_panel seat WHERE seat.meeting_day_id = day.id AND seat.seated) sits
  JOIN staff_member person ON person.id = sits.id AND person.deactivated_at IS NULL`;

/** The room that is told of `item`; a protected youth's item tells none. */
export const TOLD_ROOM_OF_ITEM = 'CASE WHEN coalesce(youth.protected, false) THEN NULL ELSE room.name END';
