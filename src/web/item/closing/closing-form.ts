import type { ClosingStatement } from '../../../conclusions/closing/closing-statement.js';
import type { DraftAnswer } from '../../../conclusions/drafts/conclusion-drafts.service.js';

type Tree = { [name: string]: Tree | string };

/** Fields of the form that are for the page and no part of the statement. */
const FOR_THE_PAGE = new Set(['version', 'everybody', 'all', 'more', 'nextKind']);

/**
 * What a form says, in the shape of a closing statement; nothing is checked yet. Names are paths ('actions.0.text'); an empty
 * field was not filled in, an empty row is none, and rows move up.
 */
export function closingOf(body: unknown): object {
  const fields = fieldsOf(body);
  const tree = treeOf(fields.filter(([name]) => !FOR_THE_PAGE.has(name)));
  const { attendance, decisions, actions, principledQuestions, places, evaluation, next, ...rest } = tree;
  return {
    ...rest,
    ...(branch(attendance) && { attendance: attendanceOf(branch(attendance) ?? {}) }),
    decisions: rowsOf(decisions, ['text', 'formalDecision']),
    actions: rowsOf(actions, ['text', 'ownerId']),
    principledQuestions: rowsOf(principledQuestions, ['text', 'ownerId']),
    ...(typeof places === 'string' && { places: places.split('\n').map((place) => place.trim()).filter((place) => place !== '') }),
    ...(branch(evaluation) && { evaluation: evaluationOf(branch(evaluation) ?? {}) }),
    ...nextOf(branch(next) ?? {}, fields.find(([name]) => name === 'nextKind')?.[1]),
  };
}

/** The version of the draft that the form was drawn from. */
export function versionIn(body: unknown): number {
  return Number(fieldsOf(body).find(([name]) => name === 'version')?.[1] ?? 0) || 0;
}

/** Whether a button or field of the page was sent. */
export function sent(body: unknown, name: 'everybody' | 'all'): boolean {
  return fieldsOf(body).some(([field]) => field === name);
}

/** Everybody of whom nothing has been said yet was there. The youth's own coming is said by itself. */
export function everybodyPresent(content: ClosingStatement, { staff, guests }: Pick<DraftAnswer, 'staff' | 'guests'>): ClosingStatement {
  const said = content.attendance ?? {};
  const present = true as const;
  return {
    ...content,
    attendance: {
      ...said,
      staff: staff.map(({ staffId }) => said.staff?.find((row) => row.staffId === staffId) ?? { staffId, present }),
      guests: guests.map(({ guestId }) => said.guests?.find((row) => row.guestId === guestId) ?? { guestId, present }),
    },
  };
}

function fieldsOf(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]): [string, string][] => {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    return typeof text === 'string' && text.trim() !== '' ? [[name, text]] : [];
  });
}

function treeOf(fields: readonly [string, string][]): Tree {
  const tree: Tree = Object.create(null) as Tree;
  for (const [name, value] of fields) {
    const path = name.split('.');
    const leaf = path.pop() ?? name;
    let at = tree;
    for (const part of path) {
      const inner = at[part];
      at = typeof inner === 'object' ? inner : (at[part] = Object.create(null) as Tree);
    }
    at[leaf] = value;
  }
  return tree;
}

function branch(tree: Tree | string | undefined): Tree | null {
  return typeof tree === 'object' ? tree : null;
}

function rowsOf(tree: Tree | string | undefined, telling: readonly string[]): Tree[] {
  const rows = Object.entries(branch(tree) ?? {}).sort(([a], [b]) => Number(a) - Number(b));
  return rows.flatMap(([, row]) => (typeof row === 'object' && telling.some((name) => row[name] !== undefined) ? [row] : []));
}

function attendanceOf({ staff, guests, youth }: Tree): object {
  return {
    staff: Object.entries(branch(staff) ?? {}).flatMap(([staffId, row]) => (typeof row === 'object' && row['present'] !== undefined ? [{ staffId, ...withPresence(row) }] : [])),
    guests: Object.entries(branch(guests) ?? {}).map(([guestId, said]) => ({ guestId, present: said === 'ja' })),
    ...(branch(youth)?.['present'] !== undefined && { youth: withPresence(branch(youth) ?? {}) }),
  };
}

/** Whoever was there needs neither substitute nor reason, whatever still stands in the fields. */
function withPresence({ present, ...row }: Tree): object {
  return present === 'ja' ? { present: true } : { ...row, present: false };
}

function evaluationOf({ note, ...taps }: Tree): object {
  return { ...Object.fromEntries(Object.entries(taps).map(([name, value]) => [name, Number(value)])), ...(note !== undefined && { note }) };
}

/** Only what belongs to the chosen step counts. */
function nextOf({ slotId, lateReason, checkOn, closedBecause }: Tree, kind: string | undefined): object {
  if (kind === 'slot') return { next: { ...(slotId !== undefined && { slotId }), ...(lateReason !== undefined && { lateReason }) } };
  if (kind === 'check') return { next: { ...(checkOn !== undefined && { checkOn }) } };
  return kind === 'closed' ? { next: { ...(closedBecause !== undefined && { closedBecause }) } } : {};
}
