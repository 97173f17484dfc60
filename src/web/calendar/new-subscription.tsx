import type { VNode } from 'preact';
import type { NewSubscriptionView } from './new-subscription.view.js';

/** Calendar programs and how each takes an address; the delay is what their makers say. */
const PROGRAMS = [
  {
    name: 'Outlook', delay: 'Outlook henter selv kalenderen, men der kan gå op til tre timer og nogle gange et døgn, før en ændring ses.',
    steps: [
      'Åbn kalenderen i Outlook på nettet eller det nye Outlook.', 'Vælg »Tilføj kalender« og så »Abonner fra internettet«.',
      'Sæt adressen ind, giv kalenderen et navn, og vælg »Importér«.',
    ],
  },
  {
    name: 'Google Kalender', delay: 'Google henter kalenderen efter sit eget hoved: der går ofte 8 til 24 timer, og du kan ikke skynde på den.',
    steps: ['Åbn Google Kalender på en computer.', 'Vælg plusset ved »Andre kalendere« og så »Fra webadresse«.', 'Sæt adressen ind, og vælg »Tilføj kalender«.'],
  },
  {
    name: 'Apple Kalender', delay: 'Du vælger selv, hvor tit Apple henter kalenderen: sæt »Opdatér automatisk« til hver time.',
    steps: [
      'På Mac: vælg »Arkiv« og »Nyt kalenderabonnement«. På iPhone: »Indstillinger«, »Apps«, »Kalender«, »Konti«, »Tilføj konto«, »Andre« og »Tilføj abonnement«.',
      'Sæt adressen ind, og vælg »Abonnér«.',
    ],
  },
] as const;

/** The address of a new subscription with what to do with it, while it can be seen. */
export function NewSubscription({ heading, lead, url, own }: NewSubscriptionView): VNode {
  return (
    <>
      <h1>{heading}</h1>
      <p class="font-lead">{lead}</p>
      {url !== null && <Address url={url} own={own} />}
      <p><a href="/kalender/abonnement">Se dine abonnementer</a></p>
    </>
  );
}

function Address({ url, own }: { url: string; own: boolean }): VNode {
  return (
    <>
      {own && <p>Dine møder kommer i kalenderen, når dit kalenderprogram har hentet den første gang. Indtil da får du dem som hidtil.</p>}
      <div class="feed-address">
        <div class="form-group">
          <label class="form-label" for="adresse">Abonnementets adresse</label>
          <input class="form-input" id="adresse" type="text" readOnly value={url} data-copy="" />
        </div>
      </div>
      <div class="alert alert-warning">
        <div class="alert-body">
          <p class="alert-heading">Pas på adressen som på et kodeord</p>
          <p class="alert-text">Alle, der har den, kan se, hvornår du har møder, men ikke hvem de handler om. Kommer den i forkerte hænder, så luk abonnementet og lav et nyt.</p>
        </div>
      </div>
      {PROGRAMS.map(({ name, steps, delay }) => (
        <section key={name} class="calendar-part">
          <h2>{name}</h2>
          <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>
          <p>{delay}</p>
        </section>
      ))}
    </>
  );
}
