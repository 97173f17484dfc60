import { Transform } from 'class-transformer';

/** A form sends a field that is not filled in as ''; blanks around a text are nobody's wish. */
export const EmptyIsLeftOut = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (trimmed(value) === '' ? undefined : trimmed(value)));

/** A text that must be there: blanks alone are none. */
export const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => trimmed(value));

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
