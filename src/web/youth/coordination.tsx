import type { VNode } from 'preact';
import { Select } from '../forms/fields.js';
import { FoldedForm } from '../forms/folded-form.js';
import { ActionButton } from '../forms/form.js';
import type { Refusal } from '../forms/refusal.js';
import type { HandoverView, YouthPageView } from './youth-page.view.js';

interface CoordinationProps extends Pick<YouthPageView, 'id' | 'coordinator' | 'handover' | 'receivers'> {
  readonly refusal: Refusal | null;
}

/** Who coordinates now, the offer that waits for an answer, and the form that makes one. */
export function Coordination({ id, coordinator, handover, receivers, refusal }: CoordinationProps): VNode {
  return (
    <>
      <p>{coordinator === null ? 'Den unge har ingen koordinerende sagsbehandler.' : <><strong>{coordinator}</strong> er koordinerende sagsbehandler.</>}</p>
      {handover !== null && <OpenHandover youthId={id} {...handover} />}
      {receivers !== null && (
        <FoldedForm action={`/unge/${id}/overdragelse`} refusal={refusal} summary="Overdrag den unge til en anden" submit="Tilbyd overdragelse">
          <Select name="to" label="Hvem skal overtage?" hint="Den, du vælger, skal sige ja, før noget ændrer sig." required empty="Vælg en sagsbehandler" options={receivers} />
        </FoldedForm>
      )}
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
          {mine && <ActionButton action={`${base}/ja`} text="Sig ja og overtag" secondary={false} />}
          {mine && <ActionButton action={`${base}/nej`} text="Sig nej" />}
          {mayWithdraw && <ActionButton action={`${base}/tilbagetraek`} text="Træk tilbuddet tilbage" />}
        </div>
      </div>
    </div>
  );
}
