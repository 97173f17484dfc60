import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashOfToken } from '../auth/session-store.js';
import { Clock } from '../platform/clock/clock.js';
import { systemActor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { noteFirstFetch } from './channel/first-fetch.js';
import { EventTexts } from './event-texts.js';
import { FEED_ENDS_AT, stillAnswers } from './feed-end.sql.js';
import { eventOf, type FeedRow } from './feed-row.js';
import { feedRowsSql, fingerprintSql } from './feed-rows.sql.js';
import type { FeedScope } from './feed.entity.js';
import { calendarText } from './ics.js';

/** A subscription that answers. */
export interface OpenFeed {
  readonly id: string;
  /** It is over, or its owner may no longer have it: what it gives is empty. */
  readonly ended: boolean;
  readonly scope: FeedScope;
  /** The person, department or series that it is about. */
  readonly subjectId: string;
  /** A person's own, and no program has fetched it yet. */
  readonly first: boolean;
  /** Its last fetch was noted more than an hour ago. */
  readonly stale: boolean;
  /** The state of the database that it was read in, and the minute. */
  readonly moment: string;
}

interface Content {
  readonly name: string;
  readonly fingerprint: string | null;
}

/** Raised when the same rows are written as another text. */
const FORMAT = '1';
const NOTED_EVERY = '1 hour';
const MOST_MARKS = 10_000;

const ASKED = 'coalesce($2::timestamptz, now())';
/** Rows age by the minute, so that one minute has one content. */
const MINUTE = `date_trunc('minute', ${ASKED})`;
/** Two statements with the same snapshot see the same rows; any commit that wrote makes another snapshot. */
const MOMENT = `pg_current_snapshot()::text || ' ' || extract(epoch FROM ${MINUTE})::bigint`;

const FIND = `
  SELECT feed.id, feed.scope, coalesce(feed.scope_id, feed.owner_id) AS "subjectId", ${MOMENT} AS moment,
    ends.at <= ${ASKED} OR (feed.scope = 'department' AND feed.scope_id <> owner.department_id) AS ended,
    feed.last_fetched_at IS NULL AND feed.scope = 'mine' AS first,
    coalesce(feed.last_fetched_at < ${ASKED} - interval '${NOTED_EVERY}', true) AS stale
  FROM feed JOIN staff_member owner ON owner.id = feed.owner_id CROSS JOIN LATERAL (SELECT least(owner.deactivated_at, ${FEED_ENDS_AT}) AS at) ends
  WHERE feed.token_hash = $1 AND ${stillAnswers('ends.at', ASKED)}`;

/** The name that a subscription takes when it is over. */
const ENDED = 'Abonnementet er slut';

const NAME: Readonly<Record<FeedScope, string>> = {
  mine: `SELECT 'Mine K-møder og frister' AS name`,
  department: `SELECT 'K-møder og frister, ' || name AS name FROM department WHERE id = $1`,
  series: 'SELECT name FROM meeting_series WHERE id = $1',
};

/** Reads feeds by their token. Nobody is signed in here: the token is all there is. */
@Injectable()
export class FeedReader {
  private readonly texts = new EventTexts();
  /** By feed: the tag of its content, and the moment that it was counted in. */
  private readonly marks = new Map<string, { readonly moment: string; readonly etag: string }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The subscription of a token; null when it is unknown, or has been over for a week. */
  async find(token: string): Promise<OpenFeed | null> {
    const [feed] = await this.db.statement<OpenFeed>('feed-find', FIND, [hashOfToken(token), this.clock.movedTo()]);
    return feed ?? null;
  }

  /** The tag of what a feed holds now: known while nothing at all has been written since, else counted anew. */
  async etag({ id, ended, scope, subjectId, moment }: OpenFeed): Promise<string> {
    if (ended) return etagOf({ name: ENDED, fingerprint: null });
    const known = this.marks.get(id);
    if (known?.moment === moment) return known.etag;
    const sql = `SELECT head.name, ${fingerprintSql(feedRowsSql(scope, '$1::uuid', MINUTE))} AS fingerprint, ${MOMENT} AS moment FROM (${NAME[scope]}) head`;
    const [content] = await this.db.statement<Content & { moment: string }>(`feed-mark-${scope}`, sql, [subjectId, this.clock.movedTo()]);
    if (content === undefined) throw new Error('a feed is about something that is gone');
    const etag = etagOf(content);
    if (this.marks.size >= MOST_MARKS) this.marks.clear();
    this.marks.set(id, { moment: content.moment, etag });
    return etag;
  }

  /** The calendar, with the tag of just these rows. */
  async read({ ended, scope, subjectId }: OpenFeed): Promise<{ body: string; etag: string }> {
    if (ended) return { body: calendarText(ENDED, null, []), etag: etagOf({ name: ENDED, fingerprint: null }) };
    const sql = `
      SELECT head.name, feed_row.*, feed_row.on_date::text AS on_date, (sum(hash_record_extended(feed_row, 0)) OVER ())::text AS fingerprint
      FROM (${NAME[scope]}) head LEFT JOIN LATERAL (${feedRowsSql(scope, '$1::uuid', MINUTE)}) feed_row ON true
      ORDER BY feed_row.starts_at, feed_row.on_date, feed_row.uid`;
    const found = await this.db.statement<Content & (FeedRow | { kind: null })>(`feed-read-${scope}`, sql, [subjectId, this.clock.movedTo()]);
    const [content] = found;
    if (content === undefined) throw new Error('a feed is about something that is gone');
    const rows = found.filter((row) => row.kind !== null);
    const changedAt = rows.reduce<Date | null>((last, row) => (last === null || row.changed_at > last ? row.changed_at : last), null);
    const events = rows.map((row) => this.texts.textOf(eventOf(row, subjectId)));
    return { body: calendarText(content.name, changedAt, events), etag: etagOf(content) };
  }

  /** Notes that the feed was fetched, and by which program. Before it is read: with the first fetch of one's own, meetings come into it. */
  async noteFetch(feed: OpenFeed, agent: string | null): Promise<void> {
    if (feed.first) return this.db.transaction(systemActor(), (tx) => noteFirstFetch(tx, feed.id, agent));
    const sql = 'UPDATE feed SET last_fetched_at = coalesce($2::timestamptz, now()), last_agent = $3 WHERE id = $1';
    await this.db.statement('feed-note-fetch', sql, [feed.id, this.clock.movedTo(), agent]);
  }
}

function etagOf({ name, fingerprint }: Content): string {
  return `"${createHash('sha256').update(`${FORMAT}\n${name}\n${fingerprint ?? ''}`).digest('base64url').slice(0, 27)}"`;
}
