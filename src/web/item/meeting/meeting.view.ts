import type { Agenda } from '../../../agendas/read-agenda.js';
import { type Heading, type Voice, VOICE_LABELS } from '../../../agendas/agenda-words.js';
import type { RatingLine } from '../../../agendas/ratings/ratings.js';
import type { StatementLine } from '../../../agendas/statements/statements.js';
import type { Refusal } from '../../forms/refusal.js';
import { capital } from '../../words/capital.js';
import { type ItemHeadView, itemHeadView } from '../item-head.view.js';
import type { ItemAccess } from '../read-item.js';
import { type ScaleLineView, scaleLineView } from './scale-line.view.js';

/** Somebody else has saved the row since: what stands now, to be read beside one's own. */
export interface Conflict {
  readonly theirs: string;
  readonly by: string;
}

export interface StatementView {
  readonly id: string;
  readonly voice: string;
  readonly text: string;
  readonly version: number;
  readonly conflict: Conflict | null;
}

export interface ColumnView {
  readonly code: Heading;
  readonly title: string;
  readonly rows: readonly StatementView[];
  /** Whose words are written there, unless told otherwise. */
  readonly usualVoice: Voice;
}

export interface RatingView {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly because: string;
  readonly oneUp: string;
  readonly version: number;
  readonly conflict: Conflict | null;
}

export interface MeetingView {
  readonly head: ItemHeadView;
  readonly at: string;
  readonly writes: boolean;
  /** Where to go when the talk is over; null for those who do not close the item. */
  readonly closing: string | null;
  readonly companion: string | null;
  readonly wish: string | null;
  readonly topics: readonly string[];
  readonly own: ColumnView;
  readonly columns: readonly ColumnView[];
  readonly scale: { readonly question: string; readonly ends: readonly string[]; readonly afterwards: readonly string[] };
  readonly ratings: readonly RatingView[];
  readonly line: ScaleLineView | null;
  readonly steps: ReadonlyArray<{ readonly id: string; readonly title: string; readonly minutes: number }>;
}

const NO_COLUMN: Agenda['headings'][number] = { code: 'own_words', title: 'Den unges egne ord', statements: [] };

/** The board of an item in words. @param refusal of one of its rows: the row shows both texts */
export function meetingView(item: ItemAccess, agenda: Agenda, refusal: Refusal | null): MeetingView {
  const at = `/punkter/${item.booking.id}`;
  const columns = agenda.headings.map((heading) => columnView(heading, at, refusal));
  const { question, ends, afterwards, ratings, earlier } = agenda.scale;
  return {
    head: itemHeadView(item), at, writes: !agenda.readOnly, closing: item.writesDraft && !agenda.readOnly ? `${at}/afslutning` : null,
    companion: agenda.companion === null ? null : `${agenda.companion.question} (${agenda.companion.source})`, wish: agenda.youthWish,
    topics: agenda.topics.map(({ title }) => title),
    own: columns.find(({ code }) => code === 'own_words') ?? columnView(NO_COLUMN, at, null), columns: columns.filter(({ code }) => code !== 'own_words'),
    scale: { question, ends: [`0: ${ends[0]}`, `10: ${ends[10]}`], afterwards },
    ratings: ratings.map((line) => ratingView(line, at, refusal)), line: scaleLineView(earlier, { startsAt: agenda.startsAt, ratings }), steps: agenda.steps,
  };
}

function columnView({ code, title, statements }: Agenda['headings'][number], at: string, refusal: Refusal | null): ColumnView {
  return { code, title, usualVoice: code === 'own_words' ? 'youth' : 'unit', rows: statements.map((line) => statementView(line, `${at}/udsagn/${line.id}`, refusal)) };
}

function statementView(line: StatementLine, action: string, refusal: Refusal | null): StatementView {
  const { id, text, version } = line;
  const mine = mineOf(refusal, action, 'text');
  const conflict = mine !== null && refusal?.code === 'changed_meanwhile' ? { theirs: text, by: line.author.name } : null;
  return { id, voice: voiceText(line.voice, line.voiceName ?? line.department?.name ?? null), text: mine ?? text, version, conflict };
}

function ratingView(line: RatingLine, at: string, refusal: Refusal | null): RatingView {
  const { id, voice, voiceName, value, because, oneUp, version } = line;
  const action = `${at}/tal/${id}`;
  const mine = { value: mineOf(refusal, action, 'value'), because: mineOf(refusal, action, 'because'), oneUp: mineOf(refusal, action, 'oneUp') };
  const theirs = [`${value}`, because, oneUp].filter((part) => part !== null).join(', ');
  return {
    id, name: voiceText(voice, voiceName), value: mine.value === null ? value : Number(mine.value), because: mine.because ?? because ?? '',
    oneUp: mine.oneUp ?? oneUp ?? '', version,
    conflict: mine.value !== null && refusal?.code === 'changed_meanwhile' ? { theirs, by: 'En anden' } : null,
  };
}

/** What was typed into a row that was refused. */
function mineOf(refusal: Refusal | null, action: string, field: string): string | null {
  if (refusal?.action !== action) return null;
  const value = refusal.values[field];
  return value === undefined ? null : ([value].flat()[0] ?? null);
}

/** 'Den unge', 'Mor', 'Ungeenheden'. */
export function voiceText(voice: Voice, name: string | null): string {
  return capital(name ?? VOICE_LABELS[voice]);
}

