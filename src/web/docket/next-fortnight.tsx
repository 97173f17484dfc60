import type { VNode } from 'preact';
import type { ItemView } from './docket-item.view.js';
import type { DayView, DocketView } from './docket.view.js';
import { SummaryLine } from './summary-line.js';

/** The coming fortnight in short, beside the present one: what lies there, and where there is room. */
export function NextFortnight({ heading, href, summary, days }: DocketView['next']): VNode {
  return (
    <aside class="next-fortnight not-on-paper" aria-labelledby="naeste-14-dage">
      <h2 id="naeste-14-dage" class="h4">De næste 14 dage</h2>
      <p><a href={href}>{heading}</a></p>
      {days.length === 0 && <p>Der er ingen K-mødedage.</p>}
      {days.map((day, index) => (
        <section key={day.id} id={`dag-${day.id}`}>
          <p>{summary[index] !== undefined && <SummaryLine {...summary[index]} />}</p>
          <Lines day={day} />
        </section>
      ))}
    </aside>
  );
}

function Lines({ day }: { day: DayView }): VNode {
  return (
    <ol class="nobullet-list" aria-label={day.heading}>
      {day.rows.map((row) => (row.kind === 'item'
        ? <li key={row.item.id}><Line {...row.item} /></li>
        : <li key={row.id} class="free" data-place={row.id}>{`${row.time} ${row.text}`}</li>))}
    </ol>
  );
}

function Line({ time, who, itemHref, ready, marks }: ItemView): VNode {
  const state = ready === null ? null : ready ? 'klar' : 'ikke klar';
  return (
    <>
      {time} {itemHref === null ? who : <a href={itemHref}>{who}</a>}
      {state !== null && <span class={ready === true ? 'is-ready' : 'is-missing'}>{` ${ready === true ? '✓' : '✕'} ${state}`}</span>}
      {marks.map(({ text, kind }) => <span key={text}> <span class={`badge badge-${kind}`}>{text}</span></span>)}
    </>
  );
}
