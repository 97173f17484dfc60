import { isId } from '../../platform/database/ids.js';
import { invalid } from '../../platform/errors/domain-error.js';

/** The id that a list of choices sent. @throws DomainError invalid with this sentence beside the field when nothing was chosen */
export function chosen(field: string, id: string, sentence: string): string {
  if (isId(id)) return id;
  throw invalid([{ field, code: 'required', message: sentence }], 'Der mangler et valg. Se nedenfor.');
}
