/** The columns of a youth import. One line is one measure of one youth, or a youth without measures. */
export const IMPORT_COLUMNS = [
  'cpr',
  'fornavn',
  'efternavn',
  'foedselsdato',
  'afdeling',
  'koordinator_email',
  'indsats',
  'indsats_enhed',
  'lov',
  'paragraf',
  'fra',
  'til',
  'skole',
  'klassetrin',
  'specialskole',
  'beskyttet',
  'handlekommune',
  'seneste_overgangsmoede',
  'naeste_moede',
] as const;

export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Columns that must stand in the header and be filled on every line. */
const REQUIRED_COLUMNS = ['cpr', 'fornavn', 'efternavn', 'afdeling'] as const satisfies readonly ImportColumn[];

/** Why a file as a whole cannot be read. `column` names the header cell in question. */
export interface FileProblem {
  code:
    | 'file_empty'
    | 'encoding_unknown'
    | 'header_missing'
    | 'missing_column'
    | 'unknown_column'
    | 'duplicate_column'
    | 'quotes_broken'
    | 'too_many_lines';
  message: string;
  column?: string;
}

export type HeaderReading = { ok: true; columns: readonly ImportColumn[] } | { ok: false; problems: FileProblem[] };

/**
 * Finds the known columns in a header row; order is free, æøå may be written out, case does not matter. All faults are
 * named at once. Where no required column is there, the row is taken for data and none of its cells is repeated.
 */
export function readHeader(cells: readonly string[]): HeaderReading {
  const names = withoutTrailingBlanks(cells.map(columnName));
  if (!REQUIRED_COLUMNS.some((column) => names.includes(column))) return { ok: false, problems: [HEADER_MISSING] };
  const problems = [...missingColumns(names), ...unknownColumns(names), ...duplicateColumns(names)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns: names as ImportColumn[] };
}

const HEADER_MISSING: FileProblem = {
  code: 'header_missing',
  message: `Filens første linje skal være kolonnenavne med semikolon eller komma imellem: ${IMPORT_COLUMNS.join(';')}`,
};

const KNOWN: ReadonlySet<string> = new Set(IMPORT_COLUMNS);

function missingColumns(names: readonly string[]): FileProblem[] {
  return REQUIRED_COLUMNS.filter((column) => !names.includes(column)).map((column) => ({
    code: 'missing_column',
    column,
    message: `Kolonnen ${column} mangler. Tilføj den i filens første linje.`,
  }));
}

function unknownColumns(names: readonly string[]): FileProblem[] {
  return names.flatMap((name, at): FileProblem[] => {
    if (KNOWN.has(name)) return [];
    const column = shownName(name, at);
    return [
      {
        code: 'unknown_column',
        column,
        message: `Vi kender ikke kolonnen ${column}. Ret navnet, eller fjern kolonnen.`,
      },
    ];
  });
}

function duplicateColumns(names: readonly string[]): FileProblem[] {
  const repeated = names.filter((name, at) => KNOWN.has(name) && names.indexOf(name) !== at);
  return [...new Set(repeated)].map((column) => ({
    code: 'duplicate_column',
    column,
    message: `Kolonnen ${column} står der mere end én gang. Behold kun den ene.`,
  }));
}

function columnName(cell: string): string {
  const name = cell
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa');
  return name.replace(/[ -]+/g, '_');
}

/** A header cell may hold a person's data when the file is broken: only a plain word is repeated. */
function shownName(name: string, at: number): string {
  return /^[\p{L}_]{1,40}$/u.test(name) ? name : `nummer ${at + 1}`;
}

function withoutTrailingBlanks(names: string[]): string[] {
  const last = names.findLastIndex((name) => name !== '');
  return names.slice(0, last + 1);
}
