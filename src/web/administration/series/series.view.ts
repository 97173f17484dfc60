import { planMinutes } from '../../../meetings/days/slot-plan.js';
import type { SeriesLine } from '../../../meetings/series/read-series.js';
import { formatDateDanish } from '../../../platform/clock/danish-format.js';
import { areaName } from '../../words/codes.js';

export interface SeriesView {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

/** A series in words. */
export function seriesView(series: SeriesLine): SeriesView {
  const { id, name, anchorDate, intervalDays, startsAt, slots, room, link, chair, minuteTaker, panel, endedOn } = series;
  const places = slots.filter(({ kind }) => kind === 'slot').length;
  const urgent = slots.some(({ kind }) => kind === 'urgent') ? ' og en hasteplads' : '';
  return {
    id, name,
    facts: [
      {
        label: 'Hvornår',
        text: `Hver ${intervalDays}. dag fra ${formatDateDanish(anchorDate)}, kl. ${startsAt.slice(0, 5).replace(':', '.').replace(/^0/, '')}, ${planMinutes(slots)} minutter`,
      },
      { label: 'Pladser', text: `${places} ${places === 1 ? 'plads' : 'pladser'}${urgent}` },
      { label: 'Hvor', text: [room, link === null ? null : 'online'].filter((part) => part !== null).join(', ') || 'Intet lokale' },
      { label: 'Mødeleder', text: chair.name },
      { label: 'Referent', text: minuteTaker.name },
      {
        label: 'Panel',
        text: panel.map((place) => `${areaName(place.area)}: ${place.name}${place.deputyName === null ? '' : ` (stedfortræder ${place.deputyName})`}`).join(', ') || 'Intet panel',
      },
      ...(endedOn === null ? [] : [{ label: 'Sidste dag', text: formatDateDanish(endedOn) }]),
    ],
  };
}
