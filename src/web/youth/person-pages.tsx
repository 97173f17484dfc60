import type { ComponentChildren, VNode } from 'preact';
import type { CustodyHolderLine } from '../../youths/custody/list-custody-holders.js';
import type { NetworkLine } from '../../youths/network/network.js';
import { ActionButton, Form } from '../forms/form.js';
import { RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { CustodyHolderFields, NetworkPersonFields, type PersonValues } from './person-fields.js';

interface OnPage {
  readonly youth: { readonly id: string; readonly name: string; readonly protected: boolean };
  readonly refusal: Refusal | null;
}

/** Corrects or removes somebody in the network. */
export function NetworkPersonPage({ youth, person, refusal }: OnPage & { person: NetworkLine }): VNode {
  const action = `/unge/${youth.id}/netvaerk/${person.id}`;
  return (
    <EditPage youth={youth} refusal={refusal} heading={`Ret ${person.name}`} action={action}
      fields={<NetworkPersonFields hidden={youth.protected} values={{ ...valuesOf(person), kind: person.kind, closeness: String(person.closeness) }} />}>
      <h2>Fjern fra netværkskortet</h2>
      <p>Tidligere møder husker stadig personen.</p>
      <ActionButton action={`${action}/fjern`} text="Fjern" about={person.name} />
    </EditPage>
  );
}

/** Corrects or removes somebody who holds custody. */
export function CustodyHolderPage({ youth, holder, refusal }: OnPage & { holder: CustodyHolderLine }): VNode {
  const action = `/unge/${youth.id}/foraeldre/${holder.id}`;
  return (
    <EditPage youth={youth} refusal={refusal} heading={`Ret ${holder.name}`} action={action}
      fields={<CustodyHolderFields hidden={youth.protected} values={{ ...valuesOf(holder), livesWithYouth: holder.livesWithYouth, invite: holder.invite }} />}>
      <h2>Har ikke længere forældremyndighed</h2>
      <p>{`Samtykker fra ${holder.name} gælder ikke længere fra i dag. Det kan ikke fortrydes: de skal gives igen.`}</p>
      <ActionButton action={`${action}/fjern`} text="Fjern" about={holder.name} />
    </EditPage>
  );
}

function EditPage({ youth, refusal, heading, action, fields, children }: OnPage & { heading: string; action: string; fields: VNode; children: ComponentChildren }): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <h1>{heading}</h1>
      <p><a href={`/unge/${youth.id}#netvaerk`}>{`Tilbage til ${youth.name}`}</a></p>
      <Form action={action} refusal={refusal} class="form-fields">
        {fields}
        <div class="form-actions"><button class="button button-primary" type="submit">Gem rettelsen</button></div>
      </Form>
      <section class="youth-part">{children}</section>
    </>
  );
}

function valuesOf({ name, relation, phone, email }: Pick<NetworkLine, 'name' | 'relation' | 'phone' | 'email'>): PersonValues {
  return { name, relation, ...(phone !== null && { phone }), ...(email !== null && { email }) };
}
