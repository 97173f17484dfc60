import type { VNode } from 'preact';
import { FileField } from '../../forms/fields.js';
import { Form } from '../../forms/form.js';
import { Empty, RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { BackToAdministration } from '../administration.js';
import type { StaffImportView, UnitView } from './units.view.js';

export function Units({ units, mayImport, refusal }: { units: readonly UnitView[]; mayImport: boolean; refusal: Refusal | null }): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <h1>Enheder og medarbejdere</h1>
      {units.length === 0 && <Empty>Der er ingen enheder endnu. Læs dem ind fra en fil.</Empty>}
      {units.map((unit) => <Unit key={unit.id} {...unit} />)}
      {mayImport && <ImportForm refusal={refusal} />}
      <BackToAdministration />
    </>
  );
}

function Unit({ name, facts, staff }: UnitView): VNode {
  return (
    <section>
      <h2>{name}</h2>
      <p>{facts}</p>
      {staff.length === 0 ? <p>Ingen medarbejdere.</p> : (
        <table class="table table--compact table--responsive-headers overview-table">
          <caption class="sr-only">{`Medarbejdere i ${name}`}</caption>
          <thead><tr><th scope="col">Navn</th><th scope="col">Stilling og rolle</th><th scope="col">E-mail</th><th scope="col">Fravær</th></tr></thead>
          <tbody>
            {staff.map((person) => (
              <tr key={person.id}>
                <th scope="row" data-title="Navn">{person.name}</th>
                <td data-title="Stilling og rolle">{person.what}</td>
                <td data-title="E-mail">{person.email}</td>
                <td data-title="Fravær"><a href={`/fravaer/${person.id}`}>Fravær<span class="sr-only">{`: ${person.name}`}</span></a></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ImportForm({ refusal }: { refusal: Refusal | null }): VNode {
  return (
    <section>
      <h2>Læs ind fra en fil</h2>
      <p>En linje er en medarbejder. Den samme fil igen ændrer intet; hvem der ikke står i filen, bliver. <code>aktiv</code> = nej afslutter en medarbejder, og deres unge skal så have en anden.</p>
      <Form action="/administration/enheder" refusal={refusal} carriesFile class="form-fields">
        <FileField name="file" label="Fil (CSV)" hint="Kolonnerne enhed, navn og email skal være der." accept=".csv,text/csv" />
        <div class="form-actions"><button class="button button-primary" type="submit">Læs filen ind</button></div>
      </Form>
    </section>
  );
}

export function StaffImported({ counts, rejected }: StaffImportView): VNode {
  return (
    <>
      <h1>Filen er læst ind</h1>
      <ul>{counts.map((line) => <li key={line}>{line}</li>)}</ul>
      {rejected.length > 0 && (
        <table class="table table--compact table--responsive-headers overview-table">
          <caption>Linjer, der ikke kom med: ret dem i filen, og læs den ind igen</caption>
          <thead><tr><th scope="col">Linje</th><th scope="col">Kolonne</th><th scope="col">Hvad der er galt</th></tr></thead>
          <tbody>
            {rejected.map(({ line, column, message }, index) => (
              <tr key={index}><th scope="row" data-title="Linje">{line}</th><td data-title="Kolonne">{column ?? 'hele linjen'}</td><td data-title="Hvad der er galt">{message}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      <p><a href="/administration/enheder">Se enheder og medarbejdere</a></p>
    </>
  );
}
