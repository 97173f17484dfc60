import type { VNode } from 'preact';
import { ScaleLine } from '../meeting/scale-line.js';
import type { BoardColumn, BoardView } from './board.view.js';

/** Big type, nothing else: made to be read from across the table. */
export function Board({ view }: { view: BoardView }): VNode {
  return (
    <div class="board" data-live="4">
      <h1>{view.who}</h1>
      <div data-region="tavle">
        {view.own.lines.length > 0 && <Words column={view.own} />}
        <div class="board-columns">{view.columns.map((column) => <Words key={column.code} column={column} />)}</div>
        {view.scale.line !== null && (
          <section aria-labelledby="skala"><h2 id="skala">{view.scale.question}</h2><ul class="scale-ends">{view.scale.ends.map((end) => <li key={end}>{end}</li>)}</ul><ScaleLine view={view.scale.line} /></section>
        )}
        {view.actions.length > 0 && <section aria-labelledby="aftaler"><h2 id="aftaler">Det har vi aftalt</h2><ul>{view.actions.map((text) => <li key={text}>{text}</li>)}</ul></section>}
      </div>
      <p class="board-leave"><a href={view.address}>Vis det nyeste</a> <a href={view.back} data-leave-on-escape="">Luk skærmen</a></p>
    </div>
  );
}

function Words({ column }: { column: BoardColumn }): VNode {
  const id = `tavle-${column.code}`;
  return (
    <section class={`board-column is-${column.code}`} aria-labelledby={id}>
      <h2 id={id}>{column.title}</h2>
      {column.lines.length === 0 && <p class="nothing">–</p>}
      {column.lines.length > 0 && <ul class="plain-list">{column.lines.map((line) => <li key={line.id}>{line.text} <span class="voice">{`(${line.who})`}</span></li>)}</ul>}
    </section>
  );
}
