import type { VNode } from 'preact';
import type { Refusal } from '../../forms/refusal.js';
import { ItemForm } from '../item-frame.js';
import type { BeforeView } from './before.view.js';

/** The steps with their minutes; the numbers before them are their order. */
export function Steps({ view, refusal }: { view: BeforeView; refusal: Refusal | null }): VNode {
  const action = `${view.at}/trin`;
  return (
    <>
      <p>{view.fit}</p>
      <ol class="step-list">{view.steps.map(({ id, title, minutes }) => <li key={id}>{title} <span class="minutes">{`${minutes} min.`}</span></li>)}</ol>
      {view.ahead && view.steps.length > 0 && (
        <details open={refusal?.action === action}>
          <summary>Ret rækkefølge og minutter</summary>
          <ItemForm action={action} refusal={refusal}>
            <table class="table step-table">
              <caption class="sr-only">Dagsordenens trin</caption>
              <thead><tr><th scope="col">Nr.</th><th scope="col">Trin</th><th scope="col">Minutter</th></tr></thead>
              <tbody>{view.steps.map((step) => <StepRow key={step.id} {...step} />)}</tbody>
            </table>
            <button class="button button-secondary" type="submit">Gem dagsordenen</button>
          </ItemForm>
        </details>
      )}
    </>
  );
}

function StepRow({ id, title, minutes, position }: BeforeView['steps'][number]): VNode {
  return (
    <tr>
      <td>
        <input type="hidden" name="id" value={id} />
        <input class="form-input number-input" type="number" name="position" value={position} min={1} max={50} aria-label={`Nummer på trinnet »${title}«`} />
      </td>
      <td><input class="form-input" name="title" value={title} maxLength={200} aria-label={`Trin ${position}`} /></td>
      <td><input class="form-input number-input" type="number" name="minutes" value={minutes} min={1} max={240} aria-label={`Minutter til trin ${position}`} /></td>
    </tr>
  );
}
