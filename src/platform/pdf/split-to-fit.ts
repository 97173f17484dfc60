/**
 * Cuts a text into pieces that fit, at blanks where there are any; nothing is lost but the blanks at the cuts.
 * `fits` must hold for a single character.
 */
export function splitToFit(text: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > 0 && !fits(rest)) {
    const length = longestFitting(rest, fits);
    const blank = rest.lastIndexOf(' ', length);
    const cut = blank > 0 ? blank : length;
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest.length > 0 || pieces.length === 0) pieces.push(rest);
  return pieces;
}

function longestFitting(text: string, fits: (piece: string) => boolean): number {
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
