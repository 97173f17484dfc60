import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { BasisGiven } from '../../../agendas/sharing-bases/basis-problems.js';
import { PARTICIPANT_ANSWERS, type ParticipantAnswer } from '../../../meetings/bookings/booking-participant.entity.js';

const REASON = 1_000;

export class BasisForm {
  @IsOptional() @IsString() @MaxLength(40)
  consentId?: string;

  @IsOptional() @IsString() @MaxLength(100)
  act?: string;

  @IsOptional() @IsString() @MaxLength(100)
  section?: string;
}

export class PreparationForm {
  @IsOptional() @IsString() @MaxLength(4_000)
  text?: string;

  @IsOptional() @IsIn(['on'])
  nothingToAdd?: string;

  /** Empty while the unit has written nothing. */
  @IsOptional() @IsString() @MaxLength(9)
  version?: string;
}

export class YouthAnswerForm {
  @IsIn(['ja', 'nej'], { message: 'Vælg, hvad den unge har sagt.' })
  answer!: 'ja' | 'nej';

  @IsOptional() @IsString() @MaxLength(REASON)
  reason?: string;

  @IsOptional() @IsISO8601({ strict: true })
  startsAt?: string;
}

export class InvitationForm {
  @IsIn(PARTICIPANT_ANSWERS)
  answer!: ParticipantAnswer;

  @IsOptional() @IsISO8601({ strict: true })
  startsAt?: string;
}

export class SubstituteForm {
  @IsUUID(undefined, { message: 'Vælg en kollega.' })
  staffId!: string;
}

export class CancellationForm {
  @IsString() @IsNotEmpty() @MaxLength(REASON)
  reason!: string;
}

/** An empty field of a form is one that was not filled in. */
export function basisGiven({ consentId, act, section }: BasisForm): BasisGiven {
  return { consentId: consentId || undefined, act: act || undefined, section: section || undefined };
}

/**
 * The steps of a form in their new order; each field comes once per step.
 * @param body fields `id`, `title`, `minutes` and `position`; the positions need only be in order
 */
export function stepsInOrder(body: unknown): { steps: object[] } {
  const of = (name: string): string[] => {
    const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
    return [value ?? []].flat().map(String);
  };
  const [titles, minutes, positions] = [of('title'), of('minutes'), of('position')];
  const rows = of('id').map((id, at) => ({ position: Number(positions[at]), step: { id, title: titles[at], minutes: Number(minutes[at]) } }));
  return { steps: rows.sort((a, b) => a.position - b.position).map(({ step }) => step) };
}
