import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { calendarChannelOf, chooseCalendarChannel } from './calendar-channels.js';
import { CALENDAR_CHANNELS, type CalendarChannel, type SilentChannel } from './calendar-preference.entity.js';
import { ownFeedState, sharedCalendarState, type WayState } from './way-states.sql.js';
import { wayThatWorksAgain } from './works-again.js';

interface Ways {
  readonly feed: WayState;
  readonly caldav: WayState;
}

/** How my meetings reach my calendar, and the ways that I could choose. */
export interface ChannelView {
  readonly channel: CalendarChannel;
  readonly open: readonly CalendarChannel[];
  readonly ways: Ways;
  /** The way that meetings came until it fell silent, when it has worked for a day. */
  readonly worksAgain: SilentChannel | null;
}

/** How the actor's meetings reach their calendar, and what they could choose instead. */
export async function readChannel(tx: Tx): Promise<ChannelView> {
  const staffId = staffIdOf(tx.actor);
  const ways = await readWays(tx, staffId);
  const open = CALENDAR_CHANNELS.filter((channel) => channel === 'mail' || ways[channel] === 'open');
  return { channel: await calendarChannelOf(tx, staffId), open, ways, worksAgain: await wayThatWorksAgain(tx) };
}

/**
 * Chooses a way by which meetings arrive now.
 * @throws DomainError rule `no_own_feed`, `feed_not_fetched`, `no_shared_calendar`, `shared_calendar_failing`
 */
export async function chooseOpenChannel(tx: Tx, channel: CalendarChannel): Promise<void> {
  const staffId = staffIdOf(tx.actor);
  if (channel === 'feed') requireFeed((await readWays(tx, staffId)).feed);
  if (channel === 'caldav') requireSharedCalendar((await readWays(tx, staffId)).caldav);
  await chooseCalendarChannel(tx, channel);
}

function requireFeed(state: WayState): void {
  if (state === 'none') throw rule('no_own_feed', 'Opret først et abonnement på din egen kalender.');
  if (state !== 'open') throw rule('feed_not_fetched', 'Dit kalenderprogram har ikke hentet kalenderen de seneste 3 dage. Vælg abonnementet, når programmet har hentet den.');
}

function requireSharedCalendar(state: WayState): void {
  if (state === 'none') throw rule('no_shared_calendar', 'Din enhed har ingen fælles kalender. Bed administratoren om at sætte den op.');
  if (state !== 'open') throw rule('shared_calendar_failing', 'Din enheds fælles kalender virker ikke lige nu. Bed administratoren om at se på den.');
}

async function readWays(tx: Tx, staffId: string): Promise<Ways> {
  const sql = `SELECT ${ownFeedState('$2')} AS feed, ${sharedCalendarState('$2')} AS caldav`;
  const [row] = await tx.query<Ways>(sql, [tx.now, staffId], 'calendar-open-ways');
  return row ?? { feed: 'none', caldav: 'none' };
}
