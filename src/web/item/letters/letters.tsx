import type { VNode } from 'preact';
import { ActionButton } from '../../forms/form.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import type { LettersView, LetterView } from './letters.view.js';

/** The letters to print or to hand to the municipality's own post. */
export function Letters({ view }: { view: LettersView }): VNode {
  if (view.current.length === 0 && view.earlier.length === 0) return <p>{view.empty}</p>;
  return (
    <>
      <p>Overgang sender ikke brevene selv. Send dem med kommunens post, og markér her, når det er gjort.</p>
      {view.current.length === 0 ? <p>{view.empty}</p> : <LetterList letters={view.current} />}
      {view.earlier.length > 0 && <details><summary>Tidligere breve ({view.earlier.length})</summary><LetterList letters={view.earlier} /></details>}
    </>
  );
}

function LetterList({ letters }: { letters: readonly LetterView[] }): VNode {
  return <ul class="plain-list no-max-width post-list">{letters.map((letter) => <li key={letter.id}><Letter letter={letter} /></li>)}</ul>;
}

function Letter({ letter: { title, badge, facts, note, at, mark } }: { letter: LetterView }): VNode {
  return (
    <>
      <strong>{title}</strong> <BadgeMark {...badge} /><br />{facts}
      {note !== null && <p class="post-note">{note}</p>}
      <div class="post-doing">
        <a href={`${at}.pdf`}>Hent som PDF<span class="sr-only">{`: ${title}`}</span></a>
        <a href={`${at}.txt`}>Læs som tekst<span class="sr-only">{`: ${title}`}</span></a>
        {mark === 'send' && <ActionButton action={`${at}/sendt`} text="Markér som sendt med kommunens post" about={title} />}
        {mark === 'undo' && <ActionButton action={`${at}/fortryd`} text="Fortryd, ikke sendt" about={title} />}
      </div>
    </>
  );
}
