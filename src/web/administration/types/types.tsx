import type { VNode } from 'preact';
import { BackToAdministration } from '../administration.js';
import type { TypeView } from './types.view.js';

export function Types({ types }: { types: readonly TypeView[] }): VNode {
  return (
    <>
      <h1>Typer af punkter</h1>
      <p class="font-lead">Hvad hver type kræver. Typerne følger med systemet og er daterede, fordi love ændres.</p>
      {types.map(({ id, label, facts }) => (
        <section key={id}>
          <h2>{label}</h2>
          <dl class="type-facts">{facts.map((fact) => <div key={fact.label}><dt>{fact.label}</dt><dd>{fact.text}</dd></div>)}</dl>
        </section>
      ))}
      <BackToAdministration />
    </>
  );
}
