import { FeedReader } from '../../calendars/feed-reader.js';
import { FeedsService, type FeedWish } from '../../calendars/feeds.service.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import type { DemoCalendar } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import type { StaffName } from '../organisation/staff.data.js';
import { on, type Step } from '../timeline.js';

const TOKEN = /\/k\/([\w-]+)\//;

/** Subscriptions to calendars: one that works, and Freja's on a telephone that has not fetched for nine days. */
export function subscriptionSteps({ today }: DemoCalendar): Step[] {
  const tokens = new Map<StaffName, string>();
  const open = async (world: DemoWorld, who: StaffName, wish: FeedWish): Promise<void> => {
    const { url } = await world.as(who, (tx) => world.get(FeedsService).open(tx, wish));
    tokens.set(who, TOKEN.exec(url)?.[1] ?? '');
  };
  const fetch = async (world: DemoWorld, who: StaffName, agent: string): Promise<void> => {
    const reader = world.get(FeedReader);
    const feed = await reader.find(tokens.get(who) ?? '');
    if (feed !== null) await reader.noteFetch(feed, agent);
  };
  return [
    on(addDays(today, -60), '09:10', (world) => open(world, 'freja', { scope: 'mine', id: null })),
    on(addDays(today, -9), '06:30', (world) => fetch(world, 'freja', 'iOS/18.1 (22B83) dataaccessd/1.0')),
    on(addDays(today, -30), '13:20', async (world) => open(world, 'karla', { scope: 'series', id: await seriesId(world) })),
    on(addDays(today, -1), '16:50', (world) => fetch(world, 'karla', 'Microsoft Exchange/15.20')),
  ];
}

async function seriesId(world: DemoWorld): Promise<string> {
  const [series] = await world.asSystem((tx) => tx.query<{ id: string }>('SELECT id FROM meeting_series ORDER BY id LIMIT 1'));
  if (series === undefined) throw new Error('the demo has no series');
  return series.id;
}
