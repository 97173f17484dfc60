import type { VNode } from 'preact';
import { TextArea, TextField } from '../forms/fields.js';
import { ActionButton, Form } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import type { ReviewedYouthView, ReviewView } from './review.view.js';

export interface ReviewProps {
  readonly view: ReviewView;
  readonly refusal: Refusal | null;
  readonly notice: { readonly text: string; readonly undo: string | null } | null;
}

/** One youth at a time, with three ways on. */
export function ReviewPage({ view, refusal, notice }: ReviewProps): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <Notice text={notice?.text ?? null}>{notice !== null && notice.undo !== null && <ActionButton action={`${notice.undo}?view=${view.view}`} text="Fortryd" />}</Notice>
      <h1>Gennemgang</h1>
      <p class="font-lead">{view.heading}</p>
      <p>{view.waiting}</p>
      {view.youth === null ? <Done {...view} /> : <Youth youth={view.youth} view={view} refusal={refusal} />}
      <OtherLists lists={view.lists} />
    </>
  );
}

function Done({ sentence }: Pick<ReviewView, 'sentence'>): VNode {
  return (
    <div class="alert alert-success">
      <div class="alert-body">
        <h2 class="alert-heading">Listen er gennemgået</h2>
        <p class="alert-text">{sentence}</p>
      </div>
    </div>
  );
}

function Youth({ youth, view, refusal }: { youth: ReviewedYouthView; view: ReviewView; refusal: Refusal | null }): VNode {
  const base = `/unge/gennemgang/${youth.id}`;
  const refused = (action: string): boolean => refusal?.action === action;
  return (
    <section class="reviewed" aria-labelledby="ung">
      <h2 id="ung"><a href={`/unge/${youth.id}`}>{youth.name}</a></h2>
      <dl class="key-facts">{youth.facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      <div class="review-choices">
        <a class="button button-primary" href={`/unge/${youth.id}/anmodning`}>Book</a>
        <details open={refused(`${base}/uden-moede`)}>
          <summary class="button button-secondary">Koordineres uden møde</summary>
          <Form action={`${base}/uden-moede?view=${view.view}`} refusal={refusal} class="form-fields">
            <TextArea name="reason" label="Hvad har I aftalt, og hvorfor er et møde ikke nødvendigt?" required rows={3} maxLength={1000} />
            <div class="form-actions"><button class="button button-primary" type="submit">Gem, og gå til den næste</button></div>
          </Form>
        </details>
        <details open={refused(`${base}/senere`)}>
          <summary class="button button-secondary">Vend tilbage den …</summary>
          <Form action={`${base}/senere?view=${view.view}`} refusal={refusal} class="form-fields">
            <TextField name="returnOn" type="date" label="Hvornår skal I se på den unge igen?" hint="Frister og påmindelser gælder imens." required value={view.later.proposed} min={view.later.earliest} max={view.later.latest} />
            <div class="form-actions"><button class="button button-primary" type="submit">Gem, og gå til den næste</button></div>
          </Form>
        </details>
      </div>
    </section>
  );
}

function OtherLists({ lists }: Pick<ReviewView, 'lists'>): VNode {
  return (
    <nav class="not-on-paper" aria-label="Andre lister">
      <h2>Andre lister</h2>
      <ul class="nobullet-list choice-of-list">
        {lists.map(({ code, label, current }) => <li key={code}><a href={`/unge/gennemgang?view=${code}`} aria-current={current ? 'page' : undefined}>{label}</a></li>)}
      </ul>
    </nav>
  );
}
