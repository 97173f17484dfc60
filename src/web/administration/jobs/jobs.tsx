import type { VNode } from 'preact';
import { TextField } from '../../forms/fields.js';
import { ActionButton, Form } from '../../forms/form.js';
import { Empty, Notice, RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { BackToAdministration } from '../administration.js';
import type { JobsView, MessageView } from './jobs.view.js';

export function Jobs({ view, refusal, notice }: { view: JobsView; refusal: Refusal | null; notice: string | null }): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <Notice text={notice} />
      <h1>Job</h1>
      <p class="font-lead">Det, systemet gør af sig selv: frister, påmindelser, mails og kalendere.</p>
      <dl class="key-facts">
        {view.health.map(({ label, text, wrong }) => <div key={label}><dt>{label}</dt><dd>{text}{wrong && <> <span class="badge badge-error">Se efter</span></>}</dd></div>)}
      </dl>
      <nav aria-label="Tilstand">
        <ul class="nobullet-list no-max-width choice-of-list">
          {view.states.map(({ href, label, current }) => <li key={href}><a href={href} aria-current={current ? 'page' : undefined}>{label}</a></li>)}
        </ul>
      </nav>
      {view.messages.length === 0 ? <Empty>Ingen job i den tilstand.</Empty> : <Messages messages={view.messages} refusal={refusal} />}
      {view.next !== null && <p><a class="button button-secondary" href={view.next}>Ældre</a></p>}
      <Schedules schedules={view.schedules} />
      <BackToAdministration />
    </>
  );
}

function Messages({ messages, refusal }: { messages: readonly MessageView[]; refusal: Refusal | null }): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>Det nyeste først</caption>
      <thead><tr><th scope="col">Hvad</th><th scope="col">Alder</th><th scope="col">Forsøg</th><th scope="col">Fejl</th><th scope="col">Handling</th></tr></thead>
      <tbody>
        {messages.map((message) => (
          <tr key={message.id}>
            <th scope="row" data-title="Hvad">{message.what}</th>
            <td data-title="Alder">{message.age}</td>
            <td data-title="Forsøg">{message.tries}</td>
            <td data-title="Fejl">{message.fault}</td>
            <td data-title="Handling"><Decide {...message} refusal={refusal} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decide({ id, what, state, mayRetry, mayDismiss, refusal }: MessageView & { refusal: Refusal | null }): VNode {
  const dismissal = `/administration/job/${id}/afvis`;
  if (!mayRetry) return <>{state}</>;
  return (
    <>
      <ActionButton action={`/administration/job/${id}/igen`} text="Prøv igen" about={what} />
      {mayDismiss && (
        <details open={refusal?.action === dismissal}>
          <summary>Lad det ligge<span class="sr-only">{`: ${what}`}</span></summary>
          <Form action={dismissal} refusal={refusal} prefix={`${id}-`}>
            <TextField name="reason" label="Hvorfor skal det ikke gøres?" hint="Skriv intet om personer." required maxLength={300} />
            <button class="button button-secondary" type="submit">Gem</button>
          </Form>
        </details>
      )}
    </>
  );
}

function Schedules({ schedules }: Pick<JobsView, 'schedules'>): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>Det, der sker fast</caption>
      <thead><tr><th scope="col">Hvad</th><th scope="col">Seneste gang</th><th scope="col">Status</th></tr></thead>
      <tbody>
        {schedules.map(({ name, last, wrong }) => (
          <tr key={name}>
            <th scope="row" data-title="Hvad">{name}</th>
            <td data-title="Seneste gang">{last}</td>
            <td data-title="Status">{wrong === null ? 'Som det skal' : <span class="badge badge-error">{wrong}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
