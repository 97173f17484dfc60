import type { VNode } from 'preact';
import { Select, TextArea } from '../forms/fields.js';
import { ActionButton, Form } from '../forms/form.js';
import type { Refusal } from '../forms/refusal.js';
import type { OtherPlacesView, TimesView, TimeView } from './proposals.view.js';

export const OTHER = 'anden-';

export interface TimesProps {
  readonly action: string;
  readonly times: TimesView;
  readonly others: OtherPlacesView;
  /** What the button of each time says. */
  readonly button: string;
  /** Whether the reader may choose. */
  readonly chooses: boolean;
  readonly refusal: Refusal | null;
}

/** The free times, one button each; then why other days are out, and a way to them all the same. */
export function Times({ action, times, others, button, chooses, refusal }: TimesProps): VNode {
  const list = (items: readonly TimeView[]): VNode => <ul class="time-list">{items.map((time) => <Time key={time.slotId} time={time} action={action} button={button} chooses={chooses} />)}</ul>;
  return (
    <>
      {times.deadline !== null && <p>{times.deadline}</p>}
      {times.first.length === 0 && <NoTimes />}
      {times.first.length > 0 && list(times.first)}
      {times.rest.length > 0 && <details><summary>{`Se ${times.rest.length} flere tider`}</summary>{list(times.rest)}</details>}
      {times.out.length > 0 && (
        <details>
          <summary>{`Hvorfor ikke en anden dag? (${times.out.length})`}</summary>
          <ul class="plain-list">{times.out.map(({ id, when, why }) => <li key={id}><strong>{when}</strong><br />{why}</li>)}</ul>
        </details>
      )}
      {chooses && others.options.length > 0 && <Others action={action} others={others} button={button} refusal={refusal} />}
    </>
  );
}

function Time({ time, action, button, chooses }: { time: TimeView; action: string; button: string; chooses: boolean }): VNode {
  return (
    <li>
      <div>
        <strong class="time-when">{time.when}</strong>
        <ul class="time-about">{time.about.map((text) => <li key={text}>{text}</li>)}</ul>
      </div>
      {chooses && <ActionButton action={action} text={button} about={time.when} secondary={false} fields={{ slotId: time.slotId }} />}
    </li>
  );
}

function NoTimes(): VNode {
  return (
    <div class="alert alert-warning">
      <div class="alert-body">
        <p class="alert-heading">Ingen tid passer alle, der skal med</p>
        <p class="alert-text">Se nedenfor, hvad der er i vejen på hver dag. Tag en anden tid med en grund, find en stedfortræder, eller ring til K-mødesekretæren.</p>
      </div>
    </div>
  );
}

function Others({ action, others, button, refusal }: { action: string; others: OtherPlacesView; button: string; refusal: Refusal | null }): VNode {
  const typed = refusal?.values['lateReason'] !== undefined;
  return (
    <details open={typed}>
      <summary>Tag en anden tid alligevel</summary>
      <p>Her står alle frie pladser, også dem efter fristen og med kort varsel. Er en, der skal med, optaget, siger vi det, før noget bliver gemt.</p>
      <Form action={action} refusal={typed ? refusal : null} prefix={OTHER} class="form-fields">
        <Select name="slotId" label="Tid" required empty="Vælg en tid" options={others.options} />
        <TextArea name="lateReason" label="Hvorfor kan det ikke være en af de foreslåede tider?" hint={others.hint} rows={2} maxLength={1000} />
        <div class="form-actions"><button class="button button-secondary" type="submit">{button}</button></div>
      </Form>
    </details>
  );
}
