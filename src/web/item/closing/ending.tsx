import type { VNode } from 'preact';
import { Radios, Select, TextArea, TextField } from '../../forms/fields.js';
import { ItemPart } from '../item-frame.js';
import type { ClosingView } from './closing.view.js';
import { PartGap } from './row-fields.js';

const NEXT = [
  { value: 'slot', label: 'Et nyt møde' }, { value: 'check', label: 'En dato, hvor aftalerne tjekkes' }, { value: 'closed', label: 'Ikke mere: punktet er afsluttet' },
];
const TAPS = [{ value: '1', label: 'Nej' }, { value: '2', label: 'Delvist' }, { value: '3', label: 'Ja' }];
const QUESTIONS = [['youthView', 'Kom den unges egen mening frem?'], ['rightPeople', 'Var de rigtige med?'], ['useful', 'Hjalp mødet?']] as const;

/** What the item ended with, who coordinates, and what is next. */
export function Ending({ view }: { view: ClosingView }): VNode {
  return (
    <>
      <ItemPart id="resultat" heading="Resultat">
        <Radios name="outcome" label="Hvad endte punktet med?" value={view.content.outcome ?? ''} options={view.outcomes} />
        {view.hasYouth && (
          <Select name="coordinatorId" label="Koordinerende sagsbehandler" required={view.needs.has('coordinator')} empty="Vælg" value={view.coordinatorId} options={view.coordinators}
            hint="Vælger I en ny, får vedkommende et tilbud. Den nuværende bliver, indtil der er sagt ja." />
        )}
      </ItemPart>
      <ItemPart id="next" heading="Det næste">
        <PartGap name="next" />
        <Radios name="nextKind" label="Hvad følger?" value={view.nextKind} options={view.hasYouth ? NEXT : NEXT.filter(({ value }) => value !== 'check')} />
        <div class="if-slot">
          <Select name="next.slotId" label="Tid til et nyt møde" empty="Vælg en ledig tid" value={view.content.next?.slotId ?? ''} options={view.slots} />
          <TextField name="next.lateReason" label="Hvis mødet ligger efter en frist: hvorfor?" value={view.content.next?.lateReason ?? ''} maxLength={1000} />
        </div>
        {view.hasYouth && <div class="if-check"><TextField name="next.checkOn" label="Aftalerne tjekkes den" type="date" value={view.checkOn} /></div>}
        <div class="if-closed"><TextField name="next.closedBecause" label="Hvorfor er punktet afsluttet?" value={view.content.next?.closedBecause ?? ''} maxLength={1000} /></div>
      </ItemPart>
    </>
  );
}

/** Never asked for: three taps, and what others could use an answer to. */
export function Afterthoughts({ view }: { view: ClosingView }): VNode {
  const { evaluation, principledQuestions = [] } = view.content;
  return (
    <ItemPart id="evaluering" heading="Tre hurtige spørgsmål om mødet">
      <details>
        <summary>Svar, hvis I har lyst</summary>
        {QUESTIONS.map(([code, label]) => <Radios key={code} name={`evaluation.${code}`} label={label} value={String(evaluation?.[code] ?? '')} options={TAPS} />)}
        <TextArea name="evaluation.note" label="Bemærkning" value={evaluation?.note ?? ''} rows={2} maxLength={2000} />
      </details>
      <details open={principledQuestions.length > 0}>
        <summary>Rejs et principielt spørgsmål</summary>
        <p class="form-hint">Uden navn og CPR-nummer. Den, du vælger, finder svaret.</p>
        {[...principledQuestions, {}].map(({ text = '', ownerId = '' }: { text?: string; ownerId?: string }, at) => (
          <div class="field-pair" key={at}>
            <TextField name={`principledQuestions.${at}.text`} label={`Spørgsmål ${at + 1}`} value={text} maxLength={2000} />
            <Select name={`principledQuestions.${at}.ownerId`} label="Hvem finder svaret?" value={ownerId} empty="Vælg" options={view.coordinators} />
          </div>
        ))}
      </details>
    </ItemPart>
  );
}
