import type { VNode } from 'preact';
import { type AgreedContent, agreedText } from '../../../conclusions/minutes/agreed-content.js';
import { ItemFrame } from '../item-frame.js';
import type { ItemHeadView } from '../item-head.view.js';

/** What the youth takes home, as a page that prints on one A4, and as text for the specialist system. */
export function Agreed({ head, content }: { head: ItemHeadView; content: AgreedContent }): VNode {
  return (
    <ItemFrame head={head} tab="aftalt" refusal={null} notice={null}>
      <p class="button-row not-on-paper">
        <a class="button button-primary" href={`/punkter/${head.id}/det-aftalte-vi.pdf`}>Hent som PDF</a>
        <button class="button button-secondary" type="button" data-print="" hidden>Print siden</button>
      </p>
      <article class="agreed-sheet">
        <h2>Det aftalte vi</h2>
        <p>{content.heading}</p>
        <Sheet content={content} />
      </article>
      <section class="not-on-paper copy-part" aria-labelledby="kopi">
        <h2 id="kopi">Kopiér til fagsystem</h2>
        <div class="form-group">
          <label class="form-label" for="kopitekst">Den samme tekst. Markér den hele, og kopiér.</label>
          <textarea class="form-input" id="kopitekst" readonly rows={10} data-copy="">{agreedText(content)}</textarea>
        </div>
      </section>
    </ItemFrame>
  );
}

function Sheet({ content }: { content: AgreedContent }): VNode {
  const { ownWords, agreed, places, actions, noActions, coordinator, next, rights } = content;
  return (
    <>
      {ownWords.length > 0 && <><h3>Med dine egne ord</h3>{ownWords.map((text) => <blockquote key={text}>{text}</blockquote>)}</>}
      {agreed.length > 0 && <><h3>Det blev vi enige om</h3><List items={agreed} /></>}
      {places.length > 0 && <><h3>Steder, du kan vælge mellem</h3><List items={places} /></>}
      {(actions.length > 0 || noActions !== null) && <h3>Hvem gør hvad hvornår</h3>}
      {actions.length > 0 && <List items={actions.map(({ what, who, when }) => `${what}: ${who}, ${when}`)} />}
      {noActions !== null && <p>{noActions}</p>}
      {coordinator !== null && <><h3>Din koordinerende sagsbehandler</h3><p>{coordinator}</p></>}
      <h3>Det næste</h3>
      <p>{next}</p>
      <p class="rights">{rights}</p>
    </>
  );
}

function List({ items }: { items: readonly string[] }): VNode {
  return <ul>{items.map((text) => <li key={text}>{text}</li>)}</ul>;
}
