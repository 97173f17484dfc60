import type { VNode } from 'preact';
import { fieldPrefix } from '../forms/field-prefix.js';
import { ActionButton } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { Coordination } from './coordination.js';
import { Timeline } from './timeline.js';
import { Deadlines } from './youth-deadlines.js';
import type { YouthNotice } from './youth-notices.js';
import type { YouthPageView } from './youth-page.view.js';
import { CallList, Items, NextStep, Part, PlanLinks } from './youth-parts.js';
import { People } from './youth-people.js';
import { Measures, RecordForms } from './youth-record.js';
import { Sharing } from './youth-sharing.js';

const PARTS = [
  ['koordinering', 'Koordinerende sagsbehandler'],
  ['ring', 'Hvem ringer jeg til?'],
  ['tidslinje', 'Tidslinje'],
  ['frister', 'Frister'],
  ['moeder', 'K-møder'],
  ['indsatser', 'Indsatser'],
  ['netvaerk', 'Netværk'],
  ['grundlag', 'Grundlag for at dele'],
  ['plan', 'Plan'],
  ['historik', 'Hvem har koordineret?'],
] as const;

export interface YouthOverviewProps {
  readonly view: YouthPageView;
  readonly notice: YouthNotice | null;
  readonly refusal: Refusal | null;
}

export function YouthOverview({ view, notice, refusal }: YouthOverviewProps): VNode {
  const parts = view.recordForms === null ? PARTS : [...PARTS, ['oplysninger', 'Oplysninger'] as const];
  return (
    <>
      <RefusalSummary refusal={refusal} prefix={fieldPrefix(refusal?.action ?? '')} />
      <Notice text={refusal === null ? (notice?.text ?? null) : null}>{notice !== null && notice.undo !== null && <ActionButton action={notice.undo} text="Fortryd" />}</Notice>
      <h1>{view.name}</h1>
      <p class="font-lead">{`${view.age} · CPR ${view.cpr}`}</p>
      {view.protected && <Protection />}
      {view.nextStep !== null && <NextStep {...view.nextStep} />}
      <dl class="key-facts">{view.facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      <nav class="on-page" aria-label="På siden"><ul>{parts.map(([id, text]) => <li key={id}><a href={`#${id}`}>{text}</a></li>)}</ul></nav>
      <YouthParts view={view} refusal={refusal} />
    </>
  );
}

function YouthParts({ view, refusal }: Omit<YouthOverviewProps, 'notice'>): VNode {
  return (
    <>
      <div class="part-pair">
        <Part id="koordinering" heading="Koordinerende sagsbehandler"><Coordination {...view} refusal={refusal} /></Part>
        <Part id="ring" heading="Hvem ringer jeg til?"><CallList call={view.call} /></Part>
      </div>
      <Part id="tidslinje" heading="Tidslinje"><Timeline {...view.timeline} /></Part>
      <Part id="frister" heading="Frister"><Deadlines {...view.deadlines} refusal={refusal} /></Part>
      <div class="part-pair">
        <Part id="moeder" heading="K-møder"><Items {...view} /></Part>
        <Part id="indsatser" heading="Indsatser"><Measures id={view.id} today={view.today} measures={view.measures} units={view.units} refusal={refusal} /></Part>
      </div>
      <Part id="netvaerk" heading="Netværk"><People {...view} refusal={refusal} /></Part>
      <Part id="grundlag" heading="Grundlag for at dele"><Sharing {...view} refusal={refusal} /></Part>
      <div class="part-pair">
        <Part id="plan" heading="Plan"><PlanLinks {...view} /></Part>
        <Part id="historik" heading="Hvem har koordineret?">
          {view.history.length === 0 ? <p>Ingen endnu.</p> : <ul class="plain-list">{view.history.map((line) => <li key={line}>{line}</li>)}</ul>}
        </Part>
      </div>
      {view.recordForms !== null && <Part id="oplysninger" heading="Oplysninger"><RecordForms id={view.id} forms={view.recordForms} refusal={refusal} /></Part>}
    </>
  );
}

function Protection(): VNode {
  return (
    <div class="alert alert-warning">
      <div class="alert-body">
        <p class="alert-heading">Navne- og adressebeskyttelse</p>
        <p class="alert-text">Siden viser ikke, hvor den unge bor eller går i skole. Fortæl det heller ikke videre.</p>
      </div>
    </div>
  );
}
