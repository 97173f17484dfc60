import type { VNode } from 'preact';
import { Empty } from '../forms/messages.js';
import type { LogRowView, LogView } from './log.view.js';

export function LogPage({ rows, from, to, outcome, staff, next, first }: LogView): VNode {
  return (
    <>
      <h1>Log</h1>
      <p class="font-lead">Hvem har set eller ændret hvad, og på hvilket grundlag? Loggen nævner ingen unge ved navn.</p>
      <form method="get" action="/log" class="overview-filter">
        <div class="form-group"><label class="form-label" for="fra">Fra</label><input class="form-input" type="date" id="fra" name="from" value={from} /></div>
        <div class="form-group"><label class="form-label" for="til">Til og med</label><input class="form-input" type="date" id="til" name="to" value={to} /></div>
        <div class="form-group">
          <label class="form-label" for="hvem">Hvem</label>
          <select class="form-select" id="hvem" name="actor">
            <option value="">Alle</option>
            {staff.map(({ value, label, selected }) => <option key={value} value={value} selected={selected}>{label}</option>)}
          </select>
        </div>
        <div class="form-group">
          <label class="form-label" for="udfald">Udfald</label>
          <select class="form-select" id="udfald" name="outcome">
            <option value="">Alt</option>
            <option value="denied" selected={outcome === 'denied'}>Kun det, der blev afvist</option>
          </select>
        </div>
        <button class="button button-secondary" type="submit">Vis</button>
      </form>
      {rows.length === 0 ? <Empty>Intet i loggen passer til det, du har valgt.</Empty> : <Rows rows={rows} />}
      <nav class="fortnight" aria-label="Flere linjer">
        {first !== null && <a href={first}>Fra det nyeste</a>}
        {next !== null && <a class="button button-secondary" href={next}>Ældre</a>}
      </nav>
    </>
  );
}

function Rows({ rows }: Pick<LogView, 'rows'>): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>Det nyeste først</caption>
      <thead><tr><th scope="col">Hvornår</th><th scope="col">Hvem</th><th scope="col">Hvad</th><th scope="col">Grundlag</th><th scope="col">Hvor mange</th></tr></thead>
      <tbody>{rows.map((row) => <Row key={row.id} {...row} />)}</tbody>
    </table>
  );
}

function Row({ when, who, what, ground, youths, denied }: LogRowView): VNode {
  return (
    <tr>
      <td data-title="Hvornår">{when}</td>
      <td data-title="Hvem">{who}</td>
      <th scope="row" data-title="Hvad">{what}{denied && <> <span class="badge badge-error">Afvist</span></>}</th>
      <td data-title="Grundlag">{ground}</td>
      <td data-title="Hvor mange">{youths}</td>
    </tr>
  );
}
