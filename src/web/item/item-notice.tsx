import { ActionButton } from '../forms/form.js';
import type { ItemFrameProps } from './item-frame.js';
import { itemNotice } from './item-notices.js';
import type { ItemQuery } from './item-query.js';

/** What a form has just done, with the button that undoes it. */
export function noticeOf(id: string, query: ItemQuery): ItemFrameProps['notice'] {
  const notice = itemNotice(id, query);
  return notice === null ? null : { text: notice.text, undo: notice.undo === null ? null : <ActionButton action={notice.undo} text="Fortryd" /> };
}
