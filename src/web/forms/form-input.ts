import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional } from 'class-validator';

/** A field that may be empty: a form sends '' for it, which is read as left out. */
export const OptionalField = (): PropertyDecorator =>
  applyDecorators(Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value)), IsOptional());

/** A tick: `on`, or nothing at all. Give the property the value `false`. */
export const TickField = (): PropertyDecorator => applyDecorators(Transform(({ value }: { value: unknown }) => value === 'on'), IsBoolean());

/** A whole number in a text field. */
export const NumberField = (): PropertyDecorator =>
  applyDecorators(Transform(({ value }: { value: unknown }) => (typeof value === 'string' && value !== '' ? Number(value) : value)), IsInt());
