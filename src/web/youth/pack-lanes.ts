/** Where something lies on a line, in the units of the picture. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts things in the first lane where they do not touch what lies there already. Null for what finds no lane.
 * @param gap the least distance between two in one lane
 */
export function packLanes(extents: readonly Extent[], gap: number, lanes: number): Array<number | null> {
  const ends: number[] = [];
  return extents.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free === -1 ? ends.length : free;
    if (lane >= lanes) return null;
    ends[lane] = to;
    return lane;
  });
}
