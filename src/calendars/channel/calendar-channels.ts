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

/** I choose how meetings reach my calendar; the same choice again changes nothing, but that a way which fell silent is not offered any more. */
export async function chooseCalendarChannel(tx: Tx, channel: CalendarChannel): Promise<void> {
  const staffId = staffIdOf(tx.actor);
  await tx.execute('UPDATE calendar_preference SET left_channel = NULL, works_since = NULL WHERE staff_id = $1 AND left_channel IS NOT NULL', [staffId]);
  await bringMeetingsBy(tx, staffId, channel);
}

/** A person's meetings come by a channel from now on; the caller answers for their wish. */
export async function bringMeetingsBy(tx: Tx, staffId: string, channel: CalendarChannel): Promise<void> {
  if ((await calendarChannelOf(tx, staffId)) === channel) return;
  await tx.save(Object.assign(new CalendarPreference(), { staffId, channel, changedAt: tx.now, leftChannel: null, worksSince: null }));
  tx.enqueue(calendarChannelChosen, { staffId });
  tx.audit('calendar_channel.chosen', { type: 'staff', id: staffId, detail: { channel } });
}
