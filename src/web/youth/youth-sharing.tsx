import type { VNode } from 'preact';
import { Select, TextArea, TextField } from '../forms/fields.js';
import { FoldedForm } from '../forms/folded-form.js';
import type { Refusal } from '../forms/refusal.js';
import type { BasisView, YouthPageView } from './youth-page.view.js';
import { BadgeMark } from './youth-parts.js';

type SharingProps = Pick<YouthPageView, 'id' | 'bases' | 'consents' | 'consentForm'> & { readonly refusal: Refusal | null };

/** What lets each area hear the next item, and the consents. */
export function Sharing({ id, bases, consents, consentForm, refusal }: SharingProps): VNode {
  return (
    <>
      <h3>Det næste K-møde</h3>
      <Bases lines={bases ?? []} none={bases === null ? 'Intet K-møde er planlagt.' : 'Ingen andre områder skal høre punktet.'} refusal={refusal} />
      <h3>Samtykker</h3>
      <Bases lines={consents} none="Der er ingen samtykker." refusal={refusal} />
      {consentForm !== null && <ConsentForm action={`/unge/${id}/samtykker`} form={consentForm} refusal={refusal} />}
    </>
  );
}

function Bases({ lines, none, refusal }: { lines: readonly BasisView[]; none: string; refusal: Refusal | null }): VNode {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul class="plain-list">
      {lines.map(({ who, what, badge, withdraw }) => (
        <li key={withdraw ?? `${who} ${what}`}>
          <strong>{who}</strong> <BadgeMark {...badge} /><br />{what}
          {withdraw !== null && (
            <FoldedForm action={withdraw} refusal={refusal} summary="Træk samtykket tilbage" about={who} submit="Træk tilbage fra nu af">
              <p>Det, der er delt før, er stadig delt. Fra nu af må intet mere deles på samtykket.</p>
            </FoldedForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function ConsentForm({ action, form, refusal }: { action: string; form: NonNullable<YouthPageView['consentForm']>; refusal: Refusal | null }): VNode {
  return (
    <FoldedForm action={action} refusal={refusal} summary="Skriv et samtykke ind" submit="Gem samtykket">
      <Select name="givenBy" label="Hvem giver samtykket?" required options={form.givers} />
      <TextField name="recipient" label="Hvem må få noget at vide?" hint="Fx UU, Jobcentret, skolen." required maxLength={200} />
      <Select name="departmentId" label="Er det en af vores enheder?" hint="Vælg enheden, hvis samtykket skal være grundlag for at dele med den." empty="Nej, eller ved ikke" options={form.units} />
      <TextArea name="scope" label="Hvad må der fortælles?" hint="Så konkret som muligt." required rows={2} maxLength={500} />
      <TextArea name="purpose" label="Hvad er formålet?" required rows={2} maxLength={500} />
      <TextField name="givenOn" type="date" label="Hvornår er det givet?" required value={form.today} max={form.today} />
      <TextField name="expiresOn" type="date" label="Gælder til (den første dag, det ikke gælder)" hint={form.expiryHint} />
    </FoldedForm>
  );
}
