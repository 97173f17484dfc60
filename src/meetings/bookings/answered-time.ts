import { precondition } from '../../platform/errors/domain-error.js';

/**
 * An answer is to the time that was asked about: where that has moved meanwhile, the new one has to be asked about anew.
 * @param answered the time that the answer is to, an instant in ISO 8601; undefined where the caller does not tell
 * @throws DomainError precondition `changed_meanwhile`
 */
export function requireAnsweredTime({ startsAt }: { readonly startsAt: Date }, answered: string | undefined): void {
  if (answered === undefined || Date.parse(answered) === startsAt.getTime()) return;
  throw precondition('Tiden er flyttet, siden siden blev vist. Se den nye tid, og svar igen.', { present: { startsAt: startsAt.toISOString() } });
}
