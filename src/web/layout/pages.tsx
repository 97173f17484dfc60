import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { identityOf } from '../../auth/current-actor.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { httpStatus } from '../../platform/errors/http-status.js';
import type { IdempotencyKey } from '../../platform/http/idempotency.js';
import { oncePerForm } from '../../platform/http/once-per-form.js';
import { isForThePage, type Refusal, refusalOf } from '../forms/refusal.js';
import { Document } from './document.js';
import { seeOther, sendPage } from './send-page.js';
import { sentForm } from './sent-form.js';

/** What one page is made of; the frame is the same for all. */
export interface Page {
  readonly title: string;
  /** The menu entry of the page. */
  readonly current?: string;
  /** Without menu, search and names of others: for a screen that the youth looks at too. */
  readonly bare?: boolean;
  readonly content: VNode;
}

/** Answers with pages: reads in one transaction, draws the frame, and says a refused form on the page it came from. */
@Injectable()
export class Pages {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** Answers a GET. @throws what the reading throws; the error page says it */
  async show(reply: FastifyReply, read: (tx: Tx) => Promise<Page>): Promise<void> {
    this.send(reply, await this.db.transaction(identityOf(reply.request).actor, read));
  }

  /**
   * Answers a GET of a page that asks again and again: nothing is read while the stamp is the one that the browser knows.
   * @param stamp another word as soon as the page would be another one
   */
  async showChanged(reply: FastifyReply, stamp: (tx: Tx) => Promise<string>, read: (tx: Tx) => Promise<Page>): Promise<void> {
    const { actor } = identityOf(reply.request);
    const known = reply.request.headers['if-none-match'];
    const { tag, page } = await this.db.transaction(actor, async (tx) => {
      const present = `"${await stamp(tx)}"`;
      return { tag: present, page: present === known ? null : await read(tx) };
    });
    void reply.header('etag', tag);
    if (page === null) void reply.status(304).send();
    else this.send(reply, page);
  }

  /**
   * Answers a form: does the work in one transaction and goes on to the address that it returns; the same form sent twice does it
   * once and leads to the same address both times. What the domain refuses is said on `again`, with everything that was filled in.
   * @throws what is not for the page (unknown object, fault); the error page says it
   */
  async change(reply: FastifyReply, work: (tx: Tx) => Promise<string>, again: (tx: Tx, refusal: Refusal) => Promise<Page>): Promise<void> {
    await this.changeStepwise(reply, (actor, form) => this.db.transaction(actor, (tx) => oncePerForm(tx, form, () => work(tx))), again);
  }

  /**
   * As `change`, for work that opens its own transactions. It says itself what happens once (`oncePerForm`); an import need not, as a
   * file that is read in twice brings nobody twice.
   */
  async changeStepwise(
    reply: FastifyReply, work: (actor: Actor, form: IdempotencyKey | null) => Promise<string>, again: (tx: Tx, refusal: Refusal) => Promise<Page>,
  ): Promise<void> {
    const form = sentForm(reply.request);
    await this.orAgain(reply, async (actor) => seeOther(reply, await work(actor, form)), again);
  }

  /**
   * Answers a form with a page that has no address of its own: shown once, and not by going back. A repeat does the work again: what
   * it shows is kept nowhere, and each showing belongs in the log. A refusal as in `change`.
   * @throws as `change`
   */
  async showOnce(reply: FastifyReply, work: (tx: Tx) => Promise<Page>, again: (tx: Tx, refusal: Refusal) => Promise<Page>): Promise<void> {
    await this.orAgain(reply, async (actor) => this.send(reply, await this.db.transaction(actor, work)), again);
  }

  private async orAgain(reply: FastifyReply, answer: (actor: Actor) => Promise<void>, again: (tx: Tx, refusal: Refusal) => Promise<Page>): Promise<void> {
    const { actor } = identityOf(reply.request);
    try {
      await answer(actor);
    } catch (error) {
      if (!isForThePage(error)) throw error;
      const refusal = refusalOf(error, reply.request.url, reply.request.body);
      this.send(reply, await this.db.transaction(actor, (tx) => again(tx, refusal)), httpStatus(error.kind));
    }
  }

  private send(reply: FastifyReply, { content, ...page }: Page, status = 200): void {
    const { actor, session } = identityOf(reply.request);
    const viewer = session === null ? null : { actor, csrf: session.csrfSecret };
    sendPage(reply, <Document {...page} municipality={this.config.MUNICIPALITY} viewer={viewer}>{content}</Document>, status);
  }
}
