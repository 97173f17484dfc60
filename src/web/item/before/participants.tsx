import type { VNode } from 'preact';
import { AnswerButtons, AnsweredTime } from '../../forms/answer-buttons.js';
import { Select } from '../../forms/fields.js';
import { ActionButton } from '../../forms/form.js';
import type { Refusal } from '../../forms/refusal.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import { ItemForm } from '../item-frame.js';
import type { BeforeView, PersonView } from './before.view.js';

interface Props {
  readonly view: BeforeView;
  readonly refusal: Refusal | null;
}

export function Participants({ view, refusal }: Props): VNode {
  return (
    <>
      {view.myAnswer !== null && <MyAnswer chosen={view.myAnswer.chosen} at={view.at} startsAt={view.startsAt} />}
      <ul class="plain-list">
        {view.people.map((person) => <li key={person.id}><Person person={person} at={view.at} refusal={refusal} /></li>)}
        {view.guests.map(({ id, text, answer }) => <li key={id}><strong>{text}</strong>{answer !== null && <> <BadgeMark {...answer} /></>}</li>)}
      </ul>
      {view.colleagues.length > 0 && <AskColleague colleagues={view.colleagues} action={`${view.at}/kolleger`} refusal={refusal} />}
    </>
  );
}

function AskColleague({ colleagues, action, refusal }: { colleagues: BeforeView['colleagues']; action: string; refusal: Refusal | null }): VNode {
  return (
    <details open={refusal?.action === action}>
      <summary>Tag en kollega mere med</summary>
      <ItemForm action={action} refusal={refusal}>
        <Select name="staffId" label="Hvem skal med?" hint="Kollegaen får adgang til den unges sag og bliver indkaldt." required empty="Vælg" options={colleagues} />
        <button class="button button-secondary" type="submit">Sæt på punktet</button>
      </ItemForm>
    </details>
  );
}

function MyAnswer({ chosen, at, startsAt }: { chosen: string; at: string; startsAt: string }): VNode {
  return (
    <ItemForm action={`${at}/svar`} class="answer-row">
      <span>Kommer du?</span>
      <AnsweredTime startsAt={startsAt} />
      <AnswerButtons chosen={chosen} />
    </ItemForm>
  );
}

function Person({ person, at, refusal }: { person: PersonView; at: string; refusal: Refusal | null }): VNode {
  const action = `${at}/stedfortraeder/${person.id}`;
  return (
    <>
      <strong>{person.name}</strong> <BadgeMark {...person.answer} /><br />{person.facts}
      {person.leaves && <> <ActionButton action={`${at}/kolleger/${person.id}/tag-af`} text="Tag af" about={person.name} /></>}
      {person.substitutes.length > 0 && (
        <details open={refusal?.action === action}>
          <summary>Sæt en anden ind<span class="sr-only">{` i stedet for ${person.name}`}</span></summary>
          <ItemForm action={action} refusal={refusal}>
            <Select name="staffId" label="Hvem kommer i stedet?" required empty="Vælg" options={person.substitutes} />
            <button class="button button-secondary" type="submit">Sæt ind</button>
          </ItemForm>
        </details>
      )}
    </>
  );
}
