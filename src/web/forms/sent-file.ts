import { invalid } from '../../platform/errors/domain-error.js';

/** The file that a form carries in its field `file`. @throws DomainError invalid when none was chosen or it is empty */
export function sentFile(body: unknown): Uint8Array {
  const file = typeof body === 'object' && body !== null && 'file' in body ? body.file : null;
  if (Buffer.isBuffer(file) && file.length > 0) return file;
  throw invalid([{ field: 'file', code: 'required', message: 'Vælg en fil, der ikke er tom.' }], 'Der er ikke valgt nogen fil.');
}
