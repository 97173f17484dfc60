import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Refusal } from './refusal.js';

/** The session's token, for every form of the page; the frame provides it. */
export const Csrf = createContext('');

/** Why the form around a field was refused, if it was. */
export const FormRefusal = createContext<Refusal | null>(null);

/** Sets a form's fields apart from those of other forms of the page: ids are prefix + name. */
export const FieldPrefix = createContext('');

export interface FieldState {
  readonly id: string;
  readonly error: string | null;
  /** What was filled in before the refusal; undefined on a fresh form. */
  readonly value: string | readonly string[] | undefined;
}

/** What a field needs to know of the form around it. */
export function useField(name: string): FieldState {
  const refusal = useContext(FormRefusal);
  const error = refusal?.errors.find(({ field }) => field === name)?.message ?? null;
  return { id: useContext(FieldPrefix) + name, error, value: refusal?.values[name] };
}

/** Ids of a field's hint and error, for `aria-describedby`. */
export function describedBy({ id, error }: FieldState, hint: string | undefined): string | undefined {
  const ids = [hint !== undefined && `${id}-hjaelp`, error !== null && `${id}-fejl`].filter((each) => each !== false);
  return ids.length === 0 ? undefined : ids.join(' ');
}
