import type { VNode } from 'preact';
import { type GroupedOption, Select } from '../forms/fields.js';
import { Form } from '../forms/form.js';
import { Empty, Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import type { HandedLineView, LeaverLineView, SuccessionView } from './succession.view.js';

/** The people of the unit: choose who leaves. */
export function LeaversPage({ lines }: { lines: readonly LeaverLineView[] }): VNode {
  return (
    <>
      <h1>Personaleskift</h1>
      <p class="font-lead">Vælg, hvem der stopper eller skifter opgaver. Så får alle unge, punkter og aftaler en ny på én side.</p>
      {lines.length === 0 ? <Empty>Der er ingen medarbejdere i din enhed.</Empty> : (
        <table class="table table--compact table--responsive-headers">
          <caption class="sr-only">Medarbejdere i din enhed</caption>
          <thead><tr><th scope="col">Hvem</th><th scope="col">Har nu</th><th scope="col">Givet videre</th></tr></thead>
          <tbody>
            {lines.map(({ id, name, holds, progress }) => (
              <tr key={id}>
                <th scope="row" data-title="Hvem"><a href={`/personaleskift/${id}`}>{name}</a></th>
                <td data-title="Har nu">{holds}</td>
                <td data-title="Givet videre">{progress ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** All that one person holds, with a receiver for each line and one button. */
export function LeaverPage({ view, handed, refusal }: { view: SuccessionView; handed: boolean; refusal: Refusal | null }): VNode {
  const nothing = view.youths.length + view.items.length + view.actions.length === 0;
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <Notice text={handed ? 'Givet videre. Punkter og aftaler er flyttet, og de unge er tilbudt. Hver modtager skal sige ja.' : null} />
      <p><a href="/personaleskift">Tilbage til enheden</a></p>
      <h1>{`Personaleskift: ${view.name}`}</h1>
      <p class="font-lead">{view.lead}</p>
      {view.progress !== null && <p class="succession-progress"><strong>{view.progress}</strong></p>}
      {view.standing !== null && <p>{view.standing}</p>}
      {!nothing && (
        <Form action={`/personaleskift/${view.id}`} refusal={refusal} class="succession">
          <p>Vi foreslår den kollega i enheden, der har færrest unge. Punkter og aftaler følger den unge. Ret det, der skal være anderledes.</p>
          <Lines heading="Unge" hint="De unge bliver, hvor de er, indtil modtageren har sagt ja." lines={view.youths} options={view.coordinators} />
          <Lines heading="Punkter på kommende K-møder" hint="Modtageren bliver inviteret og svarer selv." lines={view.items} options={view.staff} />
          <Lines heading="Aftaler og opfølgninger" hint="De flyttes med det samme." lines={view.actions} options={view.staff} />
          <div class="form-actions"><button class="button button-primary" type="submit">Giv alt videre</button></div>
        </Form>
      )}
    </>
  );
}

function Lines({ heading, hint, lines, options }: { heading: string; hint: string; lines: readonly HandedLineView[]; options: readonly GroupedOption[] }): VNode | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{`${heading} (${lines.length})`}</h2>
      <p>{hint}</p>
      {lines.map(({ field, what, facts, proposed }) => <Select key={field} name={field} label={what} hint={facts} required={false} value={proposed} empty="Vælg senere" options={options} />)}
    </section>
  );
}
