import type { VNode } from 'preact';
import { ActionButton } from '../../forms/form.js';
import type { Refusal } from '../../forms/refusal.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import { BasisFields } from '../basis-fields.js';
import { ItemForm } from '../item-frame.js';
import type { MinutesCopiesView, MinutesCopyView } from './minutes-copies.view.js';

interface Props {
  readonly view: MinutesCopiesView;
  readonly refusal: Refusal | null;
}

/** Minutes for guests who were invited and did not come: on what basis, and whether they have gone. */
export function MinutesCopies({ view, refusal }: Props): VNode {
  if (view.copies.length === 0) return <p>Ingen skal have referatet. Når referatet er godkendt, står de inviterede gæster her, undtagen dem, der er noteret med »Var med«.</p>;
  return (
    <>
      <p>Send referatet med kommunens sikre post, aldrig med almindelig mail. <a href={view.minutes}>Læs referatet</a> eller <a href={`${view.minutes}.pdf`}>hent det som PDF</a>.</p>
      <ul class="plain-list no-max-width post-list">
        {view.copies.map((copy) => <li key={copy.id}><Copy copy={copy} view={view} refusal={refusal} /></li>)}
      </ul>
    </>
  );
}

function Copy({ copy, view, refusal }: Props & { copy: MinutesCopyView }): VNode {
  const { who, badge, what, at, mark } = copy;
  return (
    <>
      <strong>{who}</strong> <BadgeMark {...badge} /><br />{what}
      {mark !== null && (
        <div class="post-doing">
          {mark === 'send' && <ActionButton action={`${at}/sendt`} text="Markér som sendt med kommunens post" about={who} />}
          {mark === 'undo' && <ActionButton action={`${at}/fortryd`} text="Fortryd, ikke sendt" about={who} />}
        </div>
      )}
      {copy.writesBasis && <CopyBasis copy={copy} view={view} refusal={refusal} />}
    </>
  );
}

function CopyBasis({ copy, view, refusal }: Props & { copy: MinutesCopyView }): VNode {
  const action = `${copy.at}/grundlag`;
  const about = <span class="sr-only">{` for ${copy.who}`}</span>;
  return (
    <details open={copy.lacks || refusal?.action === action}>
      <summary>{copy.lacks ? 'Skriv grundlaget' : 'Ret grundlaget'}{about}</summary>
      <ItemForm action={action} refusal={refusal} class="basis-form">
        <BasisFields consents={view.consents} consentId={copy.consentId} act={copy.act} section={copy.section} />
        <button class="button button-secondary" type="submit">Gem grundlaget{about}</button>
      </ItemForm>
    </details>
  );
}
