import { scaleLineView } from './scale-line.view.js';

const rating = (voice: 'youth' | 'network' | 'unit', voiceName: string, value: number) => ({ voice, voiceName, value });
const earlier = [
  { bookingId: 'a', startsAt: new Date('2026-08-12T08:00:00Z'), ratings: [rating('unit', 'Ungeenheden', 5), rating('youth', 'den unge', 4)] },
  { bookingId: 'b', startsAt: new Date('2026-10-07T08:00:00Z'), ratings: [rating('youth', 'den unge', 6), rating('network', 'Rosa', 6)] },
];
const today = { startsAt: new Date('2026-12-09T08:00:00Z'), ratings: [rating('youth', 'den unge', 8)] };

describe('the scale as a line over the meetings', () => {
  it('is none while nobody has given a number', () => {
    expect(scaleLineView([], { ...today, ratings: [] })).toBeNull();
  });

  it('has the youth first, and each person says the numbers in order', () => {
    const view = scaleLineView(earlier, today);
    expect(view?.people.map(({ name }) => name)).toEqual(['den unge', 'Ungeenheden', 'Rosa']);
    expect(view?.people[0]?.said).toBe('12. august 2026: 4, 7. oktober 2026: 6, 9. december 2026: 8');
    expect(view?.people[2]?.said).toContain('12. august 2026: intet tal');
  });

  it('draws a higher number higher, and a later meeting further to the right', () => {
    const [first, second, third] = scaleLineView(earlier, today)?.people[0]?.points ?? [];
    expect(first?.y).toBeGreaterThan(second?.y ?? Infinity);
    expect(second?.y).toBeGreaterThan(third?.y ?? Infinity);
    expect(first?.x).toBeLessThan(second?.x ?? 0);
  });

  it('keeps names apart that end at the same number', () => {
    const ratings = [rating('youth', 'den unge', 6), rating('network', 'Rosa', 6), rating('unit', 'Ungeenheden', 6)];
    const heights = scaleLineView([], { ...today, ratings })?.people.map(({ labelY }) => labelY) ?? [];
    expect(Math.min(...heights.slice(1).map((y, at) => y - (heights[at] ?? 0)))).toBeGreaterThanOrEqual(17);
  });

  it('leaves out meetings at which nobody rated', () => {
    expect(scaleLineView([{ bookingId: 'c', startsAt: new Date('2026-06-10T08:00:00Z'), ratings: [] }], today)?.meetings).toHaveLength(1);
  });
});
