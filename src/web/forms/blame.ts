import { DomainError } from '../../platform/errors/domain-error.js';

/** Does the work; a refusal that names no field is said beside this one. */
export async function blame<T>(field: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError) || error.errors.length > 0 || !['rule', 'conflict'].includes(error.kind)) throw error;
    throw new DomainError(error.kind, error.code, error.title, [{ field, code: error.code, message: error.title }], error.extra, error.subject);
  }
}
