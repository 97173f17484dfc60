import type { Tx } from '../../platform/database/tx.js';
import type { Refusal } from '../forms/refusal.js';
import type { Page } from '../layout/pages.js';
import { Before } from './before/before.js';
import { beforeView } from './before/before.view.js';
import { readBefore } from './before/read-before.js';
import { noticeOf } from './item-notice.js';
import type { ItemQuery } from './item-query.js';
import { readItem } from './read-item.js';
import { readResult } from './result/read-result.js';
import { Result } from './result/result.js';
import { resultView } from './result/result.view.js';

/** What an item's own address shows: what is to be done before the meeting, or how it ended. */
export async function itemFront(tx: Tx, id: string, refusal: Refusal | null, query: ItemQuery): Promise<Page> {
  const notice = noticeOf(id, query);
  const item = await readItem(tx, id);
  const frame = { title: 'Punkt på K-mødet', current: '/dagsorden' };
  if (item.booking.state === 'concluded') return { ...frame, content: <Result view={resultView(await readResult(tx, item))} refusal={refusal} notice={notice} /> };
  return { ...frame, content: <Before view={beforeView(await readBefore(tx, item))} refusal={refusal} notice={notice} /> };
}
