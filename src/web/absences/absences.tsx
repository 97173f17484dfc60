import type { VNode } from 'preact';
import { TextField } from '../forms/fields.js';
import { ActionButton, Form } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';

export interface AbsencesView {
  readonly staffId: string;
  readonly name: string;
  readonly own: boolean;
  readonly periods: readonly { readonly id: string; readonly text: string }[];
  readonly today: string;
}

export function Absences({ view, refusal, notice }: { view: AbsencesView; refusal: Refusal | null; notice: string | null }): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <Notice text={notice} />
      <h1>{view.own ? 'Dit fravær' : `Fravær: ${view.name}`}</h1>
      <p class="font-lead">De dage foreslås ikke til K-møder. Hvorfor nogen er væk, skrives ikke.</p>
      {view.periods.length === 0 ? <p>Intet fravær fra i dag og frem.</p> : <ul>{view.periods.map(({ id, text }) => <li key={id}>{`${text} `}<ActionButton action={`/fravaer/${view.staffId}/${id}/fjern`} text="Fjern" about={text} /></li>)}</ul>}
      <h2>Meld fravær</h2>
      <Form action={`/fravaer/${view.staffId}`} refusal={refusal} class="form-fields">
        <TextField name="startsOn" type="date" label="Fra" required value={view.today} />
        <TextField name="endsOn" type="date" label="Til og med" required value={view.today} />
        <div class="form-actions"><button class="button button-primary" type="submit">Gem</button></div>
      </Form>
    </>
  );
}
