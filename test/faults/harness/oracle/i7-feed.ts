import { eventsIn } from '../../../support/calendar.js';
import type { Stage } from '../stage.js';
import { type Findings, problems } from './findings.js';

/** I7: the feed is read by a second parser, shows each event once as the database has it, and its tag changes only with it. */
export async function feedInOrder(stage: Stage): Promise<{ findings: Findings; text: string }> {
  const { url } = await stage.livingWeb();
  const address = `${url}${stage.world.feed}`;
  const first = await fetch(address);
  const text = await first.text();
  if (first.status !== 200) return { findings: problems([`I7 the feed was answered ${first.status}`]), text };
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(address, { headers: { 'if-none-match': etag } });
  const unchanged = again.status === 304 || (again.headers.get('etag') !== etag && (await again.text()) !== text);
  const events = eventsIn(text);
  const uids = new Set(events.map((event) => event.uid));
  const days = await stage.query<{ uid: string; revision: number }>('SELECT uid::text AS uid, revision FROM meeting_day');
  const revisions = new Map(days.map((day) => [day.uid, day.revision]));
  const stale = events.filter((event) => (revisions.get(event.uid.replace(/@.*/, '')) ?? event.sequence) !== event.sequence);
  return {
    text,
    findings: problems([
      ...(events.length === 0 ? ['I7 the feed is empty'] : []),
      ...(uids.size === events.length ? [] : ['I7 an event stands twice in the feed']),
      ...(unchanged ? [] : ['I7 the tag of an unchanged feed is not known again']),
      ...stale.map((event) => `I7 ${event.uid} is shown as revision ${event.sequence}`),
    ]),
  };
}
