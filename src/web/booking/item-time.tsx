import type { VNode } from 'preact';
import { ActionButton, Form } from '../forms/form.js';
import { RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { BadgeMark } from '../youth/youth-parts.js';
import type { ItemTimeView } from './item-time.view.js';
import { OTHER, Times } from './times.js';

/** When an item is, what comes next, and another time for it. */
export function ItemTime({ view, refusal }: { view: ItemTimeView; refusal: Refusal | null }): VNode {
  return (
    <div class="finding">
      <RefusalSummary refusal={refusal} prefix={OTHER} />
      {refusal === null && view.notice !== null && <Done view={view} notice={view.notice} />}
      <h1>{view.when}</h1>
      <p class="font-lead">{view.whoHref === null ? view.who : <a href={view.whoHref}>{view.who}</a>}</p>
      <p>{view.facts} {view.state !== null && <BadgeMark text={view.state} tone="info" />}</p>
      <section aria-labelledby="naeste">
        <h2 id="naeste">Nu mangler du</h2>
        <ul>
          {view.asksYouth && <li><a href={`${view.item}#den-unge`}>Spørg den unge om tid og deltagere</a>, og sig, at en bisidder må komme med</li>}
          <li><a href={view.item}>Gør punktet klar</a>: grundlag, forberedelse og dagsorden</li>
        </ul>
      </section>
      <section aria-labelledby="hvem">
        <h2 id="hvem">Hvem kommer</h2>
        <ul>{view.people.map((person) => <li key={person}>{person}</li>)}</ul>
      </section>
      {view.times !== null && (
        <section aria-labelledby="flyt">
          <h2 id="flyt">Flyt eller aflys</h2>
          <details open={!view.folded}>
            <summary>Flyt til en anden tid</summary>
            <Times action={view.action} times={view.times} others={view.others} button="Flyt hertil" chooses refusal={refusal} />
          </details>
          <p><a href={`${view.item}#flyt`}>Aflys punktet</a></p>
        </section>
      )}
    </div>
  );
}

/** What was just done. The button goes away when its time is up; sent later, the server says what to do instead. */
function Done({ view: { undo, back, action }, notice }: { view: ItemTimeView; notice: string }): VNode {
  return (
    <div class="alert alert-success" role="status">
      <div class="alert-body">
        <p class="alert-text">{notice}</p>
        {undo !== null && (
          <Form action={undo.action} class="inline-form" data={{ 'data-undo': String(undo.seconds) }}>
            <button class="button button-secondary" type="submit">Fortryd<span data-seconds="" aria-hidden="true" /></button>
          </Form>
        )}
        {back !== null && <ActionButton action={action} text="Flyt tilbage" fields={{ slotId: back }} />}
      </div>
    </div>
  );
}
