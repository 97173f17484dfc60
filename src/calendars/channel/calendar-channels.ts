import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { calendarChannelChosen } from './calendar-channel-events.js';
import { type CalendarChannel, CalendarPreference } from './calendar-preference.entity.js';

/** What holds for whoever has chosen nothing. */
const DEFAULT_CHANNEL: CalendarChannel = 'mail';

/** The channel of each person named, also of those who have chosen none. */
export async function calendarChannelsOf(tx: Tx, staffIds: readonly string[]): Promise<Map<string, CalendarChannel>> {
  const sql = 'SELECT staff_id AS "staffId", channel FROM calendar_preference WHERE staff_id = ANY ($1::uuid[])';
  const chosen = await tx.query<{ staffId: string; channel: CalendarChannel }>(sql, [staffIds], 'calendar-channels');
  const byStaff = new Map(chosen.map((row) => [row.staffId, row.channel]));
  return new Map(staffIds.map((staffId) => [staffId, byStaff.get(staffId) ?? DEFAULT_CHANNEL]));
}

/** The channel of one person. */
export async function calendarChannelOf(tx: Tx, staffId: string): Promise<CalendarChannel> {
  return (await calendarChannelsOf(tx, [staffId])).get(staffId) ?? DEFAULT_CHANNEL;
}

/** I choose how meetings reach my calendar; the same choice again changes nothing. */
export async function chooseCalendarChannel(tx: Tx, channel: CalendarChannel): Promise<void> {
  await bringMeetingsBy(tx, staffIdOf(tx.actor), channel);
}

/** A person's meetings come by a channel from now on; the caller answers for their wish. */
export async function bringMeetingsBy(tx: Tx, staffId: string, channel: CalendarChannel): Promise<void> {
  if ((await calendarChannelOf(tx, staffId)) === channel) return;
  await tx.save(Object.assign(new CalendarPreference(), { staffId, channel, changedAt: tx.now }));
  tx.enqueue(calendarChannelChosen, { staffId });
  tx.audit('calendar_channel.chosen', { type: 'staff', id: staffId, detail: { channel } });
}
