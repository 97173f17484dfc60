import type { VNode } from 'preact';
import type { ActionLine } from '../../conclusions/actions/list-actions.js';
import { type GroupedOption, type Option, Select, TextArea, TextField } from '../forms/fields.js';
import { fieldPrefix } from '../forms/field-prefix.js';
import { FoldedForm } from '../forms/folded-form.js';
import { Form } from '../forms/form.js';
import { RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';

/** Another owner, another day or another goal for an agreement, or giving it up with the reason. */
export function EditAction({ youthId, action, owners, goals, refusal }: {
  youthId: string; action: ActionLine; owners: readonly GroupedOption[];
  /** Null for who may not tie it to a goal. */
  goals: readonly Option[] | null;
  refusal: Refusal | null;
}): VNode {
  const at = `/unge/${youthId}/plan/aftaler/${action.id}`;
  return (
    <>
      <RefusalSummary refusal={refusal} prefix={fieldPrefix(refusal?.action ?? '')} />
      <p><a href={`/unge/${youthId}/plan`}>Tilbage til planen</a></p>
      <h1>Ret en aftale</h1>
      <p class="font-lead">{action.text}</p>
      <Form action={at} refusal={refusal} prefix={fieldPrefix(at)} class="form-fields">
        <Select name="ownerId" label="Hvem gør det?" hint="Den ansvarlige kan se den unge, indtil aftalen er gjort." required value={action.owner.id} options={owners} />
        <TextField name="dueOn" type="date" label="Hvornår er det gjort?" required value={action.dueOn} />
        {goals !== null && <Select name="goalId" label="Hvilket mål hjælper det på?" empty="Ikke noget bestemt mål" value={action.goalId ?? ''} options={goals} />}
        <div class="form-actions"><button class="button button-primary" type="submit">Gem aftalen</button></div>
      </Form>
      <section class="youth-part">
        <FoldedForm action={`${at}/opgiv`} refusal={refusal} summary="Aftalen skal ikke gøres" submit="Opgiv aftalen">
          <TextArea name="reason" label="Hvorfor?" required rows={3} maxLength={1000} />
        </FoldedForm>
      </section>
    </>
  );
}
