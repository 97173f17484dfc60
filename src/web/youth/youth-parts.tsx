import type { ComponentChildren, VNode } from 'preact';
import type { Badge } from '../words/youth-words.js';
import type { ItemView, YouthPageView } from './youth-page.view.js';

/** A part of the page that the list at the top leads to. */
export function Part({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }): VNode {
  return (
    <section class="youth-part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>{heading}</h2>
      {children}
    </section>
  );
}

/** A short word in colour; the word alone says all. */
export function BadgeMark({ text, tone }: Badge): VNode {
  return <span class={`badge badge-${tone}`}>{text}</span>;
}

/** The one thing to do next, before everything else on the page. */
export function NextStep({ text, why, href }: NonNullable<YouthPageView['nextStep']>): VNode {
  return (
    <section class="next-step" aria-labelledby="naeste-skridt">
      <h2 id="naeste-skridt">Næste skridt</h2>
      <p class="font-lead">{href === null ? text : <a href={href}>{text}</a>}</p>
      {why !== null && <p>{why}</p>}
    </section>
  );
}

/** Whom to call in each unit that is part of the case. */
export function CallList({ call }: Pick<YouthPageView, 'call'>): VNode {
  if (call.length === 0) return <p>Ingen enhed er med i sagen endnu.</p>;
  return (
    <ul class="plain-list">
      {call.map(({ unit, name, phone }) => (
        <li key={unit}>
          <strong>{unit}</strong><br />
          {name ?? 'Ingen vagt er skrevet på'}{phone !== null && <>, <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a></>}
        </li>
      ))}
    </ul>
  );
}

/** Meetings to come in full, those of the past folded. */
export function Items({ coming, past, ask }: Pick<YouthPageView, 'coming' | 'past' | 'ask'>): VNode {
  return (
    <>
      {coming.length === 0 && <p>Intet K-møde er planlagt.</p>}
      {coming.length > 0 && <ItemList items={coming} />}
      {ask !== null && <p><a href={ask}>Bed om K-møde</a></p>}
      {past.length > 0 && (
        <details>
          <summary>{`Tidligere og aflyste (${past.length})`}</summary>
          <ItemList items={past} />
        </details>
      )}
    </>
  );
}

function ItemList({ items }: { items: readonly ItemView[] }): VNode {
  return (
    <ul class="plain-list">
      {items.map(({ id, time, type, state, urgent }) => (
        <li key={id}>
          <a href={`/punkter/${id}`}>{time}</a><br />{type}{' '}
          {urgent && <BadgeMark text="Haster" tone="error" />}{' '}{state !== null && <BadgeMark text={state} tone="info" />}
        </li>
      ))}
    </ul>
  );
}

/** The plan to work in, and its approved versions to print. */
export function PlanLinks({ id, plan }: Pick<YouthPageView, 'id' | 'plan'>): VNode {
  return (
    <>
      <p><a href={`/unge/${id}/plan`}>Åbn planen</a></p>
      {plan.length === 0 && <p>Planen er ikke godkendt endnu, så der er ingen PDF.</p>}
      {plan.length > 0 && <ul class="plain-list">{plan.map(({ number, text, href }) => <li key={number}><a href={href}>{`${text} (PDF)`}</a></li>)}</ul>}
    </>
  );
}
