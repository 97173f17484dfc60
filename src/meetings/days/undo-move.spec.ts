import { mayUndoMove, UNDO_MOVE_WITHIN_MS } from './undo-move.js';

const now = new Date('2026-12-01T10:00:00Z');
const move = { movedBy: 'karla', movedAt: new Date(now.getTime() - UNDO_MOVE_WITHIN_MS), unplaced: 0 };

describe('taking the move of a day back as a slip', () => {
  it('is for who moved it, within five minutes', () => {
    expect(mayUndoMove(move, 'karla', now)).toBe(true);
    expect(mayUndoMove(move, 'karla', new Date(now.getTime() + 1))).toBe(false);
    expect(mayUndoMove(move, 'henrik', now)).toBe(false);
    expect(mayUndoMove(null, 'karla', now)).toBe(false);
  });

  it('is not offered where items lost their place', () => {
    expect(mayUndoMove({ ...move, unplaced: 1 }, 'karla', now)).toBe(false);
  });
});
