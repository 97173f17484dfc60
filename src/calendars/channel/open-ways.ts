import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { FEED_ENDS_AT } from '../feed-end.sql.js';
import { calendarChannelOf, chooseCalendarChannel } from './calendar-channels.js';
import { CALENDAR_CHANNELS, type CalendarChannel } from './calendar-preference.entity.js';

/** How my meetings reach my calendar, and the ways that I could choose. */
export interface ChannelView {
  readonly channel: CalendarChannel;
  readonly open: readonly CalendarChannel[];
}

/** SQL: whether the person has a subscription to their own calendar that is not over at $1. */
export const HAS_OWN_FEED = (staffId: string): string => `EXISTS (SELECT 1 FROM feed WHERE owner_id = ${staffId} AND scope = 'mine' AND ${FEED_ENDS_AT} > $1)`;

/** SQL: whether the person's department has a shared calendar. */
export const HAS_SHARED_CALENDAR = (staffId: string): string => `EXISTS (
  SELECT 1 FROM calendar_target target JOIN staff_member person ON person.department_id = target.department_id
  WHERE person.id = ${staffId} AND target.removing_at IS NULL)`;

/** How the actor's meetings reach their calendar, and what they could choose instead. */
export async function readChannel(tx: Tx): Promise<ChannelView> {
  const staffId = staffIdOf(tx.actor);
  const ways = await openWays(tx, staffId);
  return { channel: await calendarChannelOf(tx, staffId), open: CALENDAR_CHANNELS.filter((channel) => channel === 'mail' || ways[channel]) };
}

/**
 * Chooses a way that is open.
 * @throws DomainError rule `no_own_feed`, `no_shared_calendar`
 */
export async function chooseOpenChannel(tx: Tx, channel: CalendarChannel): Promise<void> {
  const ways = await openWays(tx, staffIdOf(tx.actor));
  if (channel === 'feed' && !ways.feed) throw rule('no_own_feed', 'Opret først et abonnement på din egen kalender.');
  if (channel === 'caldav' && !ways.caldav) throw rule('no_shared_calendar', 'Din enhed har ingen fælles kalender. Bed administratoren om at sætte den op.');
  await chooseCalendarChannel(tx, channel);
}

async function openWays(tx: Tx, staffId: string): Promise<{ feed: boolean; caldav: boolean }> {
  const sql = `SELECT ${HAS_OWN_FEED('$2')} AS feed, ${HAS_SHARED_CALENDAR('$2')} AS caldav`;
  const [row] = await tx.query<{ feed: boolean; caldav: boolean }>(sql, [tx.now, staffId], 'calendar-open-ways');
  return row ?? { feed: false, caldav: false };
}
