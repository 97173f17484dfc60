import type { VNode } from 'preact';
import type { SilentChannel } from '../../calendars/channel/calendar-preference.entity.js';
import { ActionButton } from '../forms/form.js';

interface WayAgain {
  readonly heading: string;
  readonly text: string;
  readonly button: string;
}

const WAYS: Readonly<Record<SilentChannel, WayAgain>> = {
  feed: {
    heading: 'Dit kalenderprogram henter kalenderen igen',
    text: 'Det gik i stå, og derfor får du dine møder i mail. Nu har det virket i mindst et døgn.', button: 'Få møderne i kalenderen igen',
  },
  caldav: {
    heading: 'Enhedens fælles kalender virker igen',
    text: 'Den gik i stå, og derfor får du dine møder i mail. Nu har den virket i mindst et døgn.', button: 'Få møderne i den fælles kalender igen',
  },
};

/** Offers the calendar that fell silent and works again; until it is taken, meetings come by mail. */
export function WorksAgain({ way }: { way: SilentChannel | null }): VNode | null {
  if (way === null) return null;
  const { heading, text, button } = WAYS[way];
  return (
    <div class="alert alert-info not-on-paper">
      <div class="alert-body">
        <h2 class="alert-heading">{heading}</h2>
        <p class="alert-text">{text}</p>
        <ActionButton action="/kalender/kanal" text={button} fields={{ channel: way }} />
      </div>
    </div>
  );
}
