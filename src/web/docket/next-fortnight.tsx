import type { VNode } from 'preact';
import { BadgeMark } from '../youth/youth-parts.js';
import type { ItemView } from './docket-item.view.js';
import type { DayAnswerView, DayView, DocketView } from './docket.view.js';
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
          {day.answer !== null && <OwnAnswer answer={day.answer} heading={day.heading} href={`${href}#dag-${day.id}`} />}
        </section>
      ))}
    </aside>
  );
}

/** What whoever sits the whole day has answered; the answering is done where the day stands in full. */
function OwnAnswer({ answer: { chosen, badge }, heading, href }: { answer: DayAnswerView; heading: string; href: string }): VNode {
  return (
    <p>Dit svar: <BadgeMark {...badge} /> <a href={href}>{chosen === null ? 'Svar' : 'Ret svaret'}<span class="sr-only">{`: ${heading}`}</span></a></p>
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
