import { DomainError } from '../../platform/errors/domain-error.js';

/**
 * Does the work; a refusal that names no field is said beside this one.
 * @param all also a refusal that names fields which this form does not have
 */
export async function blame<T>(field: string, work: Promise<T>, all = false): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError) || !['rule', 'conflict'].includes(error.kind)) throw error;
    if (all && error.errors.length > 0) throw new DomainError(error.kind, error.code, error.title, error.errors.map((each) => ({ ...each, field })), error.extra, error.subject);
    if (error.errors.length > 0) throw error;
    throw new DomainError(error.kind, error.code, error.title, [{ field, code: error.code, message: error.title }], error.extra, error.subject);
  }
}
