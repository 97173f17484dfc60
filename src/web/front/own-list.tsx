import type { VNode } from 'preact';
import { ActionButton } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import type { OwnLineView, OwnListView } from './own-lists.view.js';

/** @param undo the address that takes the tick just given back; null when none was given */
export function OwnList({ view, undo, refusal }: { view: OwnListView; undo: string | null; refusal: Refusal | null }): VNode {
  const { heading, lead, empty, lines } = view;
  return (
    <>
      <RefusalSummary refusal={refusal} />
      {undo !== null && <Notice text="Markeret som gjort."><ActionButton action={undo} text="Fortryd" /></Notice>}
      <h1>{heading}</h1>
      <p class="font-lead">{lead}</p>
      {lines.length === 0 ? <p>{empty}</p> : (
        <table class="table table--compact table--responsive-headers">
          <caption class="sr-only">{heading}</caption>
          <thead><tr><th scope="col">Hvad</th><th scope="col">Hvem det handler om</th><th scope="col">Senest</th><th scope="col">Handling</th></tr></thead>
          <tbody>{lines.map((line) => <Line key={line.id} line={line} view={view} />)}</tbody>
        </table>
      )}
      <p><a href="/">Tilbage til forsiden</a></p>
    </>
  );
}

function Line({ line, view }: { line: OwnLineView; view: Pick<OwnListView, 'button' | 'done'> }): VNode {
  const { what, youth, href, due, overdue, post, instead } = line;
  return (
    <tr>
      <th scope="row" data-title="Hvad">{href === null ? what : <a href={href}>{what}</a>}</th>
      <td data-title="Hvem det handler om">{youth === null ? '–' : <a href={youth.href}>{youth.name}</a>}</td>
      <td data-title="Senest">{overdue && <><span class="badge badge-error">Overskredet</span><br /></>}{due}</td>
      <td data-title="Handling">{post === null ? (instead ?? view.done) : <ActionButton action={post} text={view.button} about={youth === null ? what : `${what}, ${youth.name}`} />}</td>
    </tr>
  );
}
