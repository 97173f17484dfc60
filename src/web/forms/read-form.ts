import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { invalid } from '../../platform/errors/domain-error.js';
import { fieldErrors } from '../../platform/errors/validation-messages.js';
import { withoutNul } from './without-nul.js';

/**
 * Reads a form that was sent, inside the work of `Pages.change`, so that a wrong field is said beside it and nothing typed is lost.
 * (A form as the parameter of a handler is checked before the handler, and its refusal gets a page of its own.)
 * @throws DomainError invalid
 */
export async function readForm<F extends object>(form: new () => F, body: unknown): Promise<F> {
  const filled = plainToInstance(form, typeof body === 'object' && body !== null ? withoutNul(body) : {});
  const errors = await validate(filled, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw invalid(fieldErrors(errors));
  return filled;
}
