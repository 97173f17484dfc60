import type { VNode } from 'preact';
import { VOICE_LABELS, VOICES } from '../../../agendas/agenda-words.js';
import { Select, TextArea, TextField } from '../../forms/fields.js';
import type { Refusal } from '../../forms/refusal.js';
import { Form } from '../../forms/form.js';
import { ItemForm } from '../item-frame.js';
import { capital } from '../../words/capital.js';
import { ConflictNote } from './conflict-note.js';
import type { ColumnView, MeetingView, StatementView } from './meeting.view.js';

const VOICE_OPTIONS = VOICES.map((value) => ({ value, label: capital(VOICE_LABELS[value]) }));

/** One of the questions with what has been said to it. */
export function Column({ column, view, refusal }: { column: ColumnView; view: MeetingView; refusal: Refusal | null }): VNode {
  const id = `kolonne-${column.code}`;
  return (
    <section class={`board-column is-${column.code}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>{column.title}</h2>
      <ul class="plain-list no-max-width statements" data-region={id}>
        {column.rows.map((row) => <Statement key={row.id} row={row} view={view} />)}
        {column.rows.length === 0 && <li class="nothing">Intet skrevet endnu.</li>}
      </ul>
      {view.writes && <NewStatement column={column} at={view.at} refusal={refusal} />}
    </section>
  );
}

function Statement({ row, view }: { row: StatementView; view: MeetingView }): VNode {
  const action = `${view.at}/udsagn/${row.id}`;
  const field = `udsagn-${row.id}-text`;
  if (!view.writes) return <li><span class="voice">{row.voice}</span><p class="said">{row.text}</p></li>;
  return (
    <li id={`udsagn-${row.id}`} data-box="">
      <ItemForm action={action} class="row-form" data={{ 'data-row': '' }}>
        <label class="voice" for={field}>{row.voice}</label>
        {row.conflict !== null && <ConflictNote conflict={row.conflict} back={`${view.at}/moede#udsagn-${row.id}`} />}
        <textarea class="form-input" id={field} name="text" rows={2} maxLength={2000} required>{row.text}</textarea>
        <input type="hidden" name="version" value={row.version} />
        <RowButtons save={row.conflict === null ? 'Gem' : 'Behold min tekst'} remove={`${action}/slet`} about={row.voice} />
      </ItemForm>
    </li>
  );
}

/** Save (needed only without script or to settle a conflict), delete, and what has become of it. */
export function RowButtons({ save, remove, about }: { save: string; remove: string; about: string }): VNode {
  return (
    <div class="row-buttons">
      <button class={`function-link ${save === 'Gem' ? 'without-script' : ''}`} type="submit">{save}<span class="sr-only">{` (${about})`}</span></button>
      <button class="function-link" type="submit" formaction={remove} formnovalidate data-swap="">Slet<span class="sr-only">{` (${about})`}</span></button>
      <span class="row-state" role="status" data-state="" />
    </div>
  );
}

function NewStatement({ column, at, refusal }: { column: ColumnView; at: string; refusal: Refusal | null }): VNode {
  const mine = refusal?.values['heading'] === column.code ? refusal : null;
  return (
    <Form action={`${at}/udsagn`} prefix={newStatementPrefix(column.code)} refusal={mine} class="new-row" data={{ 'data-add': '' }}>
      <input type="hidden" name="heading" value={column.code} />
      <TextArea name="text" label="Skriv, hvad der bliver sagt" required rows={2} maxLength={2000} />
      <div class="field-pair">
        <Select name="voice" label="Hvem siger det?" required value={column.usualVoice} options={VOICE_OPTIONS} />
        <TextField name="voiceName" label="Navn" maxLength={100} />
      </div>
      <button class="button button-secondary" type="submit">Tilføj<span class="sr-only">{`: ${column.title}`}</span></button>
      <span class="row-state" role="status" data-state="" />
    </Form>
  );
}

/** Each question has a form of its own for new statements. */
export function newStatementPrefix(heading: string): string {
  return `ny-${heading}-`;
}
