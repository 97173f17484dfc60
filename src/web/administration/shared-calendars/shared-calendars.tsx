import type { VNode } from 'preact';
import { type Option, PasswordField, Select, TextField } from '../../forms/fields.js';
import { ActionButton, Form } from '../../forms/form.js';
import { Empty, Notice, RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { BackToAdministration } from '../administration.js';
import type { SharedCalendarView } from './shared-calendars.view.js';

export interface SharedCalendarsProps {
  readonly calendars: readonly SharedCalendarView[];
  readonly units: readonly Option[];
  readonly refusal: Refusal | null;
  readonly notice: string | null;
}

export function SharedCalendars({ calendars, units, refusal, notice }: SharedCalendarsProps): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <Notice text={notice} />
      <h1>Enheders fælles kalendere</h1>
      <p class="font-lead">K-møderne skrives i enhedens kalender på kommunens kalenderserver. Kun tid, sted og et nummer; aldrig navne. Andres aftaler røres ikke.</p>
      {calendars.length === 0 ? <Empty>Ingen enhed har en fælles kalender her endnu.</Empty> : <CalendarTable calendars={calendars} />}
      <h2>Tilføj en kalender, eller giv en kendt ny adgang</h2>
      <Form action="/administration/kalendere" refusal={refusal} class="form-fields">
        <Select name="departmentId" label="Enhed" required empty="Vælg" options={units} />
        <TextField name="url" type="url" label="Kalenderens adresse (CalDAV)" hint="Serveren skal være godkendt af driften." required maxLength={2000} />
        <TextField name="username" label="Brugernavn på kalenderserveren" required maxLength={200} />
        <PasswordField name="password" label="Adgangskode" hint="Gemmes krypteret og vises aldrig igen." />
        <div class="form-actions"><button class="button button-primary" type="submit">Gem kalenderen</button></div>
      </Form>
      <BackToAdministration />
    </>
  );
}

function CalendarTable({ calendars }: Pick<SharedCalendarsProps, 'calendars'>): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>Kalendere</caption>
      <thead><tr><th scope="col">Enhed</th><th scope="col">Status</th><th scope="col">Seneste gang det gik godt</th><th scope="col">Handling</th></tr></thead>
      <tbody>
        {calendars.map(({ id, unit, address, state, tone, problem, last, events, removing }) => (
          <tr key={id}>
            <th scope="row" data-title="Enhed">{unit}<br /><small>{address}</small></th>
            <td data-title="Status"><span class={`badge badge-${tone}`}>{state}</span><br />{events}{problem !== null && <><br />{problem}</>}</td>
            <td data-title="Seneste gang det gik godt">{last}</td>
            <td data-title="Handling">
              <ActionButton action={`/administration/kalendere/${id}/proev`} text="Prøv forbindelsen" about={unit} />
              {!removing && <ActionButton action={`/administration/kalendere/${id}/fjern`} text="Fjern" about={unit} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
