import type { VNode } from 'preact';
import type { PlanGoal } from '../../plans/plan-content.js';
import { topicLabel } from '../../plans/plan-codes.js';
import { Select, TextArea, TextField } from '../forms/fields.js';
import { Form } from '../forms/form.js';
import { RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { TOPIC_OPTIONS } from './plan-words.js';

/** Rewrites a goal. When somebody else has saved meanwhile, both stand here: what was typed, and what the plan says now. */
export function EditGoal({ youthId, version, goal, refusal }: { youthId: string; version: number; goal: PlanGoal; refusal: Refusal | null }): VNode {
  const action = `/unge/${youthId}/plan/maal/${goal.id}`;
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <p><a href={`/unge/${youthId}/plan`}>Tilbage til planen</a></p>
      <h1>Ret et mål</h1>
      {refusal?.code === 'changed_meanwhile' && <StandsNow {...goal} />}
      <Form action={action} refusal={refusal} class="form-fields">
        <input type="hidden" name="version" value={version} />
        <TextField name="title" label="Målet" hint="Som den unge ville sige det: »Jeg vil …«" required maxLength={300} value={goal.title} />
        <TextArea name="ownWords" label="Den unges egne ord" rows={4} maxLength={2000} value={goal.ownWords ?? ''} />
        <Select name="topic" label="Hvad handler det om?" required value={goal.topic} options={TOPIC_OPTIONS} />
        <div class="form-actions"><button class="button button-primary" type="submit">Gem målet</button></div>
      </Form>
    </>
  );
}

function StandsNow({ title, ownWords, topic }: PlanGoal): VNode {
  return (
    <div class="alert alert-info">
      <div class="alert-body">
        <h2 class="alert-heading">Sådan står målet nu</h2>
        <p class="alert-text"><strong>{title}</strong>{` (${topicLabel(topic)})`}</p>
        {ownWords !== null && <p class="alert-text">{`»${ownWords}«`}</p>}
        <p class="alert-text">Det, du skrev, står nedenfor. Gem igen, hvis det skal stå i stedet.</p>
      </div>
    </div>
  );
}
