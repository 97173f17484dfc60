/** Whose import it is. */
export interface Importing {
  readonly importId: string;
  readonly importerId: string;
}
