import type { VNode } from 'preact';
import { Form } from '../../forms/form.js';
import type { Refusal } from '../../forms/refusal.js';
import { ItemFrame, type ItemFrameProps } from '../item-frame.js';
import { Actions, Decisions } from './agreements.js';
import { Attendance } from './attendance.js';
import type { ClosingView } from './closing.view.js';
import type { DraftDifference } from './draft-difference.js';
import { Afterthoughts, Ending } from './ending.js';

export interface ClosingProps {
  readonly view: ClosingView;
  /** What is missing or was refused; what was typed stands in the view. */
  readonly refusal: Refusal | null;
  readonly notice: ItemFrameProps['notice'];
  /** What another has written since; null where nobody has. */
  readonly differences: readonly DraftDifference[] | null;
}

/** The conclusion of an item: saved as it is written, closed when nothing is missing. */
export function Closing({ view, refusal, notice, differences }: ClosingProps): VNode {
  const action = `${view.at}/afslutning`;
  return (
    <ItemFrame head={view.head} tab="afslutning" refusal={refusal} prefix="" notice={notice}>
      <Form action={action} refusal={refusal === null ? null : { ...refusal, action, values: {} }} class="closing-form" data={{ 'data-row': '', 'data-draft': '' }}>
        <input type="hidden" name="version" value={view.version} />
        <div id="kladde" data-box="">{differences !== null && <OthersDraft differences={differences} back={action} />}</div>
        {view.beginsAt !== null && <p><strong>{`Mødet begynder ${view.beginsAt}.`}</strong>{' Du kan skrive en kladde nu. Punktet kan afsluttes, når mødet er begyndt.'}</p>}
        <Actions view={view} />
        <Decisions view={view} />
        <Attendance view={view} />
        <Ending view={view} />
        <Afterthoughts view={view} />
        <div data-region="mangler">{refusal === null && view.beginsAt === null && view.missing.length > 0 && <Gaps view={view} />}</div>
        <div class="form-actions closing-actions">
          {view.closes && <button class="button button-primary" type="submit" formaction={`${action}/luk`}>Afslut punktet</button>}
          <button class="button button-secondary" type="submit">Gem kladden</button>
          <span class="row-state" role="status" data-state="">{view.saved}</span>
        </div>
        {!view.closes && view.beginsAt === null && <p>Du skriver kladden. Mødelederen, sekretæren eller den koordinerende sagsbehandler afslutter punktet.</p>}
      </Form>
    </ItemFrame>
  );
}

function Gaps({ view }: { view: ClosingView }): VNode {
  return (
    <section class="gaps" aria-labelledby="mangler">
      <h2 id="mangler">Det mangler i kladden</h2>
      <ul>{view.missing.map(({ field, message }) => <li key={`${field} ${message}`}><a href={`#${field}`}>{message}</a></li>)}</ul>
    </section>
  );
}

function OthersDraft({ differences, back }: { differences: readonly DraftDifference[]; back: string }): VNode {
  return (
    <div class="others-text" data-conflict="">
      <h2>En anden har skrevet i kladden imens</h2>
      {differences.length === 0 && <p>Der står det samme som hos dig.</p>}
      <dl>{differences.map(({ what, theirs }) => <div key={`${what} ${theirs}`}><dt>{what}</dt><dd>{theirs}</dd></div>)}</dl>
      <p>Det, du har skrevet, står nedenfor. <strong>Gem kladden</strong> for at beholde dit, eller <a href={back} data-take-theirs="">brug den andens</a>.</p>
    </div>
  );
}
