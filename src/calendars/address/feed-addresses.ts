import { Injectable } from '@nestjs/common';
import { staffIdOf } from '../../platform/database/actor.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { placeOf } from '../../platform/sealing/sealed-column.js';
import type { FeedScope } from '../feed.entity.js';
import { CalendarSeal } from '../servers/calendar-seal.js';
import { FEED_ADDRESS } from '../servers/sealed-columns.js';
import { FeedAddress } from './feed-address.entity.js';

/** Long enough to copy the address into a calendar program, also when the page is loaded again on the way. */
const SHOWN_MINUTES = 15;

/** What its owner may see of a subscription just opened. */
export interface NewFeed {
  readonly scope: FeedScope;
  /** The address and until when it can be seen; null afterwards, and when the subscription is closed. */
  readonly shown: { readonly url: string; readonly until: Date } | null;
}

/** Addresses of new subscriptions: its owner can look at one for a quarter of an hour, then nobody can. */
@Injectable()
export class FeedAddresses {
  constructor(private readonly seal: CalendarSeal) {}

  /** Keeps the address of a subscription that this transaction opens. */
  async keep(tx: Tx, feedId: string, url: string): Promise<void> {
    const shownUntil = new Date(tx.now.getTime() + SHOWN_MINUTES * 60_000);
    await tx.insert(Object.assign(new FeedAddress(), { feedId, sealed: this.seal.seal(placeOf(FEED_ADDRESS, feedId), url), shownUntil }));
  }

  /** Throws 404 for a subscription that is not the actor's own. */
  async read(tx: Tx, feedId: string): Promise<NewFeed> {
    if (!isId(feedId)) throw notFound();
    const [feed] = await tx.query<{ scope: FeedScope; sealed: Buffer | null; until: Date | null }>(
      `SELECT feed.scope, address.sealed, address.shown_until AS until FROM feed
         LEFT JOIN feed_address address ON address.feed_id = feed.id AND address.shown_until > $3 AND feed.revoked_at IS NULL
       WHERE feed.id = $1 AND feed.owner_id = $2`,
      [feedId, staffIdOf(tx.actor), tx.now], 'feed-address',
    );
    if (feed === undefined) throw notFound({ type: 'Feed', id: feedId });
    const { scope, sealed, until } = feed;
    return { scope, shown: sealed === null || until === null ? null : { url: this.seal.open(placeOf(FEED_ADDRESS, feedId), sealed), until } };
  }
}
