import type { VNode } from 'preact';
import type { Refusal } from '../forms/refusal.js';
import { Empty, RefusalSummary } from '../forms/messages.js';
import type { DaySummary } from './day-summary.js';
import { DayAnswer } from './day-answer.js';
import { DocketItemRow } from './docket-item.js';
import type { DayView, DocketView } from './docket.view.js';
import { movePrefix } from './move-item.js';
import { NextFortnight } from './next-fortnight.js';
import { SummaryLine } from './summary-line.js';

export interface DocketProps {
  readonly view: DocketView;
  /** What a form has just done, with the way back. */
  readonly notice: VNode | null;
  readonly refusal: Refusal | null;
}

export function DocketOverview({ view, notice, refusal }: DocketProps): VNode {
  const { heading, series, days, next, links, summary, makesDays } = view;
  return (
    <>
      <RefusalSummary refusal={refusal} prefix={movePrefix(refusal?.action ?? '')} />
      {notice}
      <h1>Dagsorden</h1>
      {series.length > 0 && <SeriesChoice series={series} />}
      <p class="font-lead">{heading}</p>
      <nav class="fortnight" aria-label="Skift periode">
        <a href={links.previous}>Forrige 14 dage</a>
        <a href={links.today}>I dag</a>
        <a href={links.next}>Næste 14 dage</a>
      </nav>
      <Summary summary={summary} />
      <div class="docket-pair" data-docket="">
        <div>
          {days.map((day) => <Day key={day.id} day={day} view={view} refusal={refusal} />)}
          <Tools links={links} makesDays={makesDays} />
        </div>
        <NextFortnight {...next} />
      </div>
    </>
  );
}

function SeriesChoice({ series }: Pick<DocketView, 'series'>): VNode {
  return (
    <nav aria-label="Vælg mødeserie">
      <ul class="nobullet-list no-max-width choice-of-list">
        {series.map(({ name, href, current }) => <li key={href}><a href={href} aria-current={current ? 'page' : undefined}>{name}</a></li>)}
      </ul>
    </nav>
  );
}

function Summary({ summary }: { summary: readonly DaySummary[] }): VNode {
  if (summary.length === 0) return <Empty>Der er ingen K-mødedage i perioden. Se de næste 14 dage.</Empty>;
  return (
    <ul class="nobullet-list docket-summary" aria-label="Kort fortalt">
      {summary.map((day) => <li key={day.id}><SummaryLine {...day} /></li>)}
    </ul>
  );
}

function Day({ day, view, refusal }: { day: DayView; view: DocketView; refusal: Refusal | null }): VNode {
  const { id, heading, facts, state, note, rows, free, manage, answer } = day;
  return (
    <section class="docket-day" id={`dag-${id}`}>
      <h2>{heading}</h2>
      <p class="when">{facts} {state !== null && <span class="badge badge-info">{state}</span>}</p>
      {note !== null && <p class="when">{note}</p>}
      {answer !== null && <DayAnswer answer={answer} about={heading} back={view.back} />}
      <table class="table docket-table">
        <caption>{free}</caption>
        <thead>
          <tr><th scope="col">Tid</th><th scope="col">Hvem det handler om</th><th scope="col">Hvem kommer</th><th scope="col">Klar?</th></tr>
        </thead>
        <tbody>
          {rows.map((row) => (row.kind === 'item'
            ? <DocketItemRow key={row.item.id} item={row.item} back={view.back} refusal={refusal} />
            : <Free key={row.id} id={row.id} time={row.time} text={row.text} />))}
        </tbody>
      </table>
      {manage !== null && <p class="not-on-paper"><a href={manage}>Luk, åbn, flyt eller aflys dagen<span class="sr-only">{`: ${heading}`}</span></a></p>}
    </section>
  );
}

function Free({ id, time, text }: { id: string; time: string; text: string }): VNode {
  return (
    <tr class="free" data-place={id}>
      <th scope="row" class="time">{time}</th>
      <td colSpan={3}>{text}</td>
    </tr>
  );
}

function Tools({ links, makesDays }: Pick<DocketView, 'links' | 'makesDays'>): VNode {
  return (
    <p class="not-on-paper docket-tools">
      <a href={links.pdf}>Hent som PDF</a>
      <a href={links.xlsx}>Hent som regneark</a>
      {makesDays && <a href="/dagsorden/dage/ny">Læg en ekstra K-mødedag ind</a>}
    </p>
  );
}
