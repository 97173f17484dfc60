import type { VNode } from 'preact';
import type { Refusal } from '../forms/refusal.js';
import type { ItemView, LightLine } from './docket-item.view.js';
import { MoveItem } from './move-item.js';

/** The line of an item. */
export function DocketItemRow({ item, back, refusal }: { item: ItemView; back: Readonly<Record<string, string>>; refusal: Refusal | null }): VNode {
  const { id, time, type, who, youthHref, itemHref, people, names, coordinator, lights, ready, marks, lateReason, menu } = item;
  return (
    <tr id={`punkt-${id}`} class={ready === false ? 'not-ready-row' : undefined} data-item={menu === null ? undefined : id}>
      <th scope="row" class="time">{itemHref === null ? time : <a href={itemHref} aria-label={`Punktet kl. ${time}`}>{time}</a>}</th>
      <td>
        <strong>{youthHref === null ? who : <a href={youthHref}>{who}</a>}</strong><br />{type}
        {marks.length > 0 && <div class="marks">{marks.map((mark) => <span key={mark.text} class={`badge badge-${mark.kind}`}>{mark.text}</span>)}</div>}
        {lateReason !== null && <small>{`Sent punkt: ${lateReason}`}</small>}
        {menu !== null && <MoveItem menu={menu} about={who} back={back} refusal={refusal} />}
      </td>
      <td>{people}{coordinator !== null && <><br />{coordinator}</>}{names !== '' && <><br /><small>{names}</small></>}</td>
      <td>{lights.length > 0 && <Lights lights={lights} />}</td>
    </tr>
  );
}

function Lights({ lights }: { lights: readonly LightLine[] }): VNode {
  return (
    <ul class="readiness">
      {lights.map(({ ready, text, href }) => (
        <li key={text} class={ready ? 'is-ready' : 'is-missing'}>
          <span class="sign" aria-hidden="true">{ready ? '✓' : '✕'}</span>
          <span>{href === null ? text : <a href={href}>{text}</a>}<span class="sr-only">{ready ? ' (klar)' : ' (mangler)'}</span></span>
        </li>
      ))}
    </ul>
  );
}
