import { IsString, IsUUID, MaxLength } from 'class-validator';
import { OptionalField } from '../forms/form-input.js';
import type { Refusal } from '../forms/refusal.js';

/** A time that was chosen, with a reason where it needs one. */
export class PlaceForm {
  @IsUUID(undefined, { message: 'Vælg en tid.' })
  slotId!: string;

  @OptionalField() @IsString() @MaxLength(1_000)
  lateReason?: string;
}

const LOST: ReadonlySet<string> = new Set(['slot_taken', 'day_full']);

/** Two people want the same time: one gets it, the other is told so in a friendly way, above the new list. */
export function friendly(refusal: Refusal): Refusal {
  if (LOST.has(refusal.code)) return { ...refusal, message: 'En anden tog tiden lige før dig. Intet er gemt. Her er de tider, der er ledige nu.', errors: [] };
  if (refusal.code !== 'participant_busy') return refusal;
  const why = refusal.errors.map(({ message }) => message).join(' ');
  return { ...refusal, message: `Tiden kan ikke bruges længere. ${why} Her er de tider, der er ledige nu.`, errors: [] };
}
