import type { VNode } from 'preact';
import { ActionButton } from '../../forms/form.js';
import type { Refusal } from '../../forms/refusal.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import { ItemFrame, type ItemFrameProps, ItemPart } from '../item-frame.js';
import type { ResultView } from './result.view.js';

/** How the item ended, and what to hand over now. */
export function Result({ view, refusal, notice }: { view: ResultView; refusal: Refusal | null; notice: ItemFrameProps['notice'] }): VNode {
  return (
    <ItemFrame head={view.head} tab="resultat" refusal={refusal} notice={notice}>
      <p class="font-lead">{view.outcome}</p>
      <p class="button-row">
        <a class="button button-primary" href={`${view.at}/det-aftalte-vi.pdf`}>Det aftalte vi (PDF)</a>
        <a class="button button-secondary" href={`${view.at}/det-aftalte-vi`}>Læs, print eller kopiér</a>
      </p>
      <dl class="key-facts">
        {view.coordinator !== null && <div><dt>Koordinerende sagsbehandler</dt><dd>{view.coordinator}</dd></div>}
        <div><dt>Det næste</dt><dd>{view.next.href === null ? view.next.text : <a href={view.next.href}>{view.next.text}</a>}</dd></div>
      </dl>
      {view.agreed.length > 0 && <ItemPart id="beslutninger" heading="Det blev I enige om"><ul>{view.agreed.map((text) => <li key={text}>{text}</li>)}</ul></ItemPart>}
      <ItemPart id="aftaler" heading="Hvem gør hvad hvornår"><Actions view={view} /></ItemPart>
      <ItemPart id="referat" heading="Referat">
        <p>{view.minutes} <a href={`${view.at}/referat`}>Læs referatet</a></p>
        {view.approves && <ActionButton action={`${view.at}/referat/godkend`} text="Godkend referatet" />}
      </ItemPart>
    </ItemFrame>
  );
}

function Actions({ view }: { view: ResultView }): VNode {
  if (view.actions.length === 0) return <p>{view.noActions ?? 'Der er ingen aftaler.'}</p>;
  return (
    <table class="table stacking-table">
      <caption class="sr-only">Aftalerne</caption>
      <thead><tr><th scope="col">Hvad</th><th scope="col">Hvem</th><th scope="col">Senest</th><th scope="col">Status</th></tr></thead>
      <tbody>
        {view.actions.map(({ id, what, who, when, badge }) => (
          <tr key={id}><th scope="row">{what}</th><td>{who}</td><td>{when}</td><td><BadgeMark {...badge} /></td></tr>
        ))}
      </tbody>
    </table>
  );
}
