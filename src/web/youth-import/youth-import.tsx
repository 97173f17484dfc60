import type { VNode } from 'preact';
import { FileField } from '../forms/fields.js';
import { Form } from '../forms/form.js';
import { RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import type { FindingView, ImportOutcomeView } from './youth-import.view.js';

const COLUMNS = [
  'cpr', 'fornavn', 'efternavn', 'foedselsdato', 'afdeling', 'koordinator_email', 'indsats', 'indsats_enhed', 'lov', 'paragraf', 'fra', 'til', 'skole',
  'klassetrin', 'specialskole', 'beskyttet', 'handlekommune', 'seneste_overgangsmoede', 'naeste_moede',
];

export function ImportForm({ refusal }: { refusal: Refusal | null }): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <h1>Læs unge ind fra en fil</h1>
      <p class="font-lead">Gode linjer kommer med, og de andre får du en liste over. Den samme fil igen ændrer intet. Filen bliver ikke gemt.</p>
      <p>En teamleder kan kun læse unge i sin egen enhed ind. K-mødesekretæren kan læse unge i alle enheder ind.</p>
      <Form action="/unge/import" refusal={refusal} carriesFile class="form-fields">
        <FileField name="file" label="Fil (CSV)" hint="Semikolon eller komma mellem felterne, UTF-8 eller Windows-1252, højst 20 MB." accept=".csv,text/csv" />
        <div class="form-actions"><button class="button button-primary" type="submit">Læs filen ind</button></div>
      </Form>
      <details>
        <summary>Hvilke kolonner skal filen have?</summary>
        <p>Første linje er kolonnenavnene, i den rækkefølge du vil. Kun <code>cpr</code>, <code>fornavn</code>, <code>efternavn</code> og <code>afdeling</code> skal udfyldes. En linje er en indsats; en ung med to indsatser har to linjer.</p>
        <p><code>{COLUMNS.join(';')}</code></p>
      </details>
    </>
  );
}

export function ImportOutcome({ heading, counts, running, rejected, warnings, more, began }: ImportOutcomeView): VNode {
  return (
    <>
      <h1>{heading}</h1>
      <p>{began}</p>
      {running !== null && <div class="alert alert-info" role="status"><div class="alert-body"><p class="alert-text">{running}</p></div></div>}
      <dl class="key-facts">{counts.map(({ label, figure }) => <div key={label}><dt>{label}</dt><dd>{figure}</dd></div>)}</dl>
      {rejected.length > 0 && <Findings caption="Linjer, der ikke kom med: ret dem i filen, og læs den ind igen" findings={rejected} />}
      {warnings.length > 0 && <Findings caption="Kom med, men se efter" findings={warnings} />}
      {more !== null && <p>{more}</p>}
      <p><a href="/unge">Gå til oversigten</a> · <a href="/unge/import">Læs en fil mere ind</a></p>
    </>
  );
}

function Findings({ caption, findings }: { caption: string; findings: readonly FindingView[] }): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>{caption}</caption>
      <thead><tr><th scope="col">Linje</th><th scope="col">Kolonne</th><th scope="col">Hvad der er galt</th></tr></thead>
      <tbody>
        {findings.map(({ line, column, message }, index) => (
          <tr key={index}><th scope="row" data-title="Linje">{line}</th><td data-title="Kolonne">{column}</td><td data-title="Hvad der er galt">{message}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
