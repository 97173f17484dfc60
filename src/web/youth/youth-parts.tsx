import type { ComponentChildren, VNode } from 'preact';
import type { Badge } from '../words/youth-words.js';
import type { BasisView, ItemView, PersonView, YouthPageView } from './youth-page.view.js';

/** A part of the page that the list at the top leads to. */
export function Part({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }): VNode {
  return (
    <section class="youth-part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>{heading}</h2>
      {children}
    </section>
  );
}

export function BadgeMark({ text, tone }: Badge): VNode {
  return <span class={`badge badge-${tone}`}>{text}</span>;
}

export function CallList({ call }: Pick<YouthPageView, 'call'>): VNode {
  if (call.length === 0) return <p>Ingen afdeling er med i sagen endnu.</p>;
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

export function Items({ coming, past }: Pick<YouthPageView, 'coming' | 'past'>): VNode {
  return (
    <>
      {coming.length === 0 && <p>Intet K-møde er planlagt.</p>}
      {coming.length > 0 && <ItemList items={coming} />}
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
          {time}<br />{type}{' '}
          {urgent && <BadgeMark text="Haster" tone="error" />}{' '}{state !== null && <BadgeMark text={state} tone="info" />}
        </li>
      ))}
    </ul>
  );
}

export function People({ people, none }: { people: readonly PersonView[]; none: string }): VNode {
  if (people.length === 0) return <p>{none}</p>;
  return <ul class="plain-list">{people.map(({ id, who, facts }) => <li key={id}><strong>{who}</strong><br />{facts}</li>)}</ul>;
}

export function Bases({ lines, none }: { lines: readonly BasisView[]; none: string }): VNode {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul class="plain-list">
      {lines.map(({ who, what, badge }) => <li key={`${who} ${what}`}><strong>{who}</strong> <BadgeMark {...badge} /><br />{what}</li>)}
    </ul>
  );
}

export function PlanLinks({ plan }: Pick<YouthPageView, 'plan'>): VNode {
  return (
    <>
      {plan.length === 0 && <p>Planen er ikke godkendt endnu, så der er ingen PDF.</p>}
      {plan.length > 0 && <ul class="plain-list">{plan.map(({ number, text, href }) => <li key={number}><a href={href}>{`${text} (PDF)`}</a></li>)}</ul>}
    </>
  );
}
