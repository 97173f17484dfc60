import type { FeedWish } from '../../calendars/feeds.service.js';
import type { Actor } from '../../platform/database/actor.js';

/** What a chosen line of the form asks for: one's own calendar, one's department's, or else the series with that id. */
export function feedWish(what: string, actor: Pick<Actor, 'departmentId'>): FeedWish {
  if (what === 'mine') return { scope: 'mine', id: null };
  if (what === 'department') return { scope: 'department', id: actor.departmentId };
  return { scope: 'series', id: what };
}
