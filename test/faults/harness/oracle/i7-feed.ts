import { eventsIn, type ReadEvent } from '../../../support/calendar.js';
import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';

/** What a calendar shows of a day. */
type Shown = Pick<ReadEvent, 'uid' | 'sequence' | 'summary' | 'starts' | 'ends' | 'location' | 'status'>;

interface Fetched {
  readonly etag: string;
  readonly text: string;
}

const LOOKS = 5;
const UTC = `AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

/** The days of the series that are no more than 90 days past and 400 ahead; what is cancelled stays for 30 days. */
const DAYS = `
  SELECT day.uid::text AS uid, day.revision AS sequence, 'K-møde, ' || items.n || CASE items.n WHEN 1 THEN ' punkt' ELSE ' punkter' END AS summary,
    to_char(day.starts_at ${UTC}) AS starts, to_char(day.ends_at ${UTC}) AS ends, room.name AS location,
    CASE day.state WHEN 'cancelled' THEN 'CANCELLED' ELSE 'CONFIRMED' END AS status
  FROM meeting_day day LEFT JOIN room ON room.id = day.room_id
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM booking WHERE meeting_day_id = day.id AND state <> 'cancelled') items
  WHERE day.series_id = $1 AND day.starts_at > now() - interval '90 days' AND day.starts_at < now() + interval '400 days'
    AND (day.state <> 'cancelled' OR day.changed_at > now() - interval '30 days')
  ORDER BY uid`;

/** Another end, without a new revision: what tells the tag is the content alone. */
const CHANGE = `UPDATE meeting_day SET ends_at = ends_at + interval '1 minute' WHERE uid = $1`;

/** I7: a second parser reads in the feed exactly what the database says, and the tag stays while that stays and changes with it. */
export async function feedInOrder(stage: Stage): Promise<{ findings: Findings; text: string }> {
  const before = await inStep(stage);
  if ('status' in before) return { findings: problems([`I7 the feed was answered ${before.status}`]), text: '' };
  const { fetched, differences, quiet } = before;
  const known = await fetchFeed(stage, fetched.etag);
  const steady = !quiet || ('status' in known && known.status === 304);
  return {
    text: fetched.text,
    findings: problems([
      ...differences,
      ...(eventsIn(fetched.text).length === 0 ? ['I7 the feed is empty'] : []),
      ...(steady ? [] : ['I7 the tag of an unchanged feed is not known again']),
    ]),
  };
}

/** Asked last of all, as it changes a day behind everybody's back. */
export async function tagFollowsFeed(stage: Stage): Promise<Findings> {
  const before = await fetchFeed(stage);
  if ('status' in before) return problems([`I7 the feed was answered ${before.status}`]);
  const [event] = eventsIn(before.text);
  await stage.query(CHANGE, [event?.uid]);
  const after = await fetchFeed(stage, before.etag);
  if ('status' in after) return problems([`I7 a feed whose content has changed was answered ${after.status} to its old tag`]);
  const changed = await inStep(stage);
  return together([
    problems(after.etag === before.etag ? ['I7 another content has the same tag'] : []),
    problems('status' in changed ? [`I7 the feed was answered ${changed.status}`] : changed.differences),
  ]);
}

/** The feed beside the database, in a moment in which nothing else moved, if there was one. */
async function inStep(stage: Stage): Promise<{ fetched: Fetched; differences: string[]; quiet: boolean } | { status: number }> {
  for (let look = 1; ; look += 1) {
    const before = await daysOf(stage);
    const fetched = await fetchFeed(stage);
    if ('status' in fetched) return fetched;
    const after = await daysOf(stage);
    const quiet = JSON.stringify(before) === JSON.stringify(after);
    if (quiet || look === LOOKS) return { fetched, differences: quiet ? differences(eventsIn(fetched.text), after) : ['I7 the days do not come to rest'], quiet };
  }
}

async function daysOf(stage: Stage): Promise<Shown[]> {
  return stage.query<Shown>(DAYS, [stage.world.seriesId]);
}

/** What differs between the events that were read and the days that should be there, by uid. */
export function differences(events: readonly Shown[], days: readonly Shown[]): string[] {
  const shown = new Map(events.map((event) => [event.uid, lineOf(event)]));
  const wanted = new Map(days.map((day) => [day.uid, lineOf(day)]));
  return [
    ...(shown.size === events.length ? [] : ['I7 an event stands twice in the feed']),
    ...[...wanted].filter(([uid]) => !shown.has(uid)).map(([uid]) => `I7 ${uid} is not in the feed`),
    ...[...shown].filter(([uid]) => !wanted.has(uid)).map(([uid]) => `I7 ${uid} is in the feed and should not be`),
    ...[...wanted].filter(([uid, line]) => shown.has(uid) && shown.get(uid) !== line).map(([uid, line]) => `I7 ${uid} is shown as ${shown.get(uid)} and is ${line}`),
  ];
}

function lineOf({ sequence, summary, starts, ends, location, status }: Shown): string {
  return [sequence, summary, starts, ends, location, status].join(' | ');
}

async function fetchFeed(stage: Stage, etag?: string): Promise<Fetched | { readonly status: number }> {
  const { url } = await stage.livingWeb();
  const answer = await fetch(`${url}${stage.world.feed}`, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
  const text = await answer.text();
  return answer.status === 200 ? { etag: answer.headers.get('etag') ?? '', text } : { status: answer.status };
}
