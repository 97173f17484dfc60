import { type ComponentChildren, type LooseInputHTMLAttributes, h, type VNode } from 'preact';
import { describedBy, type FieldState, useField } from './form-context.js';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What stands in the field of a fresh form. */
  readonly value?: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface GroupedOption extends Option {
  /** The heading that it stands under in the list. */
  readonly group?: string;
}

/** One line of text, a date or a number; drawn again with what was typed and why it was refused. */
export function TextField({ name, label, hint, required, value, type = 'text', autocomplete = 'off', ...limits }: FieldProps & {
  type?: 'text' | 'date' | 'time' | 'number' | 'email' | 'tel' | 'url'; autocomplete?: string; min?: string; max?: string; maxLength?: number; inputMode?: 'numeric';
}): VNode {
  const state = useField(name);
  return (
    <Group state={state} label={label} hint={hint} required={required}>
      {h<LooseInputHTMLAttributes>('input', { class: 'form-input', type, name, value: textOf(state, value), required, autocomplete, ...limits, ...attributes(state, hint) })}
    </Group>
  );
}

/** Several lines of text. */
export function TextArea({ name, label, hint, required, value, rows = 4, maxLength }: FieldProps & { rows?: number; maxLength?: number }): VNode {
  const state = useField(name);
  return (
    <Group state={state} label={label} hint={hint} required={required}>
      <textarea class="form-input" name={name} rows={rows} maxLength={maxLength} required={required} {...attributes(state, hint)}>{textOf(state, value)}</textarea>
    </Group>
  );
}

/** One of several choices, perhaps in groups. */
export function Select({ name, label, hint, required, value, empty, options }: FieldProps & {
  /** The choice of nothing. */
  empty?: string;
  options: readonly GroupedOption[];
}): VNode {
  const state = useField(name);
  const chosen = textOf(state, value);
  const draw = (option: Option): VNode => <option key={option.value} value={option.value} selected={option.value === chosen}>{option.label}</option>;
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <Group state={state} label={label} hint={hint} required={required}>
      <select class="form-select" name={name} required={required} {...attributes(state, hint)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {groups.map((group) => {
          const inGroup = options.filter((option) => option.group === group).map(draw);
          return group === undefined ? inGroup : <optgroup key={group} label={group}>{inGroup}</optgroup>;
        })}
      </select>
    </Group>
  );
}

/** One of several answers. */
export function Radios({ name, label, hint, required, value, options }: FieldProps & { options: readonly Option[] }): VNode {
  const state = useField(name);
  const chosen = textOf(state, value);
  return (
    <Choices state={state} label={label} hint={hint} required={required}>
      {options.map((option, index) => (
        <div class="form-group-radio" key={option.value}>
          <input
            class="form-radio" type="radio" id={index === 0 ? state.id : `${state.id}-${option.value}`} name={name} value={option.value} checked={option.value === chosen}
            required={required} aria-describedby={option.hint === undefined ? undefined : `${state.id}-${option.value}-hjaelp`}
          />
          <label class="form-label" for={index === 0 ? state.id : `${state.id}-${option.value}`}>{option.label}</label>
          {option.hint !== undefined && <span class="form-hint" id={`${state.id}-${option.value}-hjaelp`}>{option.hint}</span>}
        </div>
      ))}
    </Choices>
  );
}

/** Any of several answers; each that is ticked is sent under the same name. */
export function Checkboxes(
  { name, label, hint, values = [], options }: Omit<FieldProps, 'value' | 'required'> & { values?: readonly string[]; options: readonly Option[] },
): VNode {
  const state = useField(name);
  const chosen = state.value === undefined ? values : [state.value].flat();
  return (
    <Choices state={state} label={label} hint={hint} required={undefined}>
      {options.map((option, index) => (
        <div class="form-group-checkbox" key={option.value}>
          <input class="form-checkbox" type="checkbox" id={index === 0 ? state.id : `${state.id}-${option.value}`} name={name} value={option.value} checked={chosen.includes(option.value)} />
          <label class="form-label" for={index === 0 ? state.id : `${state.id}-${option.value}`}>{option.label}</label>
          {option.hint !== undefined && <span class="form-hint">{option.hint}</span>}
        </div>
      ))}
    </Choices>
  );
}

/** A secret: what was typed is never sent back to the page. */
export function PasswordField({ name, label, hint }: Pick<FieldProps, 'name' | 'label' | 'hint'>): VNode {
  const state = useField(name);
  return (
    <Group state={state} label={label} hint={hint} required>
      <input class="form-input" type="password" name={name} autocomplete="off" required {...attributes(state, hint)} />
    </Group>
  );
}

/** A file; a browser never fills it in again after a refusal. */
export function FileField({ name, label, hint, accept }: Pick<FieldProps, 'name' | 'label' | 'hint'> & { accept: string }): VNode {
  const state = useField(name);
  return (
    <Group state={state} label={label} hint={hint} required>
      <input class="form-input" type="file" name={name} accept={accept} required {...attributes(state, hint)} />
    </Group>
  );
}

/** One yes that is ticked; sends `on`, or nothing. */
export function Tick({ name, label, hint, checked = false }: { name: string; label: string; hint?: string; checked?: boolean }): VNode {
  const state = useField(name);
  return (
    <div class={state.error === null ? 'form-group' : 'form-group form-error'}>
      {state.error !== null && <FieldError state={state} />}
      <div class="form-group-checkbox">
        <input class="form-checkbox" type="checkbox" name={name} value="on" checked={state.value === undefined ? checked : state.value === 'on'} {...attributes(state, hint)} />
        <label class="form-label" for={state.id}>{label}</label>
        {hint !== undefined && <span class="form-hint" id={`${state.id}-hjaelp`}>{hint}</span>}
      </div>
    </div>
  );
}

interface GroupProps {
  readonly state: FieldState;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean | undefined;
  readonly children: ComponentChildren;
}

function Group({ state, label, hint, required, children }: GroupProps): VNode {
  return (
    <div class={state.error === null ? 'form-group' : 'form-group form-error'}>
      <label class="form-label" for={state.id}>{label}{required !== true && <span class="weight-normal"> (frivilligt)</span>}</label>
      {hint !== undefined && <span class="form-hint" id={`${state.id}-hjaelp`}>{hint}</span>}
      {state.error !== null && <FieldError state={state} />}
      {children}
    </div>
  );
}

function Choices({ state, label, hint, children }: GroupProps): VNode {
  return (
    <div class={state.error === null ? 'form-group' : 'form-group form-error'}>
      <fieldset aria-describedby={describedBy(state, hint)}>
        <legend class="form-label">{label}</legend>
        {hint !== undefined && <span class="form-hint" id={`${state.id}-hjaelp`}>{hint}</span>}
        {state.error !== null && <FieldError state={state} />}
        {children}
      </fieldset>
    </div>
  );
}

function FieldError({ state }: { state: FieldState }): VNode {
  return <span class="form-error-message" id={`${state.id}-fejl`}><span class="sr-only">Fejl: </span>{state.error}</span>;
}

function attributes(state: FieldState, hint: string | undefined): { id: string; 'aria-invalid': 'true' | undefined; 'aria-describedby': string | undefined } {
  return { id: state.id, 'aria-invalid': state.error === null ? undefined : 'true', 'aria-describedby': describedBy(state, hint) };
}

function textOf(state: FieldState, fresh: string | undefined): string | undefined {
  return state.value === undefined ? fresh : [state.value].flat()[0];
}
