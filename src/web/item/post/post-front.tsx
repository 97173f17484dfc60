import { Injectable } from '@nestjs/common';
import { Mailer } from '../../../platform/mail/mailer.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Refusal } from '../../forms/refusal.js';
import type { Page } from '../../layout/pages.js';
import { noticeOf } from '../item-notice.js';
import type { ItemNoticeCode } from '../item-notices.js';
import type { ItemQuery } from '../item-query.js';
import { readItem } from '../read-item.js';
import { Post } from './post.js';
import { postView } from './post.view.js';
import { readPost } from './read-post.js';

/** The page of an item's letters and guests; its three rooms draw it again after a refusal. */
@Injectable()
export class PostFront {
  constructor(private readonly mailer: Mailer) {}

  /** @throws DomainError not_found */
  async draw(tx: Tx, id: string, refusal: Refusal | null = null, query: ItemQuery = {}): Promise<Page> {
    const view = postView({ ...(await readPost(tx, await readItem(tx, id))), sendsMail: this.mailer.enabled });
    return { title: 'Breve og gæster', current: '/dagsorden', content: <Post view={view} refusal={refusal} notice={noticeOf(id, query)} /> };
  }
}

/**
 * Where a form of the page goes on to.
 * @param row the letter or copy that the notice can undo
 */
export function postAddress(id: string, part: 'gaester' | 'breve' | 'referater', notice: ItemNoticeCode, row?: string): string {
  return `/punkter/${id}/breve?besked=${notice}${row === undefined ? '' : `&raekke=${row}`}#${part}`;
}
