import type { VNode } from 'preact';
import { TextArea, TextField } from '../forms/fields.js';
import { fieldPrefix } from '../forms/field-prefix.js';
import { FoldedForm } from '../forms/folded-form.js';
import { ActionButton } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { BadgeMark, CallList } from '../youth/youth-parts.js';
import type { ReferralNotice } from './referral-notices.js';
import type { ReferralPageView } from './referral.view.js';

export interface ReferralProps {
  readonly view: ReferralPageView;
  readonly refusal: Refusal | null;
  readonly notice: ReferralNotice | null;
}

/** One referral: what is asked for, what the check says, and what may be done with it. */
export function ReferralPage({ view, refusal, notice }: ReferralProps): VNode {
  return (
    <div class="referral">
      <RefusalSummary refusal={refusal} prefix={fieldPrefix(refusal?.action ?? '')} />
      <Notice text={refusal === null ? (notice?.text ?? null) : null}>{notice !== null && notice.undo !== null && <ActionButton action={notice.undo} text="Fortryd" />}</Notice>
      <h1>{view.who}</h1>
      <p>Anmodning om K-møde <BadgeMark {...view.badge} /> {view.urgent && <BadgeMark text="Haster" tone="error" />} {view.whoHref !== null && <a href={view.whoHref}>Den unges side</a>}</p>
      <dl class="key-facts">{view.facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      {view.next !== null && <p><a class="button button-primary" href={view.next.href}>{view.next.text}</a></p>}
      {view.withoutWords && <p>Du kan ikke læse, hvad der står i anmodningen, fordi du ikke har adgang til sagen.</p>}
      {view.texts.map(({ label, text }) => <section key={label}><h2>{label}</h2><p class="said">{text}</p></section>)}
      <CheckPart view={view} />
      <Verbs view={view} refusal={refusal} />
      {view.call.length > 0 && <section aria-labelledby="ring"><h2 id="ring">Hvem ringer jeg til?</h2><CallList call={view.call} /></section>}
      <History history={view.history} />
    </div>
  );
}

function CheckPart({ view: { outcome, findings, answers } }: { view: ReferralPageView }): VNode {
  return (
    <section aria-labelledby="tjek">
      <h2 id="tjek">Hører sagen til på K-mødet?</h2>
      <p><strong>{`${outcome}.`}</strong></p>
      {findings.length > 0 && <ul>{findings.map(({ rule, text, source }) => <li key={rule}>{text}<br /><small>{source}</small></li>)}</ul>}
      {answers.length > 0 && (
        <details>
          <summary>{`Svarene (${answers.length})`}</summary>
          <dl class="answers">{answers.map(({ question, answer }) => <div key={question}><dt>{question}</dt><dd>{answer}</dd></div>)}</dl>
        </details>
      )}
    </section>
  );
}

function Verbs({ view: { at, verbs, today }, refusal }: { view: ReferralPageView; refusal: Refusal | null }): VNode | null {
  if (!Object.values(verbs).includes(true)) return null;
  return (
    <section class="verbs" aria-labelledby="vurdering">
      <h2 id="vurdering">{verbs.accept ? 'Din vurdering' : 'Andre veje'}</h2>
      {verbs.accept && <ActionButton action={`${at}/godkend`} text="Godkend" secondary={false} />}
      {verbs.return && (
        <FoldedForm action={`${at}/send-tilbage`} refusal={refusal} summary="Send tilbage" submit="Send tilbage">
          <TextArea name="reason" label="Hvad mangler der, eller hvad skal ske først?" required rows={3} maxLength={1000} />
          <TextField name="returnOn" type="date" label="Hvornår kan den sendes igen?" hint="Den, der skrev den, bliver mindet om det på dagen." min={today} />
        </FoldedForm>
      )}
      {verbs.direct && (
        <FoldedForm action={`${at}/direkte`} refusal={refusal} summary="Koordinér uden møde" submit="Gem, at det koordineres uden møde">
          <TextArea name="reason" label="Hvad er aftalt, og hvorfor er et møde ikke nødvendigt?" hint="Det er en god løsning, og den tæller med som en." required rows={3} maxLength={1000} />
        </FoldedForm>
      )}
      {verbs.withdraw && (
        <FoldedForm action={`${at}/traek-tilbage`} refusal={refusal} summary="Træk anmodningen tilbage" submit="Træk tilbage">
          <TextArea name="reason" label="Hvorfor trækkes den tilbage?" required rows={3} maxLength={1000} />
        </FoldedForm>
      )}
    </section>
  );
}

function History({ history }: Pick<ReferralPageView, 'history'>): VNode | null {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="forloeb">
      <h2 id="forloeb">Forløb</h2>
      <ol class="plain-list">{history.map(({ when, what, reason }) => <li key={`${when} ${what}`}><strong>{what}</strong>, {when}{reason !== null && <><br />{reason}</>}</li>)}</ol>
    </section>
  );
}
