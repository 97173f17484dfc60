import { type ComponentChildren, type LooseInputHTMLAttributes, h, type VNode } from 'preact';
import { type FieldState, describedBy, useField } from '../../forms/form-context.js';
import type { Option } from '../../forms/fields.js';

interface CellProps {
  readonly name: string;
  /** Said instead of a visible label: the column's heading and the row's number. */
  readonly label: string;
  readonly value: string;
}

/** A field of a row; its column says what it is. */
export function TextCell({ name, label, value, type = 'text', maxLength }: CellProps & { type?: 'text' | 'date'; maxLength?: number }): VNode {
  const state = useField(name);
  return <Cell state={state}>{h<LooseInputHTMLAttributes>('input', { class: 'form-input', type, name, value, maxLength, ...attributes(state, label) })}</Cell>;
}

/** A choice in a row of a table. */
export function SelectCell({ name, label, value, empty, options }: CellProps & { empty?: string; options: ReadonlyArray<Option & { readonly group?: string }> }): VNode {
  const state = useField(name);
  const groups = [...new Set(options.map(({ group }) => group))];
  const draw = (option: Option): VNode => <option key={option.value} value={option.value} selected={option.value === value}>{option.label}</option>;
  return (
    <Cell state={state}>
      <select class="form-select" name={name} {...attributes(state, label)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {groups.map((group) => {
          const inGroup = options.filter((option) => option.group === group).map(draw);
          return group === undefined ? inGroup : <optgroup key={group} label={group}>{inGroup}</optgroup>;
        })}
      </select>
    </Cell>
  );
}

function Cell({ state, children }: { state: FieldState; children: ComponentChildren }): VNode {
  return (
    <div class={state.error === null ? 'row-cell' : 'row-cell form-error'}>
      {state.error !== null && <span class="form-error-message" id={`${state.id}-fejl`}><span class="sr-only">Fejl: </span>{state.error}</span>}
      {children}
    </div>
  );
}

function attributes(state: FieldState, label: string): { id: string; 'aria-label': string; 'aria-invalid': 'true' | undefined; 'aria-describedby': string | undefined } {
  return { id: state.id, 'aria-label': label, 'aria-invalid': state.error === null ? undefined : 'true', 'aria-describedby': describedBy(state, undefined) };
}

/** What is missing of a whole part, at the place that the summary leads to. */
export function PartGap({ name }: { name: string }): VNode | null {
  const { error } = useField(name);
  return error === null ? null : <p class="form-error-message"><span class="sr-only">Fejl: </span>{error}</p>;
}
