import type { VNode } from 'preact';
import { Select, TextField } from '../../forms/fields.js';
import { FoldedForm } from '../../forms/folded-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import type { PeopleOutsideView, PersonOutsideView } from './people-outside.view.js';

interface Props {
  readonly view: PeopleOutsideView;
  readonly refusal: Refusal | null;
}

/** Professionals from outside who are invited to the item; they get a mail that names nobody, where mail is sent. */
export function PeopleOutside({ view, refusal }: Props): VNode {
  return (
    <>
      {view.noMail !== null && <p>{view.noMail}</p>}
      {view.people.length === 0 ? <p>Ingen udefra er inviteret.</p> : (
        <ul class="plain-list no-max-width post-list">
          {view.people.map((person) => <li key={person.id}><Person person={person} view={view} refusal={refusal} /></li>)}
        </ul>
      )}
      {view.changes && <Invite view={view} refusal={refusal} />}
      {view.mails.length > 0 && <Mails mails={view.mails} />}
    </>
  );
}

function Person({ person, view, refusal }: Props & { person: PersonOutsideView }): VNode {
  return (
    <>
      <strong>{person.name}</strong> <BadgeMark {...person.answer} /><br />{person.facts}<br />{person.mail}
      {person.undelivered !== null && <p class="post-note">{person.undelivered}</p>}
      {view.changes && (
        <FoldedForm action={`${view.at}/${person.id}/fjern`} refusal={refusal} summary={view.words.remove.summary} about={person.name} submit="Fjern fra punktet">
          <p>{view.words.remove.about}</p>
        </FoldedForm>
      )}
    </>
  );
}

function Invite({ view, refusal }: Props): VNode {
  const { summary, about, submit } = view.words.invite;
  return (
    <FoldedForm action={view.at} refusal={refusal} summary={summary} submit={submit}>
      <p>{about}</p>
      {view.network.length > 0 && <Select name="networkPersonId" label="Fra den unges netværk" empty="Ingen, jeg skriver navnet" options={view.network} />}
      <TextField name="name" label="Navn" required={view.network.length === 0} maxLength={200} />
      <TextField name="function" label="Hvad er personen for den unge?" hint="Fx støtteperson eller lærer" maxLength={100} />
      <TextField name="email" label="E-mail" type="email" required={view.network.length === 0} hint={view.network.length > 0 ? 'Skal kun skrives, hvis netværket ikke har den' : 'Arbejdsmail, ikke privat'} maxLength={254} />
    </FoldedForm>
  );
}

function Mails({ mails }: Pick<PeopleOutsideView, 'mails'>): VNode {
  return (
    <details>
      <summary>Alle mails om punktet ({mails.length})</summary>
      <table class="table stacking-table">
        <caption class="sr-only">Mails om punktet, de nyeste først</caption>
        <thead><tr><th scope="col">Hvem</th><th scope="col">Hvad</th><th scope="col">Skrevet</th><th scope="col">Hvad skete der</th></tr></thead>
        <tbody>
          {mails.map(({ id, who, what, time, state }) => <tr key={id}><th scope="row">{who}</th><td>{what}</td><td>{time}</td><td>{state}</td></tr>)}
        </tbody>
      </table>
    </details>
  );
}
