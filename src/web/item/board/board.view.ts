import { formatDateLongDanish } from '../../../platform/clock/danish-format.js';
import { type ScaleLineView, scaleLineView } from '../meeting/scale-line.view.js';
import { voiceText } from '../meeting/meeting.view.js';
import type { BoardData } from './read-board.js';

export interface BoardColumn {
  readonly code: string;
  readonly title: string;
  readonly lines: ReadonlyArray<{ readonly id: string; readonly who: string; readonly text: string }>;
}

export interface BoardView {
  readonly who: string;
  readonly back: string;
  readonly address: string;
  readonly own: BoardColumn;
  readonly columns: readonly BoardColumn[];
  readonly scale: { readonly question: string; readonly ends: readonly string[]; readonly line: ScaleLineView | null };
  readonly actions: readonly string[];
}

/** The screen in the room: this youth alone, and nothing that the youth may not read. */
export function boardView({ agenda, actions }: BoardData): BoardView {
  const columns = agenda.headings.map(({ code, title, statements }) => ({
    code, title, lines: statements.map(({ id, voice, voiceName, department, text }) => ({ id, who: voiceText(voice, voiceName ?? department?.name ?? null), text })),
  }));
  const { question, ends, ratings, earlier } = agenda.scale;
  return {
    who: agenda.youth?.name ?? 'K-møde', back: `/punkter/${agenda.bookingId}/moede`, address: `/punkter/${agenda.bookingId}/skaerm`,
    own: columns.find(({ code }) => code === 'own_words') ?? { code: 'own_words', title: 'Den unges egne ord', lines: [] },
    columns: columns.filter(({ code }) => code !== 'own_words'),
    scale: { question, ends: [`0: ${ends[0]}`, `10: ${ends[10]}`], line: scaleLineView(earlier, { startsAt: agenda.startsAt, ratings }) },
    actions: actions.map(({ text, ownerName, dueOn }) => [
      text, [ownerName, dueOn === null ? null : `senest ${formatDateLongDanish(dueOn)}`].filter((part) => part !== null).join(', '),
    ].filter((part) => part !== '').join(': ')),
  };
}
