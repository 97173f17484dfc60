import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashOfToken } from '../auth/session-store.js';
import { Department } from '../departments/units/department.entity.js';
import { MeetingSeries } from '../meetings/series/meeting-series.entity.js';
import { addYears } from '../platform/clock/calendar-date.js';
import { startOfDay } from '../platform/clock/zone.js';
import { Config } from '../platform/config/config.js';
import { staffIdOf } from '../platform/database/actor.js';
import { newId } from '../platform/database/ids.js';
import type { Tx } from '../platform/database/tx.js';
import { forbidden, invalid, rule } from '../platform/errors/domain-error.js';
import { returnToMail } from './channel/return-to-mail.js';
import { FEED_ENDS_AT } from './feed-end.sql.js';
import { Feed, type FeedScope } from './feed.entity.js';

const MOST_FEEDS = 20;

export interface FeedWish {
  readonly scope: FeedScope;
  /** The department or the series; not for one's own. */
  readonly id: string | null;
}

export interface FeedLine {
  readonly id: string;
  readonly scope: FeedScope;
  readonly scopeId: string | null;
  readonly name: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When it is over if no program fetches it again. */
  readonly endsAt: Date;
  readonly state: 'open' | 'ended';
  readonly lastFetchedAt: Date | null;
  readonly lastAgent: string | null;
}

/** Subscriptions to calendars: several a person, one a device, so that one alone can be revoked. */
@Injectable()
export class FeedsService {
  constructor(private readonly config: Config) {}

  /**
   * Opens a subscription for 12 months, or until no program has fetched it for 90 days. The address, with 256 random bits, is given
   * this once. When a program has fetched a subscription to one's own calendar for the first time, one's meetings come there and by no
   * other way.
   * @throws DomainError not_found, forbidden `not_your_department`, rule `too_many_feeds`
   */
  async open(tx: Tx, wish: FeedWish): Promise<{ id: string; url: string }> {
    const ownerId = staffIdOf(tx.actor);
    const scopeId = await this.scopeIdOf(tx, wish);
    await this.refuseTooMany(tx, ownerId);
    const token = randomBytes(32).toString('base64url');
    const feed = Object.assign(new Feed(), {
      id: newId(), tokenHash: hashOfToken(token), ownerId, scope: wish.scope, scopeId, createdAt: tx.now,
      expiresAt: startOfDay(addYears(tx.today, 1)), revokedAt: null, lastFetchedAt: null, lastAgent: null,
    });
    await tx.manager.insert(Feed, feed);
    tx.audit('feed.opened', { type: 'feed', id: feed.id, detail: { scope: wish.scope, scopeId } });
    return { id: feed.id, url: `${this.config.PUBLIC_URL.replace(/\/$/, '')}/k/${token}/kalender.ics` };
  }

  /** One's own subscriptions that are not revoked, the newest first. */
  async list(tx: Tx): Promise<FeedLine[]> {
    return tx.query<FeedLine>(
      `SELECT feed.id, feed.scope, feed.scope_id AS "scopeId", coalesce(department.name, meeting_series.name) AS name,
         feed.created_at AS "createdAt", feed.expires_at AS "expiresAt", ${FEED_ENDS_AT} AS "endsAt",
         CASE WHEN ${FEED_ENDS_AT} > $2 THEN 'open' ELSE 'ended' END AS state, feed.last_fetched_at AS "lastFetchedAt", feed.last_agent AS "lastAgent"
       FROM feed LEFT JOIN department ON department.id = feed.scope_id LEFT JOIN meeting_series ON meeting_series.id = feed.scope_id
       WHERE feed.owner_id = $1 AND feed.revoked_at IS NULL ORDER BY feed.created_at DESC, feed.id DESC`,
      [staffIdOf(tx.actor), tx.now],
      'feeds-own',
    );
  }

  /**
   * Ends a subscription of one's own at once: programs get an empty calendar for a week. With the last one to one's own calendar
   * meetings come by mail again. Throws 404 for any other.
   */
  async revoke(tx: Tx, id: string): Promise<void> {
    const own = { sql: 'e.owner_id = :feedOwner AND e.revoked_at IS NULL', parameters: { feedOwner: staffIdOf(tx.actor) } };
    const feed = await tx.lock(Feed, id, () => own);
    feed.revokedAt = tx.now;
    await tx.save(feed);
    await tx.execute('DELETE FROM feed_address WHERE feed_id = $1', [id]);
    tx.audit('feed.revoked', { type: 'feed', id });
    await returnToMail(tx, 'gone');
  }

  private async scopeIdOf(tx: Tx, { scope, id }: FeedWish): Promise<string | null> {
    if (scope === 'mine') return null;
    if (id === null) throw invalid([{ field: 'id', code: 'required', message: 'Vælg, hvad kalenderen skal vise.' }]);
    if (scope === 'series') return (await tx.find(MeetingSeries, id)).id;
    const department = await tx.find(Department, id);
    if (department.id !== tx.actor.departmentId) throw forbidden('not_your_department', 'Du kan kun abonnere på din egen enheds kalender.');
    return department.id;
  }

  private async refuseTooMany(tx: Tx, ownerId: string): Promise<void> {
    const sql = `SELECT 1 FROM feed WHERE owner_id = $1 AND ${FEED_ENDS_AT} > $2`;
    if ((await tx.query(sql, [ownerId, tx.now])).length < MOST_FEEDS) return;
    throw rule('too_many_feeds', `Du har allerede ${MOST_FEEDS} abonnementer. Slet et, du ikke bruger.`);
  }
}
