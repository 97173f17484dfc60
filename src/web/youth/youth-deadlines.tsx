import type { VNode } from 'preact';
import { CsrfField } from '../forms/form.js';
import type { FormProblem } from './form-problem.js';
import type { DeadlinesView, DeadlineView } from './youth-deadlines.view.js';
import { BadgeMark } from './youth-parts.js';

interface FormParts {
  readonly problem: FormProblem | null;
}

/** Open deadlines with their tick, then the others. */
export function Deadlines({ open, closed, duties, note, problem }: DeadlinesView & FormParts): VNode {
  return (
    <>
      {note !== null && <p>{note}</p>}
      {open.length === 0 && <p>Ingen frister er åbne lige nu.</p>}
      {open.length > 0 && <DeadlineTable caption="Åbne frister" lines={open} problem={problem} />}
      {closed.length > 0 && (
        <details open={closed.some(({ undo }) => undo !== null)}>
          <summary>{`Klarede og andre frister (${closed.length})`}</summary>
          <DeadlineTable caption="Klarede og andre frister" lines={closed} problem={null} />
        </details>
      )}
      {duties.length > 0 && (
        <details>
          <summary>{`Gælder hele tiden (${duties.length})`}</summary>
          <ul>{duties.map((duty) => <li key={duty}>{duty}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function DeadlineTable({ caption, lines, problem }: FormParts & { caption: string; lines: readonly DeadlineView[] }): VNode {
  return (
    <table class="table stacking-table">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr><th scope="col">Frist</th><th scope="col">Dato</th><th scope="col">Kilde</th><th scope="col">Status</th></tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} id={`frist-${line.id}`}>
            <th scope="row">{line.title}<br /><small>{`Ansvar: ${line.responsible}`}</small></th>
            <td>{line.due}{line.distance !== '' && <><br />{line.distance}</>}{line.notes.map((text) => <small key={text} class="note">{text}</small>)}</td>
            <td>{line.source}</td>
            <td>
              <BadgeMark {...line.badge} />
              {line.tick !== null && <Tick line={line} tick={line.tick} problem={problem?.field === `dato-${line.id}` ? problem : null} />}
              {line.undo !== null && <Undo line={line} action={line.undo} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tick({ line, tick, problem }: FormParts & { line: DeadlineView; tick: NonNullable<DeadlineView['tick']> }): VNode {
  const id = `dato-${line.id}`;
  return (
    <details class="tick" open={problem !== null}>
      <summary>Klaret i fagsystem<span class="sr-only">{`: ${line.title}`}</span></summary>
      <form method="post" action={tick.action}>
        <CsrfField />
        <div class={problem === null ? 'form-group' : 'form-group form-error'}>
          <label class="form-label" for={id}>Hvornår skete det?</label>
          {problem !== null && <span class="form-error-message" id={`${id}-fejl`}><span class="sr-only">Fejl: </span>{problem.message}</span>}
          <input
            class="form-input" type="date" id={id} name="occurredOn" value={problem?.value ?? tick.latest} min={tick.earliest} max={tick.latest} required
            aria-invalid={problem !== null ? 'true' : undefined} aria-describedby={problem !== null ? `${id}-fejl` : undefined}
          />
        </div>
        <button class="button button-secondary" type="submit">Gem<span class="sr-only">{`: ${line.title} er klaret`}</span></button>
      </form>
    </details>
  );
}

function Undo({ line, action }: { line: DeadlineView; action: string }): VNode {
  return (
    <form method="post" action={action} class="undo">
      <CsrfField />
      <button class="button button-unstyled" type="submit">Fortryd<span class="sr-only">{`: ${line.title} er klaret`}</span></button>
    </form>
  );
}
