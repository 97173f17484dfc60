import type { VNode } from 'preact';
import type { AdministrationPart } from './administration-parts.data.js';

export function Administration({ parts }: { parts: readonly AdministrationPart[] }): VNode {
  return (
    <>
      <h1>Administration</h1>
      <p class="font-lead">Kommunens egne oplysninger. Her står intet om de unge.</p>
      <ul class="plain-list">
        {parts.map(({ href, text, about }) => <li key={href}><strong><a href={href}>{text}</a></strong><br />{about}</li>)}
      </ul>
    </>
  );
}

/** The way back from a part. */
export function BackToAdministration(): VNode {
  return <p class="not-on-paper"><a href="/administration">Tilbage til administration</a></p>;
}
