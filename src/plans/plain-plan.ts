import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../platform/clock/danish-format.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import { dateAt } from '../platform/clock/zone.js';
import type { PdfBlock, PdfDocument } from '../platform/pdf/pdf-document.js';
import { plainPlanTexts, type PlainPlanTexts } from './plain-plan-texts.data.js';
import type { PlanAction, PlanContent, PlanGoal } from './plan-content.js';

/** The plan in plain language: short sentences, one thing at a time. */
export interface PlainPlan {
  readonly title: string;
  readonly name: string;
  readonly writtenOn: string;
  readonly introduction: readonly string[];
  readonly parts: readonly PlainPart[];
}

export interface PlainPart {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Goals stand under the part, each with its own sentences. */
  readonly goals: ReadonlyArray<{ readonly title: string; readonly sentences: readonly string[] }>;
}

/** Says the same as the plan, to the youth, from sentences that are fixed for the day it was written. */
export function plainPlan(content: PlanContent): PlainPlan {
  const writtenOn = dateAt(new Date(content.writtenAt));
  const texts = plainPlanTexts(writtenOn);
  const parts = [
    goalsPart(content, texts, writtenOn), othersPart(content, texts, writtenOn), nextPart(content, texts), reachedPart(content, texts),
    scalePart(content, texts), part(texts.goodToKnow, texts.rights),
  ];
  return {
    title: texts.title, name: content.youth.name, writtenOn: formatDateLongDanish(writtenOn), introduction: [...texts.introduction, ...contact(content, texts)],
    parts: parts.filter(({ sentences, goals }) => sentences.length + goals.length > 0),
  };
}

/** The plain plan as a document. */
export function plainPlanDocument(content: PlanContent, organisation: string): PdfDocument {
  const plan = plainPlan(content);
  return {
    title: plan.title, subtitle: plan.name, organisation, runningTitle: plan.title, writtenAt: content.writtenAt,
    edition: content.version === null ? `Ikke godkendt endnu, skrevet ${plan.writtenOn}` : `Udgave ${content.version} af ${plan.writtenOn}`,
    ...(content.version === null ? { mark: 'Kladde' } : {}),
    blocks: [...plan.introduction.map(paragraph), ...plan.parts.flatMap(partBlocks)],
  };
}

function partBlocks({ heading, sentences, goals }: PlainPart): PdfBlock[] {
  return [
    { kind: 'heading', level: 2, text: heading }, ...sentences.map(paragraph),
    ...goals.flatMap((goal): PdfBlock[] => [{ kind: 'heading', level: 3, text: goal.title }, ...goal.sentences.map(paragraph)]),
  ];
}

function paragraph(text: string): PdfBlock {
  return { kind: 'paragraph', text };
}

function contact({ coordinator }: PlanContent, texts: PlainPlanTexts): string[] {
  if (coordinator === null) return [texts.noContact];
  const phone = coordinator.phone === null ? texts.noContact : fill(texts.contactPhone, { telefon: coordinator.phone });
  return [fill(texts.contact, { navn: coordinator.name }), phone];
}

function goalsPart({ goals }: PlanContent, texts: PlainPlanTexts, writtenOn: CalendarDate): PlainPart {
  const open = goals.filter(({ state }) => state === 'open');
  const told = open.map((goal) => ({ title: goal.title, sentences: goalSentences(goal, texts, writtenOn) }));
  return { heading: texts.goals, sentences: open.length === 0 ? [texts.noGoals] : [], goals: told };
}

function goalSentences({ topic, ownWords, actions }: PlanGoal, texts: PlainPlanTexts, writtenOn: CalendarDate): string[] {
  const agreed = actionSentences(actions, texts, writtenOn);
  return [texts.topics[topic], ...(ownWords === null ? [] : [fill(texts.ownWords, { ord: ownWords })]), ...(agreed.length === 0 ? [texts.noAction] : agreed)];
}

function actionSentences(actions: readonly PlanAction[], texts: PlainPlanTexts, writtenOn: CalendarDate): string[] {
  return actions.filter(({ state }) => state !== 'dropped').flatMap(({ text, owner, dueOn, state }) => {
    const said = { tekst: withoutFullStop(text), navn: owner.name, dato: formatDateLongDanish(dueOn) };
    if (state === 'done') return [fill(texts.done, said)];
    return [fill(texts.action, said), fill(dueOn < writtenOn ? texts.overdue : texts.due, said)];
  });
}

function othersPart({ otherActions }: PlanContent, texts: PlainPlanTexts, writtenOn: CalendarDate): PlainPart {
  return part(texts.otherActions, actionSentences(otherActions, texts, writtenOn));
}

function nextPart({ next }: PlanContent, texts: PlainPlanTexts): PlainPart {
  if (next === null) return part(texts.next, []);
  if (next.kind === 'check') return part(texts.next, [fill(texts.check, { dag: formatDateDanish(next.on) })]);
  const startsAt = new Date(next.startsAt);
  const day = `${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}`;
  return part(texts.next, [fill(texts.meeting, { dag: day }), ...(next.place === null ? [] : [fill(texts.place, { sted: next.place })])]);
}

function reachedPart({ goals }: PlanContent, texts: PlainPlanTexts): PlainPart {
  return part(texts.reached, goals.filter(({ state }) => state === 'reached').map(({ title }) => fill(texts.reachedGoal, { mål: withoutFullStop(title) })));
}

function scalePart({ scale }: PlanContent, texts: PlainPlanTexts): PlainPart {
  const [first, last] = [scale[0], scale.at(-1)];
  if (first === undefined || last === undefined) return part(texts.scale, []);
  return part(texts.scale, [...(first === last ? [] : [fill(texts.scaleFirst, { tal: String(first.value) })]), fill(texts.scaleNow, { tal: String(last.value) })]);
}

function part(heading: string, sentences: readonly string[]): PlainPart {
  return { heading, sentences, goals: [] };
}

function fill(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\p{L}+)\}/gu, (_, word: string) => words[word] ?? '');
}

function withoutFullStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
