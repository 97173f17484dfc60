import type { VNode } from 'preact';
import { TextArea } from '../../forms/fields.js';
import { ActionButton } from '../../forms/form.js';
import type { Refusal } from '../../forms/refusal.js';
import { ItemForm, ItemFrame, type ItemFrameProps, ItemPart } from '../item-frame.js';
import type { MinutesView } from './minutes.view.js';

export interface MinutesProps {
  readonly view: MinutesView;
  readonly refusal: Refusal | null;
  readonly notice: ItemFrameProps['notice'];
}

/** The minutes: a draft that can be corrected, until somebody approves them. */
export function Minutes({ view, refusal, notice }: MinutesProps): VNode {
  return (
    <ItemFrame head={view.head} tab="referat" refusal={refusal} notice={notice}>
      <p class="font-lead">{view.state}</p>
      {view.open && <div class="not-on-paper"><ActionButton action={`${view.at}/referat/godkend`} text="Godkend referatet" secondary={false} /></div>}
      <dl class="key-facts">{view.facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      <ItemPart id="beslutninger" heading="Det blev I enige om">
        {view.open ? <Corrections view={view} refusal={refusal} /> : <List items={view.decisions.map(({ text }) => text)} none="Ingen beslutninger." />}
        {view.places.length > 0 && <><h3>Steder at vælge mellem</h3><List items={view.places} none="" /></>}
      </ItemPart>
      <ItemPart id="aftaler" heading="Hvem gør hvad hvornår">
        <List items={view.actions.map(({ what, who, when }) => `${what}: ${who}, senest ${when}`)} none={view.noActions ?? 'Ingen aftaler.'} />
      </ItemPart>
      {view.said.map(({ title, lines }) => <ItemPart key={title} id={title.toLowerCase().replace(/[^a-zæøå]+/g, '-')} heading={title}><List items={lines} none="" /></ItemPart>)}
      {view.numbers.length > 0 && <ItemPart id="tal" heading="Skala 0-10"><List items={view.numbers} none="" /></ItemPart>}
      <ItemPart id="personer" heading="Hvem var med"><List items={view.people} none="Ingen er skrevet på." /></ItemPart>
    </ItemFrame>
  );
}

function Corrections({ view, refusal }: { view: MinutesView; refusal: Refusal | null }): VNode {
  const action = `${view.at}/referat`;
  return (
    <ItemForm action={action} refusal={refusal}>
      <input type="hidden" name="version" value={view.version} />
      {[...view.decisions, null].map((decision, at) => (
        <div key={at}>
          <TextArea name={`decisions.${at}.text`} label={decision === null ? 'Endnu en beslutning' : `Beslutning ${at + 1}`} value={decision?.text ?? ''} rows={2} maxLength={4000} />
          {decision !== null && <Kept at={at} decision={decision} />}
        </div>
      ))}
      <button class="button button-secondary" type="submit">Ret referatet</button>
    </ItemForm>
  );
}

/** What a correction of the text does not change. */
function Kept({ at, decision }: { at: number; decision: MinutesView['decisions'][number] }): VNode {
  const { area, formalDecision: made } = decision;
  const kept = { area, 'formalDecision.decidedOn': made?.decidedOn, 'formalDecision.unit': made?.unit, 'formalDecision.reference': made?.reference };
  return <>{Object.entries(kept).map(([name, value]) => (value ? <input key={name} type="hidden" name={`decisions.${at}.${name}`} value={value} /> : null))}</>;
}

function List({ items, none }: { items: readonly string[]; none: string }): VNode {
  return items.length === 0 ? <p>{none}</p> : <ul>{items.map((text) => <li key={text}>{text}</li>)}</ul>;
}
