import type { OfferedSeat, SeatCandidate } from '../../../meetings/days/seat-candidates.js';
import type { Sitter } from '../../../meetings/days/sitters.js';
import { areaName } from '../../words/codes.js';
import { answerBadge } from '../../words/item-words.js';
import type { GroupedOption } from '../../forms/fields.js';
import { STAYS } from './seat-wishes.js';

export interface SeatView {
  readonly name: string;
  readonly label: string;
  /** Who sits there now, and what they have answered. */
  readonly now: string;
  readonly options: readonly GroupedOption[];
}

export interface SeatsView {
  readonly seats: readonly SeatView[];
  /** Somebody has declined or cannot come: the form stands open. */
  readonly asked: boolean;
}

/** The places of a day, with who sits in each and who may sit there instead. */
export function seatsView(seats: readonly OfferedSeat[], sitters: readonly Sitter[]): SeatsView {
  const answers = new Map(sitters.map(({ staffId, answer }) => [staffId, answer]));
  return {
    seats: seats.map((seat) => ({
      name: seat.code, label: labelOf(seat), now: nowOf(seat, answers.get(seat.holder.id) ?? null), options: optionsOf(seat),
    })),
    asked: seats.some((seat) => !seat.seated || !seat.holderFree || answers.get(seat.holder.id) === 'declined'),
  };
}

function labelOf({ code, area, decisionPower }: OfferedSeat): string {
  if (area === null) return code === 'chair' ? 'Mødeleder' : 'Referent';
  return `Panel, ${areaName(area)}${decisionPower ? ' (med beslutningskraft)' : ''}`;
}

function nowOf(seat: OfferedSeat, answer: Sitter['answer']): string {
  if (!seat.seated) return `Pladsen er tom, for ${seat.holder.name} er optaget eller væk.`;
  const deputy = seat.standsInFor === null ? '' : ' (stedfortræder)';
  const said = seat.holderFree ? answerBadge(answer).text.toLowerCase() : 'er optaget eller væk den dag';
  return `${seat.holder.name}${deputy}: ${said}.`;
}

function optionsOf({ seated, holder, candidates }: OfferedSeat): GroupedOption[] {
  const stays = { value: STAYS, label: seated ? `${holder.name} bliver` : 'Ingen endnu' };
  const choice = (group: string) => ({ id, name }: SeatCandidate): GroupedOption => ({ value: id, label: name, group });
  return [
    stays,
    ...candidates.filter(({ free }) => free).map(choice('Kan komme')),
    ...candidates.filter(({ free }) => !free).map(choice('Optaget eller væk den dag')),
  ];
}
