import type { VNode } from 'preact';
import type { Refusal } from '../../forms/refusal.js';
import { ItemFrame, type ItemFrameProps, ItemPart } from '../item-frame.js';
import type { BeforeView } from './before.view.js';
import { Bases } from './bases.js';
import { Calling } from './calling.js';
import { Participants } from './participants.js';
import { Preparations } from './preparations.js';
import { Steps } from './steps.js';
import { YouthAnswer } from './youth-answer.js';

/** The item before the meeting: is it ready, and what is still to be done. */
export function Before({ view, refusal, notice }: { view: BeforeView; refusal: Refusal | null; notice: ItemFrameProps['notice'] }): VNode {
  return (
    <ItemFrame head={view.head} tab="foer" refusal={refusal} notice={notice}>
      {view.cancelled !== null && <Cancelled reason={view.cancelled} at={view.at} />}
      {view.lights.length > 0 && <Readiness lights={view.lights} at={view.at} />}
      <dl class="key-facts">
        {view.facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}
        {view.link !== null && <div><dt>Videomøde</dt><dd><a href={view.link} rel="noreferrer">Åbn mødet</a></dd></div>}
      </dl>
      <div class="part-pair">
        <ItemPart id="deltagere" heading="Hvem kommer"><Participants view={view} refusal={refusal} /></ItemPart>
        {view.youth !== null && <ItemPart id="den-unge" heading="Den unges svar"><YouthAnswer view={view} youth={view.youth} refusal={refusal} /></ItemPart>}
      </div>
      {view.bases.length > 0 && <ItemPart id="grundlag" heading="Grundlag for at dele"><Bases view={view} refusal={refusal} /></ItemPart>}
      <ItemPart id="forberedelse" heading="Forberedelse"><Preparations view={view} refusal={refusal} /></ItemPart>
      <ItemPart id="trin" heading="Dagsorden for punktet"><Steps view={view} refusal={refusal} /></ItemPart>
      {view.handles && <ItemPart id="flyt" heading="Flyt eller aflys"><Calling view={view} refusal={refusal} /></ItemPart>}
    </ItemFrame>
  );
}

function Readiness({ lights, at }: { lights: BeforeView['lights']; at: string }): VNode {
  const missing = lights.filter(({ ready }) => !ready).length;
  return (
    <section class="item-ready" aria-labelledby="klar">
      <h2 id="klar">{missing === 0 ? 'Punktet er klar' : missing === 1 ? 'Én ting mangler' : `${missing} ting mangler`}</h2>
      <ul class="readiness">
        {lights.map((light) => (
          <li key={light.text} class={light.ready ? 'is-ready' : 'is-missing'}>
            <span class="sign" aria-hidden="true">{light.ready ? '✓' : '✕'}</span>
            {light.ready ? <span>{light.text}<span class="sr-only"> (klar)</span></span> : <span><a href={`#${light.part}`}>{light.text}</a><span class="sr-only"> (mangler)</span></span>}
          </li>
        ))}
      </ul>
      <p><a class="button button-primary" href={`${at}/moede`}>Gå til mødet</a></p>
    </section>
  );
}

function Cancelled({ reason, at }: { reason: string; at: string }): VNode {
  return (
    <div class="alert alert-warning">
      <div class="alert-body">
        <p class="alert-heading">Punktet er aflyst</p>
        <p class="alert-text">{reason}</p>
        <p><a href={`${at}/moede`}>Læs, hvad der stod på tavlen</a></p>
      </div>
    </div>
  );
}
