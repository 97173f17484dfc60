import type { VNode } from 'preact';
import type { Refusal } from '../../forms/refusal.js';
import { ItemFrame, type ItemFrameProps } from '../item-frame.js';
import type { MeetingView } from './meeting.view.js';
import { Scale } from './scale.js';
import { Column, newStatementPrefix } from './statements.js';
import { StepTimer } from './timer.js';

/** The board of the meeting: the youth's own words first, then the three questions, then the scale. The youth may read all of it. */
export function Meeting({ view, refusal, notice }: { view: MeetingView; refusal: Refusal | null; notice: ItemFrameProps['notice'] }): VNode {
  const heading = refusal?.values['heading'];
  return (
    <ItemFrame head={view.head} tab="moede" refusal={refusal} notice={notice} {...(typeof heading === 'string' && { prefix: newStatementPrefix(heading) })}>
      {view.companion !== null && view.writes && <p class="companion">{`Spørg først: ${view.companion}`}</p>}
      {view.writes && <StepTimer steps={view.steps} />}
      {view.wish !== null && <p class="companion">{`Ønsket fra anmodningen: »${view.wish}«`}</p>}
      {view.writes && <p class="with-script companion">Enter tilføjer det, du har skrevet. Skift og Enter giver en ny linje. Alt gemmes, mens du skriver.</p>}
      <div data-live="10">
        <Column column={view.own} view={view} refusal={refusal} />
        <div class="board-columns">{view.columns.map((column) => <Column key={column.code} column={column} view={view} refusal={refusal} />)}</div>
        {view.topics.length > 0 && view.writes && <p class="companion">{`Har I været omkring ${listed(view.topics)}?`}</p>}
        <Scale view={view} refusal={refusal} />
      </div>
      {view.closing !== null && <p class="button-row"><a class="button button-primary" href={view.closing}>Gå til aftaler og afslutning</a></p>}
    </ItemFrame>
  );
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1) ?? ''}`;
}
