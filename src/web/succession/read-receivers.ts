import { isId } from '../../platform/database/ids.js';
import { invalid } from '../../platform/errors/domain-error.js';

/** What a line of the form hands on. */
export type HandedKind = 'ung' | 'punkt' | 'aftale';

export interface Receiver {
  readonly kind: HandedKind;
  readonly id: string;
  readonly to: string;
}

/** The field of a line: 'ung-01900000-…'. */
export function receiverField(kind: HandedKind, id: string): string {
  return `${kind}-${id}`;
}

/**
 * Reads who takes each line of the form; lines without anybody are left for later.
 * @throws DomainError invalid when nobody was chosen for any line
 */
export function readReceivers(body: unknown): Receiver[] {
  const found = Object.entries(typeof body === 'object' && body !== null ? body : {}).flatMap(([field, to]): Receiver[] => {
    const [, kind, id] = /^(ung|punkt|aftale)-(.+)$/.exec(field) ?? [];
    if (kind === undefined || id === undefined || !isId(id) || typeof to !== 'string' || !isId(to)) return [];
    return [{ kind: kind as HandedKind, id, to }];
  });
  if (found.length === 0) throw invalid([], 'Vælg, hvem der overtager, på mindst én linje.');
  return found;
}
