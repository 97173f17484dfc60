import { IsEmail, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { ProfessionalGiven } from '../../../meetings/bookings/invite-professional.js';
import { invalid } from '../../../platform/errors/domain-error.js';
import { EmptyIsLeftOut } from '../../forms/empty-is-left-out.js';

/** A professional of the youth's network, or one whose name is written. */
export class ProfessionalForm {
  @EmptyIsLeftOut() @IsOptional() @IsUUID(undefined, { message: 'Vælg en fra listen.' })
  networkPersonId?: string;

  @EmptyIsLeftOut() @IsOptional() @IsString() @MaxLength(200)
  name?: string;

  @EmptyIsLeftOut() @IsOptional() @IsString() @MaxLength(100)
  function?: string;

  @EmptyIsLeftOut() @IsOptional() @IsEmail({}, { message: 'Skriv en e-mail, som »navn@skole.dk«.' }) @MaxLength(254)
  email?: string;
}

/** Whom the form invites. @throws DomainError invalid when it names two people */
export function professionalGiven({ networkPersonId, name, function: role, email }: ProfessionalForm): ProfessionalGiven {
  if (networkPersonId === undefined || name === undefined) return { networkPersonId, name, function: role, email };
  throw invalid([{ field: 'name', code: 'one_of', message: 'Vælg en fra netværket, eller skriv et navn. Ikke begge dele.' }]);
}
