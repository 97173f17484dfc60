import type { VNode } from 'preact';
import { Coordination } from './coordination.js';
import type { FormProblem } from './form-problem.js';
import { NetworkMap } from './network-map.js';
import { Timeline } from './timeline.js';
import { Deadlines } from './youth-deadlines.js';
import type { YouthPageView } from './youth-page.view.js';
import { Bases, CallList, Items, Part, People, PlanLinks } from './youth-parts.js';

const PARTS = [
  ['koordinering', 'Koordinerende sagsbehandler'],
  ['ring', 'Hvem ringer jeg til?'],
  ['tidslinje', 'Tidslinje'],
  ['frister', 'Frister'],
  ['moeder', 'K-møder'],
  ['netvaerk', 'Netværk'],
  ['grundlag', 'Grundlag for at dele'],
  ['plan', 'Plan'],
  ['historik', 'Hvem har koordineret?'],
] as const;

export interface YouthOverviewProps {
  readonly view: YouthPageView;
  readonly notice: string | null;
  readonly problem: FormProblem | null;
}

export function YouthOverview({ view, notice, problem }: YouthOverviewProps): VNode {
  return (
    <>
      {problem !== null && <ProblemSummary {...problem} />}
      {notice !== null && <div class="alert alert-success" role="status"><div class="alert-body"><p class="alert-text">{notice}</p></div></div>}
      <h1>{view.name}</h1>
      <p class="font-lead">{`${view.age} · CPR ${view.cpr}`}</p>
      {view.protected && <Protection />}
      <dl class="key-facts">{view.facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      <nav class="on-page" aria-label="På siden"><ul>{PARTS.map(([id, text]) => <li key={id}><a href={`#${id}`}>{text}</a></li>)}</ul></nav>
      <YouthParts view={view} problem={problem} />
    </>
  );
}

function YouthParts({ view, problem }: Omit<YouthOverviewProps, 'notice'>): VNode {
  return (
    <>
      <div class="part-pair">
        <Part id="koordinering" heading="Koordinerende sagsbehandler"><Coordination {...view} problem={problem} /></Part>
        <Part id="ring" heading="Hvem ringer jeg til?"><CallList call={view.call} /></Part>
      </div>
      <Part id="tidslinje" heading="Tidslinje"><Timeline {...view.timeline} /></Part>
      <Part id="frister" heading="Frister"><Deadlines {...view.deadlines} problem={problem} /></Part>
      <Part id="moeder" heading="K-møder"><Items {...view} /></Part>
      <Part id="netvaerk" heading="Netværk">
        {view.network.length > 0 && <NetworkMap {...view.map} />}
        <h3>Personer</h3>
        <People people={view.network} none="Ingen står på netværkskortet endnu." />
        <h3>Forældremyndighed</h3>
        <People people={view.custody} none="Ingen forældremyndighedsindehaver er skrevet på." />
      </Part>
      <Part id="grundlag" heading="Grundlag for at dele">
        <h3>Det næste K-møde</h3>
        <Bases lines={view.bases ?? []} none={view.bases === null ? 'Intet K-møde er planlagt.' : 'Ingen andre områder skal høre punktet.'} />
        <h3>Samtykker</h3>
        <Bases lines={view.consents} none="Der er ingen samtykker." />
      </Part>
      <div class="part-pair">
        <Part id="plan" heading="Plan"><PlanLinks {...view} /></Part>
        <Part id="historik" heading="Hvem har koordineret?">
          {view.history.length === 0 ? <p>Ingen endnu.</p> : <ul class="plain-list">{view.history.map((line) => <li key={line}>{line}</li>)}</ul>}
        </Part>
      </div>
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

function ProblemSummary({ message, field }: FormProblem): VNode {
  return (
    <div class="alert alert-error" role="alert">
      <div class="alert-body">
        <p class="alert-heading">Det blev ikke gemt</p>
        <p class="alert-text">{field === null ? message : <a href={`#${field}`}>{message}</a>}</p>
      </div>
    </div>
  );
}
