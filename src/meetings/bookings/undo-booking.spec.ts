import { mayUndo, UNDO_WITHIN_MS } from './undo-booking.js';

const now = new Date('2026-12-01T10:00:00Z');
const booking = { state: 'booked', bookedBy: 'freja', revision: 0, createdAt: new Date(now.getTime() - UNDO_WITHIN_MS) } as const;

describe('taking a booking back as a slip', () => {
  it('is for who made it, within a minute', () => {
    expect(mayUndo(booking, 'freja', now)).toBe(true);
    expect(mayUndo(booking, 'freja', new Date(now.getTime() + 1))).toBe(false);
    expect(mayUndo(booking, 'karla', now)).toBe(false);
    expect(mayUndo({ ...booking, bookedBy: 'freja' }, null, now)).toBe(false);
  });

  it('is over when anything else has happened to it', () => {
    expect(mayUndo({ ...booking, revision: 1 }, 'freja', now)).toBe(false);
    expect(mayUndo({ ...booking, state: 'cancelled' }, 'freja', now)).toBe(false);
  });
});
