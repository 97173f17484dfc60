import type { VNode } from 'preact';
import type { Refusal } from '../../forms/refusal.js';
import { ItemFrame, type ItemFrameProps, ItemPart } from '../item-frame.js';
import { Letters } from '../letters/letters.js';
import { MinutesCopies } from '../minutes-copies/minutes-copies.js';
import { PeopleOutside } from '../people-outside/people-outside.js';
import type { PostView } from './post.view.js';

/** What is still to be sent, and what has gone: letters, mails to guests, and minutes to those who did not come. */
export function Post({ view, refusal, notice }: { view: PostView; refusal: Refusal | null; notice: ItemFrameProps['notice'] }): VNode {
  const { head, lead, letters, outside, copies } = view;
  return (
    <ItemFrame head={head} tab="breve" refusal={refusal} notice={notice}>
      <p class="font-lead">{lead}</p>
      {copies !== null && <ItemPart id="referater" heading="Referat til gæster, der ikke kom"><MinutesCopies view={copies} refusal={refusal} /></ItemPart>}
      <ItemPart id="breve" heading="Breve til den unge og forældrene"><Letters view={letters} /></ItemPart>
      <ItemPart id="gaester" heading="Gæster udefra"><PeopleOutside view={outside} refusal={refusal} /></ItemPart>
    </ItemFrame>
  );
}
