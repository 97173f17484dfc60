import type { VNode } from 'preact';
import type { Conflict } from './meeting.view.js';

/** Two have written in the same row: the other's text beside one's own, and the choice. */
export function ConflictNote({ conflict, back }: { conflict: Conflict; back: string }): VNode {
  return (
    <div class="others-text" data-conflict="">
      <p><strong>{`${conflict.by} har rettet her imens:`}</strong></p>
      <blockquote>{conflict.theirs}</blockquote>
      <p>Din tekst står nedenfor. Behold den, eller <a href={back} data-take-theirs="">brug den andens</a>.</p>
    </div>
  );
}
