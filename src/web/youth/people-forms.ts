import { IsEmail, IsIn, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Tx } from '../../platform/database/tx.js';
import { openYouth } from '../../youths/access/open-youth.js';
import { NETWORK_KINDS, type NetworkKind } from '../../youths/network/network-person.entity.js';
import { protect } from '../../youths/protect.js';
import { NumberField, OptionalField, TickField } from '../forms/form-input.js';

class PersonForm {
  @IsString() @IsNotEmpty() @MaxLength(200)
  name!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  relation!: string;

  @OptionalField() @IsString() @MaxLength(40)
  phone?: string;

  @OptionalField() @IsEmail()
  email?: string;
}

export class NetworkPersonForm extends PersonForm {
  @IsIn(NETWORK_KINDS)
  kind!: NetworkKind;

  @NumberField() @Min(1) @Max(3)
  closeness!: number;
}

export class CustodyHolderForm extends PersonForm {
  @TickField()
  livesWithYouth = false;

  @TickField()
  invite = false;
}

type Reachable = Pick<PersonForm, 'phone' | 'email'>;

/**
 * An empty field of a correction takes away what stood there; telephone and e-mail around a protected youth, which are not
 * shown, stay as they are. Who lives with a protected youth is not asked either.
 */
export async function emptyTakesAway<F extends Reachable>(tx: Tx, youthId: string, form: F): Promise<Omit<F, keyof Reachable> & { phone?: string | null | undefined; email?: string | null | undefined }> {
  const { youth } = await openYouth(tx, youthId);
  if (protect(youth, 'shown') === null) return { ...form, ...('livesWithYouth' in form && { livesWithYouth: undefined }) };
  return { ...form, phone: form.phone ?? null, email: form.email ?? null };
}
