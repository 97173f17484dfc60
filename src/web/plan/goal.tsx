import type { VNode } from 'preact';
import { ActionButton } from '../forms/form.js';
import { BadgeMark } from '../youth/youth-parts.js';
import type { ActionView, GoalView } from './plan-page.view.js';

/** A goal with its agreements, and what the coordinating caseworker can do with it. */
export function Goal({ base, goal, version, mayWrite }: { base: string; goal: GoalView; version: number; mayWrite: boolean }): VNode {
  const { id, title, topic, ownWords, badge, actions } = goal;
  return (
    <section class="goal" aria-labelledby={`maal-${id}`}>
      <h3 id={`maal-${id}`}>{title} <BadgeMark {...badge} /></h3>
      <p class="goal-topic">{topic}</p>
      {ownWords !== null && <blockquote class="own-words"><p>{`»${ownWords}«`}</p></blockquote>}
      {actions.length === 0 ? <p>Ingen aftaler endnu.</p> : <Actions base={base} actions={actions} caption={`Aftaler om: ${title}`} />}
      {mayWrite && <GoalButtons base={base} goal={goal} version={String(version)} />}
    </section>
  );
}

function GoalButtons({ base, goal: { id, title, open, mayGoUp, mayGoDown }, version }: { base: string; goal: GoalView; version: string }): VNode {
  const at = `${base}/maal/${id}`;
  const status = (state: string, text: string): VNode => <ActionButton action={`${at}/status`} text={text} about={title} fields={{ state, version }} />;
  return (
    <details class="goal-buttons not-on-paper">
      <summary>Ret, flyt eller luk målet<span class="sr-only">{`: ${title}`}</span></summary>
      <div class="button-row">
        <a class="button button-secondary" href={at}>Ret<span class="sr-only">{`: ${title}`}</span></a>
        {open ? <>{status('reached', 'Målet er nået')}{status('dropped', 'Ikke længere et mål')}</> : status('open', 'I gang igen')}
        {mayGoUp && <ActionButton action={`${at}/flyt`} text="Flyt op" about={title} fields={{ direction: 'up', version }} />}
        {mayGoDown && <ActionButton action={`${at}/flyt`} text="Flyt ned" about={title} fields={{ direction: 'down', version }} />}
      </div>
    </details>
  );
}

/** Who does what by when. */
export function Actions({ base, actions, caption }: { base: string; actions: readonly ActionView[]; caption: string }): VNode {
  return (
    <table class="table table--compact stacking-table">
      <caption class="sr-only">{caption}</caption>
      <thead><tr><th scope="col">Hvad</th><th scope="col">Hvem</th><th scope="col">Senest</th><th scope="col">Status</th></tr></thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id}>
            <th scope="row">{action.text}</th>
            <td>{action.who}</td>
            <td>{action.due}</td>
            <td><BadgeMark {...action.badge} />{action.mine && <ActionButtons base={base} action={action} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ActionButtons({ base, action: { id, text, open } }: { base: string; action: ActionView }): VNode {
  const at = `${base}/aftaler/${id}`;
  return (
    <div class="row-actions not-on-paper">
      {open ? <ActionButton action={`${at}/gjort`} text="Gjort" about={text} /> : <ActionButton action={`${at}/genaabn`} text="I gang igen" about={text} />}
      {open && <a href={at}>Ret eller opgiv<span class="sr-only">{`: ${text}`}</span></a>}
    </div>
  );
}
