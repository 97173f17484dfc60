import type { VNode } from 'preact';
import { TextField } from '../../forms/fields.js';
import type { Refusal } from '../../forms/refusal.js';
import { ItemForm } from '../item-frame.js';
import type { BeforeView } from './before.view.js';

/** Another time, or none. */
export function Calling({ view, refusal }: { view: BeforeView; refusal: Refusal | null }): VNode {
  const action = `${view.at}/aflys`;
  return (
    <>
      <p><a href={view.timePage}>Find en anden tid</a></p>
      <details open={refusal?.action === action}>
        <summary>Aflys punktet</summary>
        <ItemForm action={action} refusal={refusal}>
          <TextField name="reason" label="Hvorfor aflyses det?" required maxLength={1000} hint="Deltagerne får besked. Du kan fortryde, så længe ingen har taget tiden." />
          <button class="button button-secondary" type="submit">Aflys punktet</button>
        </ItemForm>
      </details>
    </>
  );
}
