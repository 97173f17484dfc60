import type { VNode } from 'preact';
import { Select, TextField, Tick } from '../../forms/fields.js';
import { Form } from '../../forms/form.js';
import { RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { CallList } from '../../youth/youth-parts.js';
import type { CreateView, FoundView } from './lookup.view.js';

const OFFERS_CREATION = 'youth_unknown';
const CREATION = '/opslag/opret';
const CREATED = 'opret-';

/** Looks a youth up by CPR number; where nobody is found, those who may can record the youth at once. */
export function LookupPage({ refusal, create }: { refusal: Refusal | null; create: CreateView | null }): VNode {
  const unknown = refusal?.code === OFFERS_CREATION;
  return (
    <>
      <RefusalSummary refusal={refusal} prefix={refusal?.action === CREATION ? CREATED : ''} />
      <h1>Slå en ung op</h1>
      <p class="font-lead">Du ser, hvilke enheder der er med, og hvem du kan ringe til. Opslaget og hvad du skal bruge det til står i loggen.</p>
      <Form action="/opslag" refusal={refusal} class="form-fields">
        <TextField name="cpr" label="CPR-nummer" required maxLength={20} inputMode="numeric" />
        <TextField name="purpose" label="Hvad skal du bruge det til?" hint="Fx: vil bede om K-møde." required maxLength={200} />
        <div class="form-actions"><button class="button button-primary" type="submit">Slå op</button></div>
      </Form>
      {unknown && create === null && (
        <div class="alert alert-info">
          <div class="alert-body">
            <p class="alert-heading">Er nummeret rigtigt?</p>
            <p class="alert-text">Så er den unge ikke oprettet endnu. Bed din teamleder eller K-mødesekretæren om at oprette den unge.</p>
          </div>
        </div>
      )}
      {create !== null && (unknown || refusal?.action === CREATION) && <CreateYouth create={create} refusal={refusal} />}
    </>
  );
}

function CreateYouth({ create, refusal }: { create: CreateView; refusal: Refusal | null }): VNode {
  const typed = refusal?.values['cpr'];
  return (
    <section class="front-part">
      <h2>Opret den unge</h2>
      <p>Tjek først, at nummeret er rigtigt. Du kan se den unge i 30 dage, og længere når der kommer en grund til det.</p>
      <Form action={CREATION} refusal={refusal} prefix={CREATED} class="form-fields">
        <TextField name="cpr" label="CPR-nummer" required maxLength={20} inputMode="numeric" {...(typeof typed === 'string' && { value: typed })} />
        <TextField name="firstName" label="Fornavn" required maxLength={100} />
        <TextField name="lastName" label="Efternavn" required maxLength={100} />
        <Select name="departmentId" label="Enhed" required options={create.units} value={create.own} {...(create.units.length > 1 && { empty: 'Vælg en enhed' })} />
        <Select name="coordinatorId" label="Koordinerende sagsbehandler" empty="Ingen endnu" options={create.coordinators} />
        <Tick name="specialSchool" label="Går på specialskole" />
        <div class="form-actions"><button class="button button-primary" type="submit">Opret den unge</button></div>
      </Form>
    </section>
  );
}

/** The card that a look-up found, and the way on. */
export function FoundPage({ call, ask, youthHref }: FoundView): VNode {
  return (
    <>
      <h1>Den unge er kendt</h1>
      <p class="font-lead">Her er de enheder, der er med. Ring til dem, før du gør mere.</p>
      <CallList call={call} />
      <div class="button-row">
        {ask !== null && <a class="button button-primary" href={ask}>Bed om K-møde</a>}
        {youthHref !== null && <a class="button button-secondary" href={youthHref}>Gå til den unges side</a>}
        <a class="button button-secondary" href="/opslag">Slå en anden op</a>
      </div>
    </>
  );
}
