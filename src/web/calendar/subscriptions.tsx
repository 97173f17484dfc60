import type { VNode } from 'preact';
import { Radios, Select, TextField } from '../forms/fields.js';
import { ActionButton, Form } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import type { FeedView, SubscriptionsView } from './subscriptions.view.js';
import { WorksAgain } from './works-again.js';

export interface SubscriptionsProps {
  readonly view: SubscriptionsView;
  readonly notice: string | null;
  readonly refusal: Refusal | null;
}

export function Subscriptions({ view, notice, refusal }: SubscriptionsProps): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <Notice text={notice} />
      <h1>Møder og frister i din egen kalender</h1>
      <p class="font-lead">I kalenderen står kun »K-møde«, »Punkt« og »Frist« med et nummer. Navne står kun her i Overgang.</p>
      <p><a href="/kalender">Tilbage til kalenderen</a></p>
      <WorksAgain way={view.worksAgain} />
      <Feeds view={view} refusal={refusal} />
      <Channel view={view} refusal={refusal} />
      <Busy view={view} refusal={refusal} />
    </>
  );
}

function Feeds({ view: { feeds, choices }, refusal }: Omit<SubscriptionsProps, 'notice'>): VNode {
  return (
    <section class="calendar-part" id="abonnementer">
      <h2>Kalenderabonnement</h2>
      {feeds.length === 0 ? <p>Du har ingen abonnementer endnu.</p> : <FeedTable feeds={feeds} />}
      <Form action="/kalender/abonnement" refusal={refusal} class="form-fields">
        <Select name="what" label="Nyt abonnement på" required options={choices} hint="Lav ét for hver telefon eller computer, så kan du lukke ét uden at lukke de andre." />
        <p class="form-actions"><button class="button button-primary" type="submit">Opret abonnement</button></p>
      </Form>
    </section>
  );
}

function FeedTable({ feeds }: { feeds: readonly FeedView[] }): VNode {
  return (
    <table class="table table--compact table--responsive-headers">
      <caption>Dine abonnementer</caption>
      <thead><tr><th scope="col">Hvad</th><th scope="col">Oprettet</th><th scope="col">Sidst hentet</th><th scope="col">Udløber</th><th scope="col">Handling</th></tr></thead>
      <tbody>
        {feeds.map(({ id, what, made, fetched, ends, ended }) => (
          <tr key={id}>
            <th scope="row" data-title="Hvad">{what}</th>
            <td data-title="Oprettet">{made}</td>
            <td data-title="Sidst hentet">{fetched}</td>
            <td data-title="Udløber">{ended ? <span class="badge badge-warning">{`Udløbet ${ends}`}</span> : ends}</td>
            <td data-title="Handling"><ActionButton action={`/kalender/abonnement/${id}/luk`} text="Luk abonnementet" about={`${what}, oprettet ${made}`} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Channel({ view: { channel }, refusal }: Omit<SubscriptionsProps, 'notice'>): VNode {
  return (
    <section class="calendar-part" id="kanal">
      <h2>Sådan får du dine møder</h2>
      <p>Dine møder kommer kun ad én vej, så de ikke står dobbelt.</p>
      <Form action="/kalender/kanal" refusal={refusal} class="form-fields">
        <Radios name="channel" label="Hvordan vil du have dem?" required value={channel.chosen} options={channel.options} />
        <p class="form-actions"><button class="button button-secondary" type="submit">Gem valget</button></p>
      </Form>
    </section>
  );
}

function Busy({ view: { busy }, refusal }: Omit<SubscriptionsProps, 'notice'>): VNode {
  return (
    <section class="calendar-part" id="optaget">
      <h2>Hvornår er du optaget?</h2>
      <p>{busy.text}</p>
      <Form action="/kalender/optaget" refusal={refusal} class="form-fields">
        <TextField
          name="url" type="url" label="Adressen på din udgivne kalender" required maxLength={2_000}
          hint="Udgiv kalenderen i dit kalenderprogram, så den kun viser optaget og ledig, og sæt adressen ind her. Overgang gemmer kun tiderne, aldrig hvad du laver."
        />
        <p class="form-actions"><button class="button button-secondary" type="submit">Del min kalender</button></p>
      </Form>
      {busy.set && <ActionButton action="/kalender/optaget/fjern" text="Stop med at dele min kalender" />}
    </section>
  );
}
