import type { VNode } from 'preact';
import { NETWORK_KINDS } from '../../youths/network/network-person.entity.js';
import { Radios, Select, TextField, Tick } from '../forms/fields.js';
import { CLOSENESS_LABELS, NETWORK_KIND_LABELS } from '../words/youth-words.js';

export interface PersonValues {
  readonly name?: string;
  readonly relation?: string;
  readonly phone?: string;
  readonly email?: string;
}

const KINDS = NETWORK_KINDS.map((kind) => ({ value: kind, label: NETWORK_KIND_LABELS[kind] }));
const CLOSENESS = Object.entries(CLOSENESS_LABELS).map(([value, label]) => ({ value, label: label.charAt(0).toUpperCase() + label.slice(1) }));
const KEPT = 'Vises ikke på grund af beskyttelse. Skriv kun noget, hvis det skal ændres.';

/** What is asked about somebody in the network. */
export function NetworkPersonFields({ values = {}, hidden }: { values?: PersonValues & { kind?: string; closeness?: string }; hidden: boolean }): VNode {
  return (
    <>
      <WhoFields values={values} hidden={hidden} relationHint="Med den unges egne ord, fx storesøster, træner, kontaktperson." />
      <Radios name="kind" label="Hvilken side af netværket?" required value={values.kind ?? 'private'} options={KINDS} />
      <Select name="closeness" label="Hvor tæt på den unge?" required value={values.closeness ?? '2'} options={CLOSENESS} />
    </>
  );
}

/** What is asked about somebody who holds custody. */
export function CustodyHolderFields({ values = {}, hidden }: { values?: PersonValues & { livesWithYouth?: boolean; invite?: boolean }; hidden: boolean }): VNode {
  return (
    <>
      <WhoFields values={values} hidden={hidden} relationHint="Fx mor, far, adoptivmor." />
      {!hidden && <Tick name="livesWithYouth" label="Bor med den unge" checked={values.livesWithYouth ?? false} />}
      <Tick name="invite" label="Skal inviteres til K-møder" hint="Når den unge fylder 18 år, inviteres forældre kun, hvis den unge ønsker det." checked={values.invite ?? true} />
    </>
  );
}

function WhoFields({ values, hidden, relationHint }: { values: PersonValues; hidden: boolean; relationHint: string }): VNode {
  const hint = hidden ? { hint: KEPT } : {};
  return (
    <>
      <TextField name="name" label="Navn" required maxLength={200} {...given(values.name)} />
      <TextField name="relation" label="Relation" hint={relationHint} required maxLength={100} {...given(values.relation)} />
      <TextField name="phone" type="tel" label="Telefon" maxLength={40} {...hint} {...given(hidden ? undefined : values.phone)} />
      <TextField name="email" type="email" label="E-mail" {...hint} {...given(hidden ? undefined : values.email)} />
    </>
  );
}

function given(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}
