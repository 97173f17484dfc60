import { type ItemHeadView, itemHeadView } from '../item-head.view.js';
import { isToSend, type LettersView, lettersView } from '../letters/letters.view.js';
import { type MinutesCopiesView, minutesCopiesView } from '../minutes-copies/minutes-copies.view.js';
import { type PeopleOutsideView, peopleOutsideView } from '../people-outside/people-outside.view.js';
import type { PostToShow } from './read-post.js';

export interface PostView {
  readonly head: ItemHeadView;
  /** What is still to be sent, in one sentence. */
  readonly lead: string;
  readonly outside: PeopleOutsideView;
  readonly letters: LettersView;
  /** Null until the item is closed: before that nobody has missed anything. */
  readonly copies: MinutesCopiesView | null;
}

/** What leaves the house about an item, in words. */
export function postView(data: PostToShow): PostView {
  const { booking } = data.item;
  return {
    head: itemHeadView(data.item), lead: leadOf(data), outside: peopleOutsideView(data), letters: lettersView(data),
    copies: booking.state === 'concluded' || data.copies.length > 0 ? minutesCopiesView(data) : null,
  };
}

function leadOf({ item, letters, copies, professionals }: PostToShow): string {
  const waiting = [
    counted(letters.filter((line) => isToSend(line, item.booking.state)).length, 'brev', 'breve'),
    counted(copies.filter(({ handedOver }) => handedOver === null).length, 'referat', 'referater'),
  ].filter((part) => part !== null);
  const failed = counted(professionals.filter(({ mail, colleagues }) => mail?.state === 'failed' && !colleagues).length, 'mail', 'mails');
  const said = waiting.length === 0 ? 'Der er ikke mere at sende.' : `${waiting.join(' og ')} skal sendes med kommunens post.`;
  return failed === null ? said : `${said} ${failed} kunne ikke leveres.`;
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}
