import type { VNode } from 'preact';
import { AnsweredTime } from '../../forms/answer-buttons.js';
import { Radios, TextField } from '../../forms/fields.js';
import type { Refusal } from '../../forms/refusal.js';
import { ItemForm } from '../item-frame.js';
import type { BeforeView } from './before.view.js';

const SAID = [{ value: 'ja', label: 'Ja til tid og deltagere' }, { value: 'nej', label: 'Nej, eller ikke spurgt' }];

export function YouthAnswer({ view, youth, refusal }: { view: BeforeView; youth: NonNullable<BeforeView['youth']>; refusal: Refusal | null }): VNode {
  const action = `${view.at}/den-unges-svar`;
  return (
    <>
      <p>{youth.said}</p>
      {youth.companion !== null && <p>{youth.companion}</p>}
      {view.handles && (
        <details open={(youth.asked && youth.answer === '') || refusal?.action === action}>
          <summary>{youth.answer === '' ? 'Skriv, hvad den unge siger' : 'Ret svaret'}</summary>
          <ItemForm action={action} refusal={refusal}>
            <AnsweredTime startsAt={view.startsAt} />
            <Radios name="answer" label="Hvad siger den unge?" required value={youth.answer} options={SAID} />
            <TextField name="reason" label="Ønske eller begrundelse" hint="Skal skrives, når der ikke er et ja." value={youth.note} maxLength={1000} />
            <button class="button button-secondary" type="submit">Gem svaret</button>
          </ItemForm>
        </details>
      )}
    </>
  );
}
