import type { VNode } from 'preact';
import type { Refusal } from '../../forms/refusal.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import { BasisFields } from '../basis-fields.js';
import { ItemForm } from '../item-frame.js';
import type { BasisView, BeforeView } from './before.view.js';

export function Bases({ view, refusal }: { view: BeforeView; refusal: Refusal | null }): VNode {
  return (
    <ul class="plain-list no-max-width basis-list">
      {view.bases.map((basis) => (
        <li key={basis.area}>
          <strong>{basis.name}</strong> <BadgeMark {...basis.badge} /><br />{basis.what}
          {view.ahead && <BasisForm basis={basis} view={view} refusal={refusal} />}
        </li>
      ))}
    </ul>
  );
}

function BasisForm({ basis, view, refusal }: { basis: BasisView; view: BeforeView; refusal: Refusal | null }): VNode {
  const action = `${view.at}/grundlag/${basis.area}`;
  return (
    <details open={basis.lacks || refusal?.action === action}>
      <summary>{basis.lacks ? 'Skriv grundlaget' : 'Ret grundlaget'}<span class="sr-only">{` for ${basis.name}`}</span></summary>
      <ItemForm action={action} refusal={refusal} class="basis-form">
        <BasisFields consents={basis.consents} consentId={basis.consentId} act={basis.act} section={basis.section} />
        <button class="button button-secondary" type="submit">Gem grundlaget<span class="sr-only">{` for ${basis.name}`}</span></button>
      </ItemForm>
    </details>
  );
}
