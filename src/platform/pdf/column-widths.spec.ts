import { columnWidths } from './column-widths.js';

const rounded = (widths: number[]): number[] => widths.map((width) => Math.round(width));

describe('the widths of columns', () => {
  it('follow the shares when every word fits', () => {
    expect(columnWidths([5, 3, 2], [90, 60, 40], 400)).toEqual([200, 120, 80]);
  });

  it('grow to a long word, and the others give what they can spare', () => {
    const widths = columnWidths([5, 3, 2], [90, 150, 70], 400);
    expect(rounded(widths)).toEqual([173, 150, 78]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(400);
  });

  it('never give more than the words of a column leave', () => {
    const widths = columnWidths([1, 1], [30, 190], 300);
    expect(widths[1]).toBeCloseTo(150);
    expect(columnWidths([1, 1], [160, 160], 300)).toEqual([150, 150]);
    expect(rounded(columnWidths([3, 1], [200, 130], 300))).toEqual([170, 130]);
  });
});
