import type { VNode } from 'preact';
import { Select, TextField, Tick } from '../forms/fields.js';
import { FoldedForm } from '../forms/folded-form.js';
import { ActionButton } from '../forms/form.js';
import type { Refusal } from '../forms/refusal.js';
import type { MeasureView, RecordFormsView, UnitOption } from './youth-record.view.js';

interface WithForms {
  readonly id: string;
  readonly today: string;
  readonly refusal: Refusal | null;
}

/** Indsatser: who gives the youth what, and the forms that begin and end one. */
export function Measures({ id, today, measures, units, refusal }: WithForms & { measures: readonly MeasureView[]; units: readonly UnitOption[] | null }): VNode {
  const base = `/unge/${id}/indsatser`;
  return (
    <>
      {measures.length === 0 && <p>Ingen indsatser er skrevet ind.</p>}
      {measures.length > 0 && <ul class="plain-list">{measures.map((measure) => <Measure key={measure.id} base={base} measure={measure} today={today} refusal={refusal} />)}</ul>}
      {units !== null && (
        <FoldedForm action={base} refusal={refusal} summary="Skriv en indsats ind" submit="Gem indsatsen">
          <p>Enheden kan se den unge, så længe indsatsen løber.</p>
          <Select name="departmentId" label="Hvilken enhed giver indsatsen?" required empty="Vælg en enhed" options={units} />
          <TextField name="title" label="Hvad er indsatsen?" required maxLength={200} />
          <TextField name="act" label="Lov" hint="Fx barnets lov eller serviceloven." maxLength={100} />
          <TextField name="section" label="Paragraf" hint="Fx § 32, stk. 1, nr. 3." maxLength={50} />
          <TextField name="startsOn" type="date" label="Første dag" required value={today} />
          <TextField name="endsOn" type="date" label="Sidste dag" />
        </FoldedForm>
      )}
    </>
  );
}

function Measure({ base, measure: { id, title, facts, mayEnd, mayContinue }, today, refusal }: Omit<WithForms, 'id'> & { base: string; measure: MeasureView }): VNode {
  return (
    <li>
      <strong>{title}</strong><br />{facts}
      {mayContinue && <> <ActionButton action={`${base}/${id}/fortsaet`} text="Fortsætter alligevel" about={title} /></>}
      {mayEnd && (
        <FoldedForm action={`${base}/${id}/slut`} refusal={refusal} summary="Sæt slutdato" about={title} submit="Gem slutdatoen">
          <TextField name="endsOn" type="date" label="Sidste dag med indsatsen" hint="Når dagen er gået, kan enheden ikke længere se den unge på grund af indsatsen." required value={today} />
        </FoldedForm>
      )}
    </li>
  );
}

/** Correcting what is known, protection, and the CPR number in full. */
export function RecordForms({ id, forms, refusal }: { id: string; forms: RecordFormsView; refusal: Refusal | null }): VNode {
  const { values, hidden } = forms;
  const kept = hidden ? { hint: 'Vises ikke på grund af beskyttelse. Skriv kun noget, hvis det skal ændres.' } : {};
  return (
    <>
      <FoldedForm action={`/unge/${id}/oplysninger`} refusal={refusal} summary="Ret navn, skole og handlekommune" submit="Gem rettelsen">
        <TextField name="firstName" label="Fornavn" required maxLength={100} value={values.firstName} />
        <TextField name="lastName" label="Efternavn" required maxLength={100} value={values.lastName} />
        <TextField name="school" label="Skole" maxLength={200} value={values.school} {...kept} />
        <TextField name="schoolGrade" label="Klasse" maxLength={50} value={values.schoolGrade} {...kept} />
        <Tick name="specialSchool" label="Går på specialskole" hint="Fristerne for unge på specialskole gælder så." checked={values.specialSchool} />
        <TextField name="actingMunicipality" label="Handlekommune, hvis det er en anden end vores" maxLength={100} value={values.actingMunicipality} {...kept} />
      </FoldedForm>
      {forms.protection !== null && (
        <details class="folded-form" open={refusal?.action === `/unge/${id}/beskyttelse`}>
          <summary>{forms.protection.summary}</summary>
          <p>{forms.protection.text}</p>
          <ActionButton action={`/unge/${id}/beskyttelse`} text={forms.protection.button} fields={{ protection: forms.protection.to }} />
        </details>
      )}
      <FoldedForm action={`/unge/${id}/cpr`} refusal={refusal} summary="Vis hele CPR-nummeret" submit="Vis nummeret én gang">
        <TextField name="purpose" label="Hvad skal du bruge det til?" hint="Det, du skriver, og at du har set nummeret, står i loggen." required maxLength={200} />
      </FoldedForm>
    </>
  );
}
