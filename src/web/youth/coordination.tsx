import type { VNode } from 'preact';
import { CsrfField } from '../layout/document.js';
import type { FormProblem } from './form-problem.js';
import type { HandoverView, YouthPageView } from './youth-page.view.js';

interface CoordinationProps extends Pick<YouthPageView, 'id' | 'coordinator' | 'handover' | 'receivers'> {
  readonly csrf: string;
  readonly problem: FormProblem | null;
}

/** Who coordinates now, the offer that waits for an answer, and the form that makes one. */
export function Coordination({ id, coordinator, handover, receivers, csrf, problem }: CoordinationProps): VNode {
  return (
    <>
      <p>{coordinator === null ? 'Den unge har ingen koordinerende sagsbehandler.' : <><strong>{coordinator}</strong> er koordinerende sagsbehandler.</>}</p>
      {handover !== null && <OpenHandover youthId={id} {...handover} csrf={csrf} />}
      {receivers !== null && <Offer id={id} receivers={receivers} csrf={csrf} problem={problem?.field === 'modtager' ? problem : null} />}
    </>
  );
}

function OpenHandover({ youthId, id, to, since, mine, mayWithdraw, csrf }: HandoverView & { youthId: string; csrf: string }): VNode {
  const base = `/unge/${youthId}/overdragelse/${id}`;
  return (
    <div class="alert alert-info">
      <div class="alert-body">
        <p class="alert-heading">{mine ? 'Du er tilbudt at overtage den unge' : `Tilbudt til ${to}`}</p>
        <p class="alert-text">{`Tilbudt ${since}. Den nuværende koordinerende sagsbehandler bliver, indtil der er sagt ja.`}</p>
        <div class="button-row">
          {mine && <Answer action={`${base}/ja`} text="Sig ja og overtag" csrf={csrf} />}
          {mine && <Answer action={`${base}/nej`} text="Sig nej" csrf={csrf} secondary />}
          {mayWithdraw && <Answer action={`${base}/tilbagetraek`} text="Træk tilbuddet tilbage" csrf={csrf} secondary />}
        </div>
      </div>
    </div>
  );
}

/** One button that answers an offer. */
export function Answer({ action, text, csrf, secondary = false }: { action: string; text: string; csrf: string; secondary?: boolean }): VNode {
  return (
    <form method="post" action={action}>
      <CsrfField csrf={csrf} />
      <button class={`button ${secondary ? 'button-secondary' : 'button-primary'}`} type="submit">{text}</button>
    </form>
  );
}

function Offer({ id, receivers, csrf, problem }: { id: string; receivers: NonNullable<YouthPageView['receivers']>; csrf: string; problem: FormProblem | null }): VNode {
  return (
    <details open={problem !== null}>
      <summary>Overdrag den unge til en anden</summary>
      <form method="post" action={`/unge/${id}/overdragelse`}>
        <CsrfField csrf={csrf} />
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
