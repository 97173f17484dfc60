import type { VNode } from 'preact';
import { Select, TextArea, TextField } from '../forms/fields.js';
import { FoldedForm } from '../forms/folded-form.js';
import { ActionButton } from '../forms/form.js';
import type { Refusal } from '../forms/refusal.js';
import type { DeadlinesView, DeadlineView } from './youth-deadlines.view.js';
import { BadgeMark } from './youth-parts.js';

interface WithForms {
  readonly refusal: Refusal | null;
}

/** Open deadlines with what can be done about them, then the others, what has happened, and the duties without a date. */
export function Deadlines({ open, closed, duties, note, happened, refusal }: DeadlinesView & WithForms): VNode {
  return (
    <>
      {note !== null && <p>{note}</p>}
      {open.length === 0 && <p>Ingen frister er åbne lige nu.</p>}
      {open.length > 0 && <DeadlineTable caption="Åbne frister" lines={open} refusal={refusal} />}
      {closed.length > 0 && (
        <details open={closed.some(({ undo }) => undo !== null)}>
          <summary>{`Klarede og andre frister (${closed.length})`}</summary>
          <DeadlineTable caption="Klarede og andre frister" lines={closed} refusal={null} />
        </details>
      )}
      <Happened {...happened} refusal={refusal} />
      {duties.length > 0 && (
        <details>
          <summary>{`Gælder hele tiden (${duties.length})`}</summary>
          <ul>{duties.map((duty) => <li key={duty}>{duty}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function DeadlineTable({ caption, lines, refusal }: WithForms & { caption: string; lines: readonly DeadlineView[] }): VNode {
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
              {line.tick !== null && <DoneForm line={line} tick={line.tick} refusal={refusal} />}
              {line.waive !== null && <WaiverForm line={line} action={line.waive} refusal={refusal} />}
              {line.undo !== null && <ActionButton action={line.undo.action} text={line.undo.text} about={line.title} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DoneForm({ line, tick, refusal }: WithForms & { line: DeadlineView; tick: NonNullable<DeadlineView['tick']> }): VNode {
  return (
    <FoldedForm action={tick.action} refusal={refusal} summary="Klaret i fagsystem" about={line.title} submit="Gem">
      <TextField name="occurredOn" type="date" label="Hvornår skete det?" required value={tick.latest} max={tick.latest} {...(tick.earliest !== undefined && { min: tick.earliest })} />
    </FoldedForm>
  );
}

function WaiverForm({ line, action, refusal }: WithForms & { line: DeadlineView; action: string }): VNode {
  return (
    <FoldedForm action={action} refusal={refusal} summary="Ikke relevant" about={line.title} submit="Gem">
      <TextArea name="reason" label="Hvorfor skal fristen ikke klares?" hint="Begrundelsen kan ses af alle, der ser den unge." required rows={3} maxLength={1_000} />
    </FoldedForm>
  );
}

/** Facts that start or meet deadlines, and the form that adds one. */
function Happened({ lines, form, refusal }: DeadlinesView['happened'] & WithForms): VNode {
  return (
    <>
      {lines.length > 0 && (
        <details>
          <summary>{`Det er sket (${lines.length})`}</summary>
          <ul class="plain-list">
            {lines.map(({ id, text, by, undo }) => (
              <li key={id}>{text}<br /><small>{by}</small>{undo !== null && <> <ActionButton action={undo} text="Fortryd" about={text} /></>}</li>
            ))}
          </ul>
        </details>
      )}
      {form !== null && (
        <FoldedForm action={form.action} refusal={refusal} summary="Skriv, hvad der er sket" submit="Gem, og regn fristerne om">
          <Select name="kind" label="Hvad er sket?" required empty="Vælg" options={form.kinds} />
          <TextField name="occurredOn" type="date" label="Hvornår?" hint="Kun en ventet dato må ligge ude i fremtiden, fx hvornår skolen slutter." required value={form.today} />
        </FoldedForm>
      )}
    </>
  );
}
