import type { VNode } from 'preact';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { BadgeMark } from '../youth/youth-parts.js';
import type { FindingView } from './finding.view.js';
import { OTHER, Times } from './times.js';

/** When can it be? The times with one button each. */
export function FindTime({ view, refusal, notice }: { view: FindingView; refusal: Refusal | null; notice: string | null }): VNode {
  return (
    <div class="finding">
      <RefusalSummary refusal={refusal} prefix={OTHER} />
      <Notice text={refusal === null ? notice : null} />
      <h1>Find en tid</h1>
      <p class="font-lead">{view.whoHref === null ? view.who : <a href={view.whoHref}>{view.who}</a>}</p>
      <p>{view.facts} <BadgeMark {...view.badge} /> {view.urgent && <BadgeMark text="Haster" tone="error" />}</p>
      {view.instead !== null && <p>{view.instead.text} <a href={view.instead.href}>{view.instead.link}</a></p>}
      {view.times !== null && !view.chooses && <p>Den, der har bedt om mødet, den koordinerende sagsbehandler eller K-mødesekretæren vælger tiden.</p>}
      {view.times !== null && (
        <section aria-labelledby="tider">
          <h2 id="tider">Ledige tider, den bedste først</h2>
          <Times action={view.action} times={view.times} others={view.others} button="Book" chooses={view.chooses} refusal={refusal} />
        </section>
      )}
      <p><a href={view.referralHref}>Se anmodningen</a></p>
    </div>
  );
}
