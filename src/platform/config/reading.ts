import { Transform } from 'class-transformer';

export const toBoolean = Transform(({ value }: { value: unknown }) => value === true || value === 'true');
export const toInteger = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));
