import type { VNode } from 'preact';
import { Select } from '../forms/fields.js';
import type { DifferenceLine, DifferenceView } from './difference.view.js';
import type { EditionView } from './plan-page.view.js';

/** What is new, changed and gone, each under its own heading. */
export function Difference({ view }: { view: DifferenceView }): VNode {
  if (view.count === 0) return <p>Der er ingen forskel på de to udgaver.</p>;
  return (
    <div class="difference">
      <Lines heading="Nyt" lines={view.added} />
      <Lines heading="Ændret" lines={view.changed} />
      <Lines heading="Ikke længere med" lines={view.gone} />
    </div>
  );
}

function Lines({ heading, lines }: { heading: string; lines: readonly DifferenceLine[] }): VNode | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 class="h4">{`${heading} (${lines.length})`}</h2>
      <ul class="plain-list">
        {lines.map(({ what, details }) => <li key={what}><strong>{what}</strong>{details.map((detail) => <span key={detail} class="detail">{detail}</span>)}</li>)}
      </ul>
    </section>
  );
}

/** The editions with their files, the plan as it stands, and the form that compares two. */
export function Editions({ base, youthId, editions, plan }: { base: string; youthId: string; editions: readonly EditionView[]; plan: boolean }): VNode {
  if (!plan) return <p>Når der står noget i planen, kan du hente den som PDF og i en kort udgave i letlæst sprog.</p>;
  return (
    <>
      <ul class="plain-list">
        <li><strong>Kladden, som den står nu</strong><br /><Files youthId={youthId} edition="kladde" read={`${base}/kort?version=kladde`} about="kladden" /></li>
        {editions.map(({ number, name, by }) => (
          <li key={number}><a href={`${base}/udgaver/${number}`}>{name}</a><br />{by}<br /><Files youthId={youthId} edition={String(number)} read={`${base}/kort?version=${number}`} about={name} /></li>
        ))}
      </ul>
      {editions.length > 0 && <Compare base={base} editions={editions} />}
    </>
  );
}

function Files({ youthId, edition, read, about }: { youthId: string; edition: string; read: string; about: string }): VNode {
  const more = <span class="sr-only">{`: ${about}`}</span>;
  return (
    <span class="files">
      <a href={read}>Kort fortalt{more}</a>{' · '}<a href={`/unge/${youthId}/plan.pdf?version=${edition}`}>PDF{more}</a>{' · '}
      <a href={`/unge/${youthId}/plan-kort.pdf?version=${edition}`}>Kort fortalt som PDF{more}</a>
    </span>
  );
}

/** Any two, also the plan as it stands. */
export function Compare({ base, editions, from, to }: { base: string; editions: readonly EditionView[]; from?: string; to?: string }): VNode {
  const options = [{ value: 'kladde', label: 'Kladden, som den står nu' }, ...editions.map(({ number, name }) => ({ value: String(number), label: name }))];
  return (
    <form method="get" action={`${base}/forskel`} class="overview-filter compare-editions not-on-paper">
      <Select name="fra" label="Sammenlign" required value={from ?? String(editions[1]?.number ?? editions[0]?.number ?? '')} options={options} />
      <Select name="til" label="med" required value={to ?? 'kladde'} options={options} />
      <button class="button button-secondary" type="submit">Vis forskellen</button>
    </form>
  );
}
