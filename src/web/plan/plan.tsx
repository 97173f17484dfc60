import type { VNode } from 'preact';
import { Select, TextArea, TextField } from '../forms/fields.js';
import { fieldPrefix } from '../forms/field-prefix.js';
import { FoldedForm } from '../forms/folded-form.js';
import { ActionButton } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { Part } from '../youth/youth-parts.js';
import { Difference, Editions } from './editions.js';
import { Actions, Goal } from './goal.js';
import type { PlanNotice } from './plan-notices.js';
import type { PlanPageView } from './plan-page.view.js';

export interface PlanPageProps {
  readonly view: PlanPageView;
  readonly notice: PlanNotice | null;
  readonly refusal: Refusal | null;
}

/** The one plan of a youth: what the youth wants, who does what, and its editions. */
export function PlanPage({ view, notice, refusal }: PlanPageProps): VNode {
  const base = `/unge/${view.id}/plan`;
  const said = refusal === null ? notice : null;
  return (
    <>
      <RefusalSummary refusal={refusal} prefix={fieldPrefix(refusal?.action ?? '')} />
      <Notice text={said?.text ?? null}>
        {said !== null && said.undo !== null && <ActionButton action={said.undo.action} text="Fortryd" fields={{ ...said.undo.fields, version: String(view.version) }} />}
      </Notice>
      <p><a href={`/unge/${view.id}`}>{`Tilbage til ${view.name}`}</a></p>
      <h1>{`Planen for ${view.name}`}</h1>
      <p class="font-lead">{view.lead}</p>
      <dl class="key-facts">{view.facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      {view.changes !== null && view.changes.count > 0 && (
        <details class="plan-changes"><summary>Se, hvad der er ændret</summary><Difference view={view.changes} /></details>
      )}
      {view.mayApprove && <Approve base={base} />}
      <Goals base={base} view={view} />
      {view.forms !== null && <NewForms base={base} forms={view.forms} refusal={refusal} />}
      <Part id="udgaver" heading="Udgaver"><Editions base={base} youthId={view.id} editions={view.editions} plan={view.version > 0} /></Part>
    </>
  );
}

function Approve({ base }: { base: string }): VNode {
  return (
    <section class="next-step" aria-labelledby="naeste-skridt">
      <h2 id="naeste-skridt">Næste skridt</h2>
      <p>Gå planen igennem med den unge. Når I er enige, godkender du den, og den bliver en udgave, som ikke ændrer sig.</p>
      <ActionButton action={`${base}/godkend`} text="Godkend planen" secondary={false} />
    </section>
  );
}

function Goals({ base, view }: { base: string; view: PlanPageView }): VNode {
  const { open, reached, dropped, others, version, mayWrite } = view;
  const draw = (goal: PlanPageView['open'][number]): VNode => <Goal key={goal.id} base={base} goal={goal} version={version} mayWrite={mayWrite} />;
  return (
    <>
      <Part id="maal" heading="Det vil den unge">{open.length === 0 ? <p>Der er ingen mål i gang.</p> : open.map(draw)}</Part>
      {others.length > 0 && <Part id="andre" heading="Andre aftaler"><Actions base={base} actions={others} caption="Aftaler, der ikke hører til et mål" /></Part>}
      {reached.length > 0 && <Part id="naaet" heading="Nået">{reached.map(draw)}</Part>}
      {dropped.length > 0 && <details class="plan-changes"><summary>{`Ikke længere mål (${dropped.length})`}</summary>{dropped.map(draw)}</details>}
    </>
  );
}

function NewForms({ base, forms, refusal }: { base: string; forms: NonNullable<PlanPageView['forms']>; refusal: Refusal | null }): VNode {
  return (
    <Part id="skriv" heading="Skriv i planen">
      <FoldedForm action={`${base}/maal`} refusal={refusal} summary="Skriv et nyt mål" submit="Gem målet">
        <TextField name="title" label="Målet" hint="Som den unge ville sige det: »Jeg vil …«" required maxLength={300} />
        <TextArea name="ownWords" label="Den unges egne ord" rows={3} maxLength={2000} />
        <Select name="topic" label="Hvad handler det om?" required empty="Vælg" options={forms.topics} />
      </FoldedForm>
      <FoldedForm action={`${base}/aftaler`} refusal={refusal} summary="Skriv en ny aftale" submit="Gem aftalen">
        <TextField name="text" label="Hvad skal der ske?" required maxLength={1000} />
        <Select name="ownerId" label="Hvem gør det?" hint="Den ansvarlige kan se den unge, indtil aftalen er gjort." required empty="Vælg" options={forms.owners} />
        <TextField name="dueOn" type="date" label="Hvornår er det gjort?" required value={forms.due} min={forms.earliest} />
        <Select name="goalId" label="Hvilket mål hjælper det på?" empty="Ikke noget bestemt mål" options={forms.goals} />
      </FoldedForm>
    </Part>
  );
}
