import type { VNode } from 'preact';
import type { MeetingView } from './meeting.view.js';

/** The steps with their minutes. A script lets the time run when somebody starts it: no sound, no alert, and it can be paused. */
export function StepTimer({ steps }: Pick<MeetingView, 'steps'>): VNode | null {
  if (steps.length === 0) return null;
  return (
    <details class="step-timer" data-timer="">
      <summary>Dagsorden og tid</summary>
      <ol class="step-list">{steps.map(({ id, title, minutes }) => <li key={id} data-minutes={minutes}>{title} <span class="minutes">{`${minutes} min.`}</span></li>)}</ol>
      <div class="timer-controls" hidden>
        <button type="button" class="button button-secondary" data-timer-run="">Start uret</button>
        <button type="button" class="button button-secondary" data-timer-next="">Næste trin</button>
        <span class="timer-left" data-timer-left="" />
      </div>
    </details>
  );
}
