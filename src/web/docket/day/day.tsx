import type { ComponentChildren, VNode } from 'preact';
import { Checkboxes, Select, TextArea, TextField, Tick } from '../../forms/fields.js';
import { Form } from '../../forms/form.js';
import { Notice, RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { BadgeMark } from '../../youth/youth-parts.js';
import type { DayPageView } from './day.view.js';
import { Seats } from './seats.js';

export interface DayPageProps {
  readonly view: DayPageView;
  readonly notice: string | null;
  readonly refusal: Refusal | null;
}

/** Before the ids of the fields of a day's form: the last part of its address. What is in the way of taking a move back is mended by another move. */
function prefixOf(action: string): string {
  const form = action.replace(/\/fortryd$/, '');
  return `${form.slice(form.lastIndexOf('/') + 1)}-`;
}

export function DayOverview({ view, notice, refusal }: DayPageProps): VNode {
  const { heading, facts, summary, state, docket, sitters, may, late } = view;
  return (
    <>
      <RefusalSummary refusal={refusal} prefix={prefixOf(refusal?.action ?? '')} />
      <Notice text={notice} />
      <h1>{heading}</h1>
      <p class="font-lead">{facts} {state !== null && <span class="badge badge-info">{state}</span>}</p>
      <p>{summary}</p>
      <p><a href={docket}>Se dagsordenen</a></p>
      <section>
        <h2>Hvem sidder med hele dagen?</h2>
        <ul class="plain-list">{sitters.map(({ name, answer }) => <li key={name}>{name} <BadgeMark {...answer} /></li>)}</ul>
      </section>
      <div class="day-forms">
        {view.undoableMove !== null && <UndoMove at={view.at} lead={view.undoableMove} />}
        {view.seats !== null && <Seats action={`${view.at}/personer`} view={view.seats} refusal={refusal} />}
        {may.close && <Close view={view} />}
        {may.reopen && <Reopen view={view} refusal={refusal} />}
        {late !== null && <LateItem at={view.at} late={late} refusal={refusal} />}
        {may.change && <MoveDay view={view} refusal={refusal} />}
        {may.change && <CancelDay view={view} refusal={refusal} />}
        {!may.change && <p>Dagen kan ikke ændres mere.</p>}
      </div>
    </>
  );
}

function DayForm({ action, refusal, heading, lead, button, children }: {
  action: string; refusal: Refusal | null; heading: string; lead: string; button: string; children?: ComponentChildren;
}): VNode {
  return (
    <section>
      <h2>{heading}</h2>
      <p>{lead}</p>
      <Form action={action} prefix={prefixOf(action)} refusal={refusal} class="form-fields">
        {children}
        <p class="form-actions"><button class="button button-secondary" type="submit">{button}</button></p>
      </Form>
    </section>
  );
}

function Close({ view: { at, closes } }: { view: DayPageView }): VNode {
  return <DayForm action={`${at}/luk`} refusal={null} heading="Luk dagsordenen" lead={`${closes ?? ''} Når den er lukket, kommer kun det, der haster, og sene punkter med en begrundelse.`} button="Luk dagsordenen nu" />;
}

function Reopen({ view: { at, date }, refusal }: { view: DayPageView; refusal: Refusal | null }): VNode {
  return (
    <DayForm action={`${at}/aabn`} refusal={refusal} heading="Åbn dagsordenen igen" lead="Så kan alle igen booke frie pladser uden begrundelse." button="Åbn dagsordenen">
      <TextField name="closesOn" type="date" label="Luk igen den" hint="Lader du feltet stå tomt, er dagsordenen åben til mødedagen." max={date} />
    </DayForm>
  );
}

function LateItem({ at, late: { slots, referrals }, refusal }: { at: string; late: NonNullable<DayPageView['late']>; refusal: Refusal | null }): VNode {
  if (referrals.length === 0) return <section><h2>Tag et sent punkt med</h2><p>Ingen godkendte anmodninger mangler en tid.</p></section>;
  return (
    <DayForm action={`${at}/sent-punkt`} refusal={refusal} heading="Tag et sent punkt med" lead="Dagsordenen er lukket, så skriv, hvorfor punktet ikke kan vente. Begrundelsen står på dagsordenen." button="Sæt punktet på">
      <Select name="referralId" label="Anmodning" required empty="Vælg en anmodning" options={referrals} />
      <Select name="slotId" label="Fri plads" required empty="Vælg en fri plads" options={slots} />
      <TextArea name="lateReason" label="Hvorfor skal det med nu?" required rows={2} maxLength={1_000} />
    </DayForm>
  );
}

function MoveDay({ view: { at, date, startsAt, room, items }, refusal }: { view: DayPageView; refusal: Refusal | null }): VNode {
  return (
    <DayForm action={`${at}/flyt`} refusal={refusal} heading="Flyt dagen" lead="Punkterne følger med, alle får besked, og de unge skal spørges igen." button="Flyt dagen">
      <TextField name="date" type="date" label="Ny dato" required value={date} />
      <TextField name="startsAt" type="time" label="Begynder kl." required value={startsAt} />
      <TextField name="room" label="Lokale" value={room ?? ''} maxLength={100} />
      <TextArea name="reason" label="Hvorfor flyttes dagen?" required rows={2} maxLength={500} />
      {refusal?.code === 'past_deadlines' && <Tick name="acceptPastDeadlines" label="Flyt dagen, selv om punkter kommer efter deres frist" />}
      {items.length > 0 && <Checkboxes name="unplace" label="Punkter, der ikke skal flytte med" hint="Sæt kun kryds, hvis et punkt skal miste sin tid. Så står det først i køen til en ny." options={items} />}
    </DayForm>
  );
}

function UndoMove({ at, lead }: { at: string; lead: string }): VNode {
  return <DayForm action={`${at}/flyt/fortryd`} refusal={null} heading="Fortryd flytningen" lead={lead} button="Fortryd flytningen" />;
}

function CancelDay({ view: { at, items }, refusal }: { view: DayPageView; refusal: Refusal | null }): VNode {
  return (
    <DayForm action={`${at}/aflys`} refusal={refusal} heading="Aflys dagen" lead="En aflyst dag kan ikke fortrydes her. Overvej at flytte den i stedet." button="Aflys dagen">
      <TextArea name="reason" label="Hvorfor aflyses dagen?" required rows={2} maxLength={500} />
      {items.length > 0 && <Checkboxes name="unplace" label="Disse punkter mister deres tid" hint="Sæt kryds ved hvert punkt, så ingen bliver glemt. De står først i køen til en ny tid." options={items} />}
    </DayForm>
  );
}
