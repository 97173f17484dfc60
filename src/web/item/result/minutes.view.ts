import type { MinutesContent, MinutesPerson, MinutesStatement } from '../../../conclusions/minutes/minutes-content.js';
import { formatDateLongDanish } from '../../../platform/clock/danish-format.js';
import { HEADING_TITLES, HEADINGS } from '../../../agendas/agenda-words.js';
import { capital } from '../../words/capital.js';
import { type ItemHeadView, itemHeadView } from '../item-head.view.js';
import { voiceText } from '../meeting/meeting.view.js';
import type { ItemAccess } from '../read-item.js';
import { minutesText, nextText } from './result.view.js';

export interface MinutesView {
  readonly head: ItemHeadView;
  readonly at: string;
  readonly state: string;
  readonly version: number;
  /** The draft may be corrected and approved by the reader. */
  readonly open: boolean;
  readonly facts: ReadonlyArray<{ readonly label: string; readonly text: string }>;
  readonly said: ReadonlyArray<{ readonly title: string; readonly lines: readonly string[] }>;
  readonly numbers: readonly string[];
  readonly decisions: MinutesContent['decisions'];
  readonly actions: ReadonlyArray<{ readonly what: string; readonly who: string; readonly when: string }>;
  readonly noActions: string | null;
  readonly places: readonly string[];
  readonly people: readonly string[];
}

/** The minutes in words. */
export function minutesView(item: ItemAccess, minutes: MinutesContent): MinutesView {
  return {
    head: itemHeadView(item), at: `/punkter/${item.booking.id}`, state: minutesText(minutes), version: minutes.version, open: minutes.state === 'draft' && item.closes,
    facts: [
      { label: 'Resultat', text: minutes.outcomeLabel },
      ...(minutes.coordinatorName === null ? [] : [{ label: 'Koordinerende sagsbehandler', text: minutes.coordinatorName }]),
      { label: 'Det næste', text: nextText(minutes.next) },
    ],
    said: HEADINGS.map((code) => ({
      title: HEADING_TITLES[code], lines: minutes.statements.filter(({ heading }) => heading === code).map(statementText),
    })).filter(({ lines }) => lines.length > 0),
    numbers: minutes.ratings.map(({ voice, voiceName, value, because }) => `${voiceText(voice, voiceName)}: ${value}${because === null ? '' : ` – ${because}`}`),
    decisions: minutes.decisions, noActions: minutes.noActionsBecause, places: minutes.places,
    actions: minutes.actions.map(({ text, ownerName, dueOn }) => ({ what: text, who: ownerName, when: formatDateLongDanish(dueOn) })),
    people: [
      ...youthText(minutes),
      ...minutes.guests.map(({ name, function: role, present }) => `${name}${role === null ? '' : `, ${role}`}${present ? '' : ' (var ikke med)'}`),
      ...minutes.staff.map(personText),
    ],
  };
}

function statementText({ voice, voiceName, text }: MinutesStatement): string {
  return `${voiceText(voice, voiceName)}: ${text}`;
}

function youthText({ youth, youthAttended, youthAbsentReason, youthView }: MinutesContent): string[] {
  if (youth === null) return [];
  if (youthAttended) return [youth.name];
  const why = youthAbsentReason === null ? '' : `: ${youthAbsentReason}`;
  return [`${youth.name} var ikke med${why}${youthView === null ? '' : `. Den unges egen mening kom med sådan: ${youthView}`}`];
}

function personText({ name, department, present, substitute, absentReason }: MinutesPerson): string {
  if (present) return `${name}, ${department}`;
  if (substitute !== null) return `${substitute} i stedet for ${name}, ${department}`;
  return capital(`${name}, ${department}, var ikke med${absentReason === null ? '' : `: ${absentReason}`}`);
}
