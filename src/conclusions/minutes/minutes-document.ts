import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import type { MinutesContent, MinutesDecision, MinutesPerson } from './minutes-content.js';

const NO_FORMAL_DECISION =
  'En beslutning på et K-møde er ikke en afgørelse. Når kommunen træffer en afgørelse, kommer den i et brev, og der står, hvordan man kan klage.';

/** The minutes as a document that can be handed over: who was there, what was agreed, who does what by when. */
export function minutesDocument(minutes: MinutesContent, organisation: string): PdfDocument {
  const held = `${formatDateDanish(minutes.date)} kl. ${timeDanish(minutes.startsAt)}-${timeDanish(minutes.endsAt)}`;
  const approved = minutes.approvedAt === null ? null : formatDateLongDanish(dateAt(new Date(minutes.approvedAt)));
  return {
    title: 'Referat',
    ...(minutes.youth === null ? {} : { subtitle: minutes.youth.name }),
    edition: approved === null ? `K-møde ${held}` : `K-møde ${held}, godkendt ${approved}`,
    organisation,
    runningTitle: 'Referat',
    ...(approved === null ? { mark: 'Kladde' } : {}),
    writtenAt: minutes.approvedAt ?? minutes.endsAt,
    blocks: [...facts(minutes), ...ownWords(minutes), ...decisions(minutes), ...actions(minutes), ...people(minutes), { kind: 'note', text: NO_FORMAL_DECISION }],
  };
}

function facts(minutes: MinutesContent): PdfBlock[] {
  const rows = [{ term: 'Punktet handlede om', value: capitalised(minutes.typeLabel) }, { term: 'Resultat', value: minutes.outcomeLabel }];
  if (minutes.coordinatorName) rows.push({ term: 'Koordinerende sagsbehandler', value: minutes.coordinatorName });
  rows.push({ term: 'Det næste', value: nextText(minutes.next) });
  return [{ kind: 'facts', rows }];
}

function nextText({ kind, startsAt, checkOn, closedBecause }: MinutesContent['next']): string {
  if (kind === 'slot' && startsAt) return `Vi mødes ${formatDateDanish(dateAt(new Date(startsAt)))} kl. ${timeDanish(startsAt)}`;
  if (kind === 'check' && checkOn) return `Aftalerne tjekkes ${formatDateDanish(checkOn)}`;
  return `Der er ikke aftalt mere: ${closedBecause ?? ''}`;
}

function ownWords({ statements }: MinutesContent): PdfBlock[] {
  const own = statements.filter((statement) => statement.voice === 'youth' && statement.heading === 'own_words');
  if (own.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: 'Med egne ord' }, ...own.map(({ text }) => ({ kind: 'quote', text }) as const)];
}

function decisions(minutes: MinutesContent): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  if (minutes.decisions.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: 'Det blev vi enige om' }, { kind: 'list', items: minutes.decisions.map(decisionText) });
  }
  if (minutes.places.length > 0) blocks.push({ kind: 'heading', level: 3, text: 'Steder at vælge mellem' }, { kind: 'list', items: [...minutes.places] });
  if (minutes.fewerPlacesBecause) blocks.push({ kind: 'paragraph', text: `Der er færre end to steder: ${minutes.fewerPlacesBecause}` });
  return blocks;
}

function decisionText({ text, formalDecision }: MinutesDecision): string {
  if (!formalDecision) return text;
  const { decidedOn, unit, reference } = formalDecision;
  const parts = [decidedOn ? formatDateLongDanish(decidedOn) : null, unit, reference].filter((part) => part);
  return `${text} (afgørelse: ${parts.join(', ')})`;
}

function actions({ actions: agreed, noActionsBecause }: MinutesContent): PdfBlock[] {
  const heading: PdfBlock = { kind: 'heading', level: 2, text: 'Hvem gør hvad hvornår' };
  if (agreed.length === 0) return noActionsBecause ? [heading, { kind: 'paragraph', text: noActionsBecause }] : [];
  const columns = [{ header: 'Hvad', share: 52 }, { header: 'Hvem', share: 26 }, { header: 'Hvornår', share: 22 }];
  const rows = agreed.map(({ text, ownerName, dueOn }) => [text, ownerName, formatDateLongDanish(dueOn)]);
  return [heading, { kind: 'table', columns, rows }];
}

function people(minutes: MinutesContent): PdfBlock[] {
  const came = minutes.guests.filter((guest) => guest.present).map((guest) => (guest.function ? `${guest.name}, ${guest.function}` : guest.name));
  const youth = minutes.youth !== null && minutes.youthAttended ? [minutes.youth.name] : [];
  const items = [...youth, ...came, ...minutes.staff.map(personText)];
  const blocks: PdfBlock[] = items.length > 0 ? [{ kind: 'heading', level: 2, text: 'Hvem var med' }, { kind: 'list', items }] : [];
  if (minutes.youth !== null && !minutes.youthAttended) blocks.push({ kind: 'paragraph', tone: 'quiet', text: absenceText(minutes) });
  return blocks;
}

function personText({ name, department, present, substitute, absentReason }: MinutesPerson): string {
  if (present) return `${name}, ${department}`;
  return substitute ? `${substitute} i stedet for ${name}, ${department}` : `${name}, ${department}, var ikke med${absentReason ? `: ${absentReason}` : ''}`;
}

function absenceText({ youth, youthAbsentReason, youthView }: MinutesContent): string {
  const why = youthAbsentReason ? `: ${youthAbsentReason}` : '';
  return `${youth?.name ?? ''} var ikke med${why}.${youthView ? ` Den unges egen mening kom med sådan: ${youthView}.` : ''}`;
}

function timeDanish(instant: string): string {
  return formatTimeDanish(new Date(instant));
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}
