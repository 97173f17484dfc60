import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../platform/clock/danish-format.js';
import { dateAt } from '../platform/clock/zone.js';
import type { PdfBlock, PdfDocument } from '../platform/pdf/pdf-document.js';
import type { NextContact, PlanAction, PlanContent, PlanGoal } from './plan-content.js';
import { topicLabel } from './plan-codes.js';

const GOOD_TO_KNOW =
  'Planen er en aftale og ikke en afgørelse. Når kommunen træffer en afgørelse, får du den i et brev, og der står, hvordan du kan klage. ' +
  'Du har altid ret til at tage en bisidder med til møder: en, du er tryg ved, og som støtter dig.';

/** The plan as a document for the youth: plain Danish, "du", who does what and by when. */
export function planDocument(content: PlanContent, organisation: string): PdfDocument {
  const writtenOn = formatDateLongDanish(dateAt(new Date(content.writtenAt)));
  const draft = content.version === null;
  return {
    title: 'Din plan',
    subtitle: content.youth.name,
    edition: draft ? `Ikke godkendt endnu, skrevet ${writtenOn}` : `Udgave ${content.version} af ${writtenOn}`,
    organisation,
    runningTitle: draft ? 'Din plan' : `Din plan, udgave ${content.version}`,
    ...(draft ? { mark: 'Kladde' } : {}),
    writtenAt: content.writtenAt,
    blocks: [
      { kind: 'paragraph', text: introduction(content) },
      ...facts(content),
      ...goals(content.goals),
      ...otherActions(content),
      { kind: 'note', title: 'Godt at vide', text: GOOD_TO_KNOW },
    ],
  };
}

function introduction({ coordinator }: PlanContent): string {
  const whom = coordinator ? coordinator.name : 'os i kommunen';
  return `Her står, hvad vi har aftalt med dig: hvad der skal ske, hvem der gør det, og hvornår. Er der noget, du ikke forstår eller ikke er enig i, så sig det til ${whom}.`;
}

function facts({ coordinator, next, scale }: PlanContent): PdfBlock[] {
  const rows: { term: string; value: string }[] = [];
  if (coordinator) {
    const { name, department, phone } = coordinator;
    rows.push({ term: 'Din koordinerende sagsbehandler', value: [name, department, ...(phone ? [`tlf. ${phone}`] : [])].join(', ') });
  }
  if (next) rows.push({ term: next.kind === 'meeting' ? 'Vi mødes igen' : 'Vi tjekker aftalerne', value: nextText(next) });
  if (scale.length > 0) rows.push({ term: 'Hvor tryg er du ved tiden efter 18?', value: scaleText(scale) });
  return rows.length > 0 ? [{ kind: 'facts', rows }] : [];
}

function nextText(next: NextContact): string {
  if (next.kind === 'check') return formatDateDanish(next.on);
  const startsAt = new Date(next.startsAt);
  return `${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}${next.place ? `, ${next.place}` : ''}`;
}

function scaleText(scale: PlanContent['scale']): string {
  const answers = scale.map(({ on, value }) => `${value} (${formatDateLongDanish(on)})`).join(', ');
  return `Du svarede ${answers}. 0 er slet ikke tryg, 10 er helt tryg.`;
}

function goals(all: readonly PlanGoal[]): PdfBlock[] {
  const open = all.filter((goal) => goal.state === 'open');
  const reached = all.filter((goal) => goal.state === 'reached');
  return [
    { kind: 'heading', level: 2, text: 'Dine mål' },
    ...(open.length > 0 ? open.flatMap(goalBlocks) : [{ kind: 'paragraph', text: 'Vi har ikke skrevet mål endnu.' } as const]),
    ...(reached.length > 0 ? reachedBlocks(reached) : []),
  ];
}

function goalBlocks(goal: PlanGoal, index: number): PdfBlock[] {
  const actions = goal.actions.filter((action) => action.state !== 'dropped');
  return [
    { kind: 'heading', level: 3, text: `${index + 1}. ${goal.title}` },
    { kind: 'paragraph', tone: 'quiet', text: topicLabel(goal.topic) },
    ...(goal.ownWords ? [{ kind: 'quote', text: goal.ownWords } as const] : []),
    actions.length > 0 ? actionTable(actions) : { kind: 'paragraph', text: 'Vi har ikke aftalt noget om målet endnu.' },
  ];
}

function reachedBlocks(reached: readonly PlanGoal[]): PdfBlock[] {
  return [
    { kind: 'heading', level: 2, text: 'Mål, du har nået' },
    { kind: 'list', items: reached.map((goal) => `${goal.title} (${topicLabel(goal.topic).toLocaleLowerCase('da')})`) },
  ];
}

function otherActions(content: PlanContent): PdfBlock[] {
  const actions = content.otherActions.filter((action) => action.state !== 'dropped');
  if (actions.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: 'Andre aftaler' }, actionTable(actions)];
}

function actionTable(actions: readonly PlanAction[]): PdfBlock {
  return {
    kind: 'table',
    columns: [{ header: 'Hvad', share: 42 }, { header: 'Hvem', share: 26 }, { header: 'Hvornår', share: 21 }, { header: 'Status', share: 11 }],
    rows: actions.map(({ text, owner, dueOn, state }) => {
      return [text, `${owner.name}, ${owner.department}`, formatDateLongDanish(dueOn), state === 'done' ? 'Gjort' : 'I gang'];
    }),
  };
}
