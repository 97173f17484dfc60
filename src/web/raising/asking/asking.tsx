import type { ComponentChildren, VNode } from 'preact';
import { Checkboxes, Radios, Select, TextArea } from '../../forms/fields.js';
import { FoldedForm } from '../../forms/folded-form.js';
import { ActionButton, Form } from '../../forms/form.js';
import { Notice, RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import { type AskingView, type FoldView, PURPOSE_OPTIONS, type QuestionView, SUPPORT_OPTIONS, URGENT_OPTIONS, WITHOUT_YOUTH_OPTIONS } from './asking.view.js';
import { Check } from './check.js';

const YES_NO = [{ value: 'ja', label: 'Ja' }, { value: 'nej', label: 'Nej' }, { value: '', label: 'Ved ikke' }];

/** The form that asks for a K-møde: why, two questions and the youth's own wish; the rest is folded and has its answer already. */
export function AskingForm({ view, refusal, notice }: { view: AskingView; refusal: Refusal | null; notice: string | null }): VNode {
  return (
    <div class="asking">
      <RefusalSummary refusal={refusal} />
      <Notice text={refusal === null ? notice : null} />
      <h1>{view.heading}</h1>
      <p class="font-lead">{view.youthHref === null ? view.who : <a href={view.youthHref}>{view.who}</a>} {view.draftFrom !== null && <BadgeMark text={`Kladde fra ${view.draftFrom}`} tone="info" />}</p>
      {view.card.length > 0 && <p>{`Med i sagen: ${view.card.join(' · ')}`}</p>}
      {view.open.map(({ text, href, link }) => <p key={href} class="alert-line">{text} <a href={href}>{link}</a></p>)}
      {view.returned !== null && <Returned reason={view.returned} />}
      <Form action={view.action} refusal={refusal} class="form-fields asking-form" data={{ 'data-autosave': '' }}>
        <TextArea name="reason" label="Hvorfor skal sagen på K-mødet?" hint="To-tre linjer er nok." required rows={3} maxLength={4000} value={view.values.reason} />
        <Questions view={view} />
        <div class="asking-check" data-region="tjek" aria-live="polite"><Check check={view.check} /></div>
        <TextArea name="youthWish" label="Hvad vil den unge selv have ud af mødet?" hint="Med den unges egne ord, hvis du har dem." rows={2} maxLength={4000} value={view.values.youthWish} />
        <Folded view={view} />
        <div class="form-actions">
          <button class="button button-primary" type="submit" name="handling" value="send">Send anmodningen</button>
          <button class="button button-secondary" type="submit" name="handling" value="gem" formNoValidate>Gem som kladde</button>
          <span class="save-state" data-state="" role="status" />
        </div>
      </Form>
      <div data-region="andre-veje"><OtherWays view={view} refusal={refusal} /></div>
    </div>
  );
}

function Returned({ reason }: { reason: string }): VNode {
  return (
    <div class="alert alert-warning">
      <div class="alert-body"><p class="alert-heading">Anmodningen er sendt tilbage til dig</p><p class="alert-text">{reason}</p></div>
    </div>
  );
}

function Questions({ view: { first, more, folds } }: { view: AskingView }): VNode {
  return (
    <>
      <YesNo {...first.several} />
      <Select name={first.support.name} label={first.support.text} empty="Ved ikke" options={SUPPORT_OPTIONS} value={first.support.value} />
      <Fold summary="Flere spørgsmål til tjekket" fold={folds.questions}>{more.map((question) => <YesNo key={question.name} {...question} />)}</Fold>
    </>
  );
}

function YesNo({ name, text, value }: QuestionView): VNode {
  return <div class="yes-no"><Radios name={name} label={text} value={value} options={YES_NO} /></div>;
}

function Folded({ view: { areas, types, follows, values, folds } }: { view: AskingView }): VNode {
  return (
    <>
      <Fold summary="Hvem skal med?" fold={folds.people} region="hvem">
        {areas.must !== '' && <p>{`Altid med til den slags møde: ${areas.must}.`}</p>}
        <Checkboxes name="areas" label="Områder, der skal være med" values={areas.chosen} options={areas.options} />
      </Fold>
      <Fold summary="Hvad slags møde?" fold={folds.kind} region="slags">
        <Select name="type" label="Slags møde" options={types} value={values.type} {...(follows && { empty: 'Følg svarene' })} />
        <Select name="purpose" label="Hvad skal mødet bruges til?" empty="Det, der er almindeligt for den slags møde" options={PURPOSE_OPTIONS} value={values.purpose} />
      </Fold>
      <Fold summary="Haster det?" fold={folds.urgent}>
        <Select name="urgent.reason" label="Hvorfor haster det?" empty="Det haster ikke" options={URGENT_OPTIONS} value={values.urgent} />
        <TextArea name="urgent.note" label="Mere om, hvorfor det haster" rows={2} maxLength={1000} value={values.urgentNote} />
      </Fold>
      <Fold summary="Er den unge med?" fold={folds.youth}>
        <Select name="withoutYouth.reason" label="Hvorfor holdes mødet uden den unge?" empty="Den unge er med" options={WITHOUT_YOUTH_OPTIONS} value={values.without} />
        <TextArea name="withoutYouth.note" label="Mere om, hvorfor den unge ikke er med" rows={2} maxLength={1000} value={values.withoutNote} />
      </Fold>
    </>
  );
}

function Fold({ summary, fold, region, children }: { summary: string; fold: FoldView; region?: string; children: ComponentChildren }): VNode {
  return (
    <details class="asking-fold" open={fold.open}>
      <summary>{`${summary} `}<span class="fold-now" {...(region !== undefined && { 'data-region': region })}>{fold.now}</span></summary>
      {children}
    </details>
  );
}

/** Without a meeting, or not at all. */
function OtherWays({ view, refusal }: { view: AskingView; refusal: Refusal | null }): VNode | null {
  if (view.direct === null && view.discard === null) return null;
  return (
    <section class="asking-other" aria-labelledby="andre-veje">
      <h2 id="andre-veje">Skal det alligevel ikke på K-møde?</h2>
      {view.direct !== null && (
        <FoldedForm action={view.direct} refusal={refusal} summary="Koordinér uden møde" submit="Gem, at det koordineres uden møde">
          <TextArea name="reason" label="Hvad har I aftalt, og hvorfor er et møde ikke nødvendigt?" required rows={3} maxLength={1000} />
        </FoldedForm>
      )}
      {view.discard !== null && <ActionButton action={view.discard} text="Smid kladden ud" />}
    </section>
  );
}
