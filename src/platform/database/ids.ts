import { v7, validate } from 'uuid';

/** A new time-ordered id (uuid v7), made before the row is written. */
export function newId(): string {
  return v7();
}

/** True when the text has the shape of an id; anything else cannot name a row. */
export function isId(text: string): boolean {
  return validate(text);
}
