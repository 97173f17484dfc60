import type { VNode } from 'preact';
import { VOICE_LABELS, VOICES } from '../../../agendas/agenda-words.js';
import { Select, TextField } from '../../forms/fields.js';
import type { Refusal } from '../../forms/refusal.js';
import { ItemForm, ItemPart } from '../item-frame.js';
import { capital } from '../../words/capital.js';
import { ConflictNote } from './conflict-note.js';
import type { MeetingView, RatingView } from './meeting.view.js';
import { ScaleLine } from './scale-line.js';
import { RowButtons } from './statements.js';

const NUMBERS = Array.from({ length: 11 }, (_, number) => ({ value: String(number), label: String(number) }));
const VOICE_OPTIONS = VOICES.map((value) => ({ value, label: capital(VOICE_LABELS[value]) }));

/** Both ends first, then a number from each, the youth first; the line goes on from the meetings before. */
export function Scale({ view, refusal }: { view: MeetingView; refusal: Refusal | null }): VNode {
  return (
    <ItemPart id="skala" heading={view.scale.question}>
      <ul class="scale-ends">{view.scale.ends.map((end) => <li key={end}>{end}</li>)}</ul>
      <div data-region="skala-billede">{view.line !== null && <ScaleLine view={view.line} />}</div>
      <ul class="plain-list no-max-width ratings" data-region="skala-tal">
        {view.ratings.map((rating) => <Rating key={rating.id} rating={rating} view={view} />)}
        {view.ratings.length === 0 && <li class="nothing">Ingen har givet et tal endnu.</li>}
      </ul>
      {view.writes && <NewRating view={view} refusal={refusal} />}
    </ItemPart>
  );
}

function Rating({ rating, view }: { rating: RatingView; view: MeetingView }): VNode {
  const { id, name, value, because, oneUp, version, conflict } = rating;
  const action = `${view.at}/tal/${id}`;
  if (!view.writes) return <li><strong>{`${name}: ${value}`}</strong>{because !== '' && ` – ${because}`}</li>;
  const [why, more] = view.scale.afterwards;
  return (
    <li id={`tal-${id}`} data-box="">
      <ItemForm action={action} class="row-form rating-form" data={{ 'data-row': '' }}>
        {conflict !== null && <ConflictNote conflict={conflict} back={`${view.at}/moede#tal-${id}`} />}
        <label class="voice" for={`tal-${id}-value`}>{name}</label>
        <select class="form-select" id={`tal-${id}-value`} name="value">{NUMBERS.map((each) => <option key={each.value} value={each.value} selected={each.value === String(value)}>{each.label}</option>)}</select>
        <input class="form-input" name="because" value={because} maxLength={1000} aria-label={`${name}: ${why ?? ''}`} placeholder={why} />
        <input class="form-input" name="oneUp" value={oneUp} maxLength={1000} aria-label={`${name}: ${more ?? ''}`} placeholder={more} />
        <input type="hidden" name="version" value={version} />
        <RowButtons save={conflict === null ? 'Gem' : 'Behold min tekst'} remove={`${action}/slet`} about={name} />
      </ItemForm>
    </li>
  );
}

function NewRating({ view, refusal }: { view: MeetingView; refusal: Refusal | null }): VNode {
  return (
    <ItemForm action={`${view.at}/tal`} refusal={refusal} class="new-row rating-new" data={{ 'data-add': '' }}>
      <Select name="voice" label="Hvem giver tallet?" required value={view.ratings.length === 0 ? 'youth' : 'unit'} options={VOICE_OPTIONS} />
      <TextField name="voiceName" label="Navn" maxLength={100} />
      <Select name="value" label="Tal" required empty="Vælg" options={NUMBERS} />
      <TextField name="because" label={view.scale.afterwards[0] ?? 'Hvorfor?'} maxLength={1000} />
      <button class="button button-secondary" type="submit">Tilføj tallet</button>
      <span class="row-state" role="status" data-state="" />
    </ItemForm>
  );
}
