import type { VNode } from 'preact';
import type { PlainPart, PlainPlan } from '../../plans/plain-plan.js';
import type { PlanAction, PlanContent } from '../../plans/plan-content.js';
import { topicLabel } from '../../plans/plan-codes.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import { BadgeMark } from '../youth/youth-parts.js';
import type { DifferenceView } from './difference.view.js';
import { Compare, Difference } from './editions.js';
import type { EditionView } from './plan-page.view.js';
import { actionBadge, goalBadge, nextContactText } from './plan-words.js';

/** The plan as it was approved. */
export function EditionPage({ youthId, content }: { youthId: string; content: PlanContent }): VNode {
  const { version, goals, otherActions, coordinator, next } = content;
  return (
    <>
      <p><a href={`/unge/${youthId}/plan#udgaver`}>Tilbage til planen</a></p>
      <h1>{`Udgave af ${formatDateLongDanish(dateAt(new Date(content.writtenAt)))}`}</h1>
      <p class="font-lead">{`Planen for ${content.youth.name}, som den blev godkendt. Den ændrer sig ikke.`}</p>
      <dl class="key-facts">
        <div><dt>Koordinerende sagsbehandler</dt><dd>{coordinator?.name ?? 'Ingen'}</dd></div>
        <div><dt>Næste skridt sammen</dt><dd>{nextContactText(next)}</dd></div>
      </dl>
      <p><a href={`/unge/${youthId}/plan.pdf?version=${version}`}>Hent som PDF</a>{' · '}<a href={`/unge/${youthId}/plan/forskel?fra=${version}&til=kladde`}>Se, hvad der er ændret siden</a></p>
      {goals.map(({ id, title, topic, ownWords, state, actions }) => (
        <section key={id} class="goal">
          <h2>{title} <BadgeMark {...goalBadge(state)} /></h2>
          <p class="goal-topic">{topicLabel(topic)}</p>
          {ownWords !== null && <blockquote class="own-words"><p>{`»${ownWords}«`}</p></blockquote>}
          <ActionList actions={actions} />
        </section>
      ))}
      {otherActions.length > 0 && <section class="goal"><h2>Andre aftaler</h2><ActionList actions={otherActions} /></section>}
    </>
  );
}

function ActionList({ actions }: { actions: readonly PlanAction[] }): VNode {
  if (actions.length === 0) return <p>Ingen aftaler.</p>;
  return (
    <ul class="plain-list">
      {actions.map(({ id, text, owner, dueOn, state }) => <li key={id}>{text} <BadgeMark {...actionBadge(state)} /><br />{`${owner.name}, senest ${formatDateLongDanish(dueOn)}`}</li>)}
    </ul>
  );
}

/** What differs between two editions, and the choice of two others. */
export function DifferencePage(
  { youthId, view, editions, from, to, name }: { youthId: string; view: DifferenceView; editions: readonly EditionView[]; from: string; to: string; name: string },
): VNode {
  const base = `/unge/${youthId}/plan`;
  const said = (edition: string): string => editions.find(({ number }) => String(number) === edition)?.name ?? 'Kladden, som den står nu';
  return (
    <>
      <p><a href={`${base}#udgaver`}>{`Tilbage til planen for ${name}`}</a></p>
      <h1>Forskellen på to udgaver</h1>
      <p class="font-lead">{`Fra: ${said(from)}. Til: ${said(to)}.`}</p>
      <Difference view={view} />
      <Compare base={base} editions={editions} from={from} to={to} />
    </>
  );
}

/** The plan in plain language: read together with the youth, so that no menu and no other name is in sight. */
export function PlainPage({ youthId, plan, edition, draft }: { youthId: string; plan: PlainPlan; edition: string; draft: boolean }): VNode {
  return (
    <article class="plain-plan">
      <p class="not-on-paper"><a href={`/unge/${youthId}/plan`}>Tilbage til planen</a>{' · '}<a href={`/unge/${youthId}/plan-kort.pdf?version=${edition}`}>Hent som PDF</a></p>
      <h1>{plan.title}</h1>
      <p class="font-lead">{plan.name}</p>
      <p>{draft ? `Kladde, skrevet ${plan.writtenOn}.` : `Skrevet ${plan.writtenOn}.`}</p>
      {plan.introduction.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {plan.parts.map((part) => <Told key={part.heading} {...part} />)}
    </article>
  );
}

function Told({ heading, sentences, goals }: PlainPart): VNode {
  return (
    <section>
      <h2>{heading}</h2>
      {sentences.map((sentence, index) => <p key={index}>{sentence}</p>)}
      {goals.map((goal, index) => (
        <section key={index}>
          <h3>{goal.title}</h3>
          {goal.sentences.map((sentence, place) => <p key={place}>{sentence}</p>)}
        </section>
      ))}
    </section>
  );
}
