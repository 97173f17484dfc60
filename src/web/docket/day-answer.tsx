import type { VNode } from 'preact';
import { AnswerButtons, AnsweredTime } from '../forms/answer-buttons.js';
import { Form } from '../forms/form.js';
import { BadgeMark } from '../youth/youth-parts.js';
import type { DayAnswerView } from './docket.view.js';

interface DayAnswerProps {
  readonly answer: DayAnswerView;
  /** The day, for screen readers. */
  readonly about: string;
  /** Hidden fields that name the fortnight to come back to. */
  readonly back: Readonly<Record<string, string>>;
}

/** For whoever sits the whole day: says whether they come, as often as they change their mind. */
export function DayAnswer({ answer: { action, startsAt, chosen, badge }, about, back }: DayAnswerProps): VNode {
  return (
    <Form action={action} class="answer-row not-on-paper">
      {Object.entries(back).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <span>Du er indkaldt til hele dagen. Kommer du? {chosen === null && <BadgeMark {...badge} />}</span>
      <AnsweredTime startsAt={startsAt} />
      <AnswerButtons chosen={chosen} about={about} />
    </Form>
  );
}
