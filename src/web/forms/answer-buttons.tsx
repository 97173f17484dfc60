import type { VNode } from 'preact';

const ANSWERS = [['accepted', 'Jeg kommer'], ['tentative', 'Måske'], ['declined', 'Jeg kan ikke']] as const;

/** The three answers to an invitation as buttons of a form; the one that stands is pressed. @param about said to screen readers after each, where a page has several */
export function AnswerButtons({ chosen, about }: { chosen: string | null; about?: string }): VNode {
  return (
    <>
      {ANSWERS.map(([value, text]) => (
        <button key={value} class="button button-secondary" type="submit" name="answer" value={value} aria-pressed={value === chosen ? 'true' : 'false'}>
          {value === chosen ? `✓ ${text}` : text}{about !== undefined && <span class="sr-only">{`: ${about}`}</span>}
        </button>
      ))}
    </>
  );
}

/** Says to which beginning an answer is, so that it does not count for another one that came meanwhile. @param startsAt an instant */
export function AnsweredTime({ startsAt }: { startsAt: string }): VNode {
  return <input type="hidden" name="startsAt" value={startsAt} />;
}
