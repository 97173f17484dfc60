import type { VNode } from 'preact';
import { Empty } from '../forms/messages.js';
import { BadgeMark } from '../youth/youth-parts.js';
import type { DeadlineRowView, DeadlinesPageView } from './deadlines.view.js';

export function DeadlinesList({ caption, rows, spans, units, span, next, first }: DeadlinesPageView): VNode {
  return (
    <>
      <h1>Frister</h1>
      <p class="font-lead">Hvad skal være klaret hvornår, for de unge du kan se?</p>
      <nav aria-label="Vis">
        <ul class="nobullet-list no-max-width choice-of-list">
          {spans.map(({ href, label, current }) => <li key={label}><a href={href} aria-current={current ? 'page' : undefined}>{label}</a></li>)}
        </ul>
      </nav>
      <form method="get" action="/frister" class="overview-filter">
        <input type="hidden" name="vis" value={span} />
        <div class="form-group">
          <label class="form-label" for="enhed">Enhed</label>
          <select class="form-select" id="enhed" name="department">
            <option value="">Alle enheder</option>
            {units.map(({ value, label, selected }) => <option key={value} value={value} selected={selected}>{label}</option>)}
          </select>
        </div>
        <button class="button button-secondary" type="submit">Vis</button>
      </form>
      {rows.length === 0 ? <Empty>Ingen frister passer til det, du har valgt.</Empty> : <Rows caption={caption} rows={rows} />}
      <nav class="fortnight" aria-label="Flere frister">
        {first !== null && <a href={first}>Fra begyndelsen</a>}
        {next !== null && <a class="button button-secondary" href={next}>Næste 50</a>}
        <a href="/frister/regler">Se alle fristregler med kilde</a>
      </nav>
    </>
  );
}

function Rows({ caption, rows }: { caption: string; rows: readonly DeadlineRowView[] }): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>{caption}</caption>
      <thead>
        <tr><th scope="col">Dato</th><th scope="col">Ung</th><th scope="col">Frist</th><th scope="col">Koordinerende sagsbehandler</th><th scope="col">Status</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-title="Dato">{row.due}{row.distance !== '' && <><br />{row.distance}</>}</td>
            <th scope="row" data-title="Ung">{row.youth.href === null ? row.youth.name : <a href={row.youth.href}>{row.youth.name}</a>}</th>
            <td data-title="Frist">{row.title}<br /><small>{`${row.source} · Ansvar: ${row.responsible}`}</small></td>
            <td data-title="Koordinerende sagsbehandler">{row.coordinator}</td>
            <td data-title="Status"><BadgeMark {...row.badge} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
