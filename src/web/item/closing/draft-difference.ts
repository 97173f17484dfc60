import type { ClosingStatement } from '../../../conclusions/closing/closing-statement.js';

export interface DraftDifference {
  readonly what: string;
  readonly theirs: string;
}

const WORDS: Readonly<Record<string, string>> = {
  actions: 'Aftale', decisions: 'Beslutning', attendance: 'Hvem var med', outcome: 'Resultat', coordinatorId: 'Koordinerende sagsbehandler', next: 'Det næste',
  evaluation: 'Evaluering', places: 'Sted', noActionsBecause: 'Hvorfor ingen aftaler', whenAbsent: 'Den unge kom ikke', principledQuestions: 'Principielt spørgsmål',
  fewerPlacesBecause: 'Hvorfor færre steder',
};

/**
 * What another writer's draft says that one's own does not, one line per text.
 * @param nameOf says ids and codes as words; what it does not know is a text as it was written
 */
export function draftDifferences(mine: ClosingStatement, theirs: ClosingStatement, nameOf: (value: string) => string): DraftDifference[] {
  const own = new Set(leavesOf(mine).map(({ path, value }) => `${path} ${value}`));
  return leavesOf(theirs).filter(({ path, value }) => !own.has(`${path} ${value}`)).map(({ path, value }) => {
    const [part = '', row] = path.split('.');
    return { what: `${WORDS[part] ?? part}${/^\d+$/.test(row ?? '') ? ` ${Number(row) + 1}` : ''}`, theirs: nameOf(value) };
  });
}

function leavesOf(value: unknown, path = ''): Array<{ path: string; value: string }> {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [{ path, value: said(value) }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`));
}

function said(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return String(value);
}
