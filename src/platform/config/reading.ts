import { Transform } from 'class-transformer';

export const toBoolean = Transform(({ value }: { value: unknown }) => value === true || value === 'true');
/** How many there are; yes is one. */
export const toCount = Transform(({ value }: { value: unknown }) => (value === 'true' ? 1 : value === 'false' ? 0 : Number(value)));
export const toInteger = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));
