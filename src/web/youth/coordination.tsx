import type { VNode } from 'preact';
import { CsrfField } from '../forms/form.js';
import type { FormProblem } from './form-problem.js';
import type { HandoverView, YouthPageView } from './youth-page.view.js';

interface CoordinationProps extends Pick<YouthPageView, 'id' | 'coordinator' | 'handover' | 'receivers'> {
  readonly problem: FormProblem | null;
}

/** Who coordinates now, the offer that waits for an answer, and the form that makes one. */
export function Coordination({ id, coordinator, handover, receivers, problem }: CoordinationProps): VNode {
  return (
    <>
      <p>{coordinator === null ? 'Den unge har ingen koordinerende sagsbehandler.' : <><strong>{coordinator}</strong> er koordinerende sagsbehandler.</>}</p>
      {handover !== null && <OpenHandover youthId={id} {...handover} />}
      {receivers !== null && <Offer id={id} receivers={receivers} problem={problem?.field === 'modtager' ? problem : null} />}
    </>
  );
}

function OpenHandover({ youthId, id, to, since, mine, mayWithdraw }: HandoverView & { youthId: string }): VNode {
  const base = `/unge/${youthId}/overdragelse/${id}`;
  return (
    <div class="alert alert-info">
      <div class="alert-body">
        <p class="alert-heading">{mine ? 'Du er tilbudt at overtage den unge' : `Tilbudt til ${to}`}</p>
        <p class="alert-text">{`Tilbudt ${since}. Den nuværende koordinerende sagsbehandler bliver, indtil der er sagt ja.`}</p>
        <div class="button-row">
          {mine && <Answer action={`${base}/ja`} text="Sig ja og overtag" />}
          {mine && <Answer action={`${base}/nej`} text="Sig nej" secondary />}
          {mayWithdraw && <Answer action={`${base}/tilbagetraek`} text="Træk tilbuddet tilbage" secondary />}
        </div>
      </div>
    </div>
  );
}

/** One button that answers an offer. */
export function Answer({ action, text, secondary = false }: { action: string; text: string; secondary?: boolean }): VNode {
  return (
    <form method="post" action={action}>
      <CsrfField />
      <button class={`button ${secondary ? 'button-secondary' : 'button-primary'}`} type="submit">{text}</button>
    </form>
  );
}

function Offer({ id, receivers, problem }: { id: string; receivers: NonNullable<YouthPageView['receivers']>; problem: FormProblem | null }): VNode {
  return (
    <details open={problem !== null}>
      <summary>Overdrag den unge til en anden</summary>
      <form method="post" action={`/unge/${id}/overdragelse`}>
        <CsrfField />
        <div class={problem === null ? 'form-group' : 'form-group form-error'}>
          <label class="form-label" for="modtager">Hvem skal overtage?</label>
          <span class="form-hint" id="modtager-hjaelp">Den, du vælger, skal sige ja, før noget ændrer sig.</span>
          {problem !== null && <span class="form-error-message" id="modtager-fejl"><span class="sr-only">Fejl: </span>{problem.message}</span>}
          <select
            class="form-select" id="modtager" name="to" required aria-invalid={problem !== null ? 'true' : undefined}
            aria-describedby={problem !== null ? 'modtager-hjaelp modtager-fejl' : 'modtager-hjaelp'}
          >
            <option value="">Vælg en sagsbehandler</option>
            {receivers.map(({ department, people }) => (
              <optgroup key={department} label={department}>
                {people.map((person) => <option key={person.id} value={person.id}>{person.name}</option>)}
              </optgroup>
            ))}
          </select>
        </div>
        <button class="button button-primary" type="submit">Tilbyd overdragelse</button>
      </form>
    </details>
  );
}
