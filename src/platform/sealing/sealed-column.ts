/** A column whose values are sealed, each for its own row. Every one of them stands in src/operations/sealing. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The columns of the primary key with their types, in the order in which the place names them. */
  readonly key: Readonly<Record<string, 'uuid' | 'integer'>>;
  /** What the place of each value begins with. */
  readonly place: string;
}

/** What a value is sealed for: it opens in no other column and no other row. */
export function placeOf({ place }: SealedColumn, ...key: ReadonlyArray<string | number>): string {
  return [place, ...key].join('|');
}

/** 'youth.cpr_cipher' */
export function nameOfColumn({ table, column }: SealedColumn): string {
  return `${table}.${column}`;
}
