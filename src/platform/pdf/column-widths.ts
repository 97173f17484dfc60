/** No column grows beyond this part of the table to keep a long word whole. */
const WIDEST = 0.45;

/**
 * Widths of a table's columns: by their shares, but wide enough for the longest word of each (`needed`), which the other columns
 * give up in proportion. All lengths are points; the widths add up to `usable`.
 */
export function columnWidths(shares: readonly number[], needed: readonly number[], usable: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const wished = shares.map((share) => (usable * share) / total);
  const least = wished.map((_, column) => Math.max(0, Math.min(needed[column] ?? 0, usable * WIDEST)));
  if (sum(least) >= usable) return wished;
  const grown = wished.map((width, column) => Math.max(width, least[column] ?? 0));
  const surplus = sum(grown) - usable;
  const spare = grown.map((width, column) => width - (least[column] ?? 0));
  const given = sum(spare);
  return given === 0 ? wished : grown.map((width, column) => width - (surplus * (spare[column] ?? 0)) / given);
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
