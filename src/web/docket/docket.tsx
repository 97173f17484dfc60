import type { VNode } from 'preact';
import type { LightView } from '../words/readiness.js';
import type { DayView, DocketView, ItemView } from './docket.view.js';

export function DocketOverview({ heading, days, previous, next }: DocketView): VNode {
  return (
    <>
      <h1>Dagsorden</h1>
      <p class="font-lead">{heading}</p>
      <nav class="fortnight" aria-label="Skift periode">
        <a href={previous}>Forrige 14 dage</a>
        <a href="/dagsorden">I dag</a>
        <a href={next}>Næste 14 dage</a>
      </nav>
      {days.length === 0 && <p>Der er ingen K-mødedage i perioden. Se de næste 14 dage.</p>}
      {days.map((day) => <Day key={day.id} {...day} />)}
    </>
  );
}

function Day({ heading, facts, state, rows, free }: DayView): VNode {
  return (
    <section class="docket-day">
      <h2>{heading}</h2>
      <p class="when">
        {facts} {state !== null && <span class="badge badge-info">{state}</span>}
      </p>
      <table class="table docket-table">
        <caption>{free}</caption>
        <thead>
          <tr><th scope="col">Tid</th><th scope="col">Hvem det handler om</th><th scope="col">Hvem kommer</th><th scope="col">Klar?</th></tr>
        </thead>
        <tbody>
          {rows.map((row) => (row.kind === 'item' ? <Item key={row.item.id} {...row.item} /> : <Free key={row.id} time={row.time} urgent={row.urgent} />))}
        </tbody>
      </table>
    </section>
  );
}

function Item({ time, type, who, people, names, lights, marks }: ItemView): VNode {
  return (
    <tr>
      <th scope="row" class="time">{time}</th>
      <td>
        <strong>{who}</strong><br />{type}
        {marks.length > 0 && <div class="marks">{marks.map((mark) => <span key={mark.text} class={`badge badge-${mark.kind}`}>{mark.text}</span>)}</div>}
      </td>
      <td>{people}{names !== '' && <><br /><small>{names}</small></>}</td>
      <td>{lights.length > 0 && <Lights lights={lights} />}</td>
    </tr>
  );
}

function Lights({ lights }: { lights: readonly LightView[] }): VNode {
  return (
    <ul class="readiness">
      {lights.map((light) => (
        <li key={light.text} class={light.ready ? 'is-ready' : 'is-missing'}>
          <span class="sign" aria-hidden="true">{light.ready ? '✓' : '✕'}</span>
          <span>{light.text}<span class="sr-only">{light.ready ? ' (klar)' : ' (mangler)'}</span></span>
        </li>
      ))}
    </ul>
  );
}

function Free({ time, urgent }: { time: string; urgent: boolean }): VNode {
  return (
    <tr class="free">
      <th scope="row" class="time">{time}</th>
      <td colSpan={3}>{urgent ? 'Fri plads til noget, der haster' : 'Fri plads'}</td>
    </tr>
  );
}
