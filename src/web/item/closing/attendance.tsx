import type { VNode } from 'preact';
import { Radios, Select, TextField } from '../../forms/fields.js';
import { ItemPart } from '../item-frame.js';
import type { AttendeeView, ClosingView } from './closing.view.js';
import { yesNo } from './closing.view.js';
import { PartGap } from './row-fields.js';

const WAS_THERE = [{ value: 'ja', label: 'Var med' }, { value: 'nej', label: 'Var ikke med' }];
const GUEST_HINT = 'Uden svar regnes gæsten for ikke at være kommet, og skal have referatet bagefter.';

/** Who was there, and who came instead or why nobody did. */
export function Attendance({ view }: { view: ClosingView }): VNode {
  return (
    <ItemPart id="attendance" heading="Hvem var med">
      {view.hasYouth && <Youth view={view} />}
      <p><button class="button button-secondary" type="submit" name="everybody" value="ja">Alle de andre var med</button></p>
      {view.staff.map((person) => <Person key={person.id} person={person} />)}
      {view.guests.map(({ id, name, present }) => <Radios key={id} name={`attendance.guests.${id}`} label={name} hint={GUEST_HINT} value={present} options={WAS_THERE} />)}
    </ItemPart>
  );
}

function Youth({ view }: { view: ClosingView }): VNode {
  const said = view.content.attendance?.youth;
  return (
    <div class="attendee" id="attendance.youth" tabIndex={-1} role="group" aria-label="Den unge">
      <PartGap name="attendance.youth" />
      <Radios name="attendance.youth.present" label="Den unge" value={yesNo(said?.present)} options={WAS_THERE} />
      <div class="if-away">
        <Select name="attendance.youth.reason" label="Hvorfor var den unge ikke med?" empty="Vælg" value={said?.reason ?? ''} options={view.absenceReasons} />
        <TextField name="attendance.youth.note" label="Bemærkning" value={said?.note ?? ''} maxLength={1000} />
        <Select name="attendance.youth.view" label="Hvordan kom den unges egen mening med?" empty="Vælg" value={said?.view ?? ''} options={view.youthViews} />
        <Select name="whenAbsent.then" label="Hvis den unge ikke kom: hvad sker der nu?" empty="Vælg" value={view.content.whenAbsent?.then ?? ''} options={view.absenceAnswers} />
        <TextField name="whenAbsent.reason" label="Hvis I brugte tiden til sparring: hvorfor?" value={view.content.whenAbsent?.reason ?? ''} maxLength={1000} />
      </div>
    </div>
  );
}

function Person({ person }: { person: AttendeeView }): VNode {
  const name = `attendance.staff.${person.id}`;
  return (
    <div class="attendee" id={name} tabIndex={-1} role="group" aria-label={person.name}>
      <PartGap name={name} />
      <Radios name={`${name}.present`} label={`${person.name}, ${person.facts}`} value={person.present} options={WAS_THERE} />
      <div class="if-away field-pair">
        {person.substitutes.length > 0 && (
          <Select name={`${name}.substituteId`} label="Hvem kom i stedet?" value={person.substituteId} empty="Ingen" options={person.substitutes} />
        )}
        <TextField name={`${name}.absentReason`} label="Hvis ingen kom i stedet: hvorfor?" value={person.absentReason} maxLength={500} />
      </div>
    </div>
  );
}
