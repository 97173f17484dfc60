import type { VNode } from 'preact';
import { Radios, TextField } from '../../forms/fields.js';
import { ActionButton, Form } from '../../forms/form.js';
import { Empty, Notice, RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { BackToAdministration } from '../administration.js';
import type { ClosedDayView } from './closed-days.view.js';

export interface ClosedDaysProps {
  readonly days: readonly ClosedDayView[];
  readonly mayManage: boolean;
  readonly refusal: Refusal | null;
  readonly notice: string | null;
}

export function ClosedDays({ days, mayManage, refusal, notice }: ClosedDaysProps): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <Notice text={notice} />
      <h1>Lukkedage</h1>
      <p class="font-lead">På en lukkedag er der intet K-møde. Planlagte dage uden punkter flytter eller falder væk efter seriens regel.</p>
      {days.length === 0 ? <Empty>Ingen lukkedage det næste år.</Empty> : <DayTable days={days} />}
      {mayManage && <Close refusal={refusal} />}
      <BackToAdministration />
    </>
  );
}

function DayTable({ days }: Pick<ClosedDaysProps, 'days'>): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>Det næste år</caption>
      <thead><tr><th scope="col">Dag</th><th scope="col">Navn</th><th scope="col">Slags</th><th scope="col">Handling</th></tr></thead>
      <tbody>
        {days.map(({ id, day, kind, label, mayOpen }) => (
          <tr key={id}>
            <th scope="row" data-title="Dag">{day}</th>
            <td data-title="Navn">{label}</td>
            <td data-title="Slags">{kind}</td>
            <td data-title="Handling">{mayOpen ? <ActionButton action={`/administration/lukkedage/${id}/aabn`} text="Hold åbent alligevel" about={day} /> : 'Følger af loven'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Close({ refusal }: Pick<ClosedDaysProps, 'refusal'>): VNode {
  return (
    <section>
      <h2>Luk dage</h2>
      <Form action="/administration/lukkedage" refusal={refusal} class="form-fields">
        <TextField name="label" label="Hvad kaldes det?" required maxLength={100} />
        <TextField name="from" type="date" label="Fra" required />
        <TextField name="to" type="date" label="Til og med" hint="Lad feltet stå tomt for en enkelt dag. Lørdag og søndag springes over." />
        <Radios name="kind" label="Slags" required value="closed" options={[{ value: 'closed', label: 'Lukket' }, { value: 'holiday_week', label: 'Ferieuge' }]} />
        <div class="form-actions"><button class="button button-primary" type="submit">Luk dagene</button></div>
      </Form>
    </section>
  );
}
