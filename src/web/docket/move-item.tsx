import type { VNode } from 'preact';
import { Select, TextField } from '../forms/fields.js';
import { ActionButton, Form } from '../forms/form.js';
import type { Refusal } from '../forms/refusal.js';
import type { ItemMenu } from './docket-item.view.js';
import { itemLink } from './docket-links.js';

const ACTION = /^\/dagsorden\/punkter\/([0-9a-f-]{36})\//;

/** Before the ids of the fields of an item's form; empty when the address is no item's. */
export function movePrefix(action: string): string {
  const id = ACTION.exec(action)?.[1];
  return id === undefined ? '' : `flyt-${id}-`;
}

interface MoveItemProps {
  readonly menu: ItemMenu;
  /** Whose item it is, for screen readers. */
  readonly about: string;
  /** Hidden fields that name the fortnight to come back to. */
  readonly back: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
}

/** Everything that may be done with an item from the docket; works without script, which adds dragging. */
export function MoveItem({ menu, about, back, refusal }: MoveItemProps): VNode {
  const at = `/dagsorden/punkter/${menu.id}`;
  const mine = refusal?.action.startsWith(`${at}/`) === true;
  return (
    <details class="item-menu not-on-paper" open={mine}>
      <summary>Flyt punktet<span class="sr-only">{`: ${about}`}</span></summary>
      {menu.places.length > 0 ? <MoveForm menu={menu} at={at} back={back} refusal={refusal} /> : <p>Der er ingen fri plads i de fire uger, du ser her.</p>}
      {menu.carryOver && <p><a href={`${itemLink(menu.id)}/tid`}>Find en anden tid uden kendte aftaler<span class="sr-only">{`: ${about}`}</span></a></p>}
      {menu.carryOver && <ActionButton action={`${at}/naeste-dag`} text="Flyt til den næste dag uden kendte aftaler" about={about} fields={back} />}
      {menu.hold && <ActionButton action={`${at}/afholdt`} text="Meld afholdt" about={about} fields={back} />}
    </details>
  );
}

function MoveForm({ menu: { id, places, more }, at, back, refusal }: Omit<MoveItemProps, 'about'> & { at: string }): VNode {
  const prefix = movePrefix(`${at}/`);
  const closed = places.filter(({ needsReason }) => needsReason).map(({ value }) => value);
  const asked = closed.length > 0 || refusal?.action === `${at}/flyt`;
  return (
    <Form action={`${at}/flyt`} prefix={prefix} refusal={refusal} data={{ 'data-move': id, ...(closed.length > 0 && { 'data-closed': closed.join(' ') }) }}>
      {Object.entries(back).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Select name="slotId" label="Flyt til" required empty="Vælg en fri plads" options={places} {...(more && { hint: 'Flere pladser står på de næste 14 dage.' })} />
      {asked && <TextField name="lateReason" label="Hvorfor skal det med alligevel?" hint="Skrives, når dagsordenen er lukket eller fristen overskredet." maxLength={1_000} />}
      <button class="button button-primary" type="submit">Flyt</button>
    </Form>
  );
}
