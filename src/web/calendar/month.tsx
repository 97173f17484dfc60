import type { VNode } from 'preact';
import type { SilentChannel } from '../../calendars/channel/calendar-preference.entity.js';
import type { DateView, EntryView, MonthView } from './month.view.js';
import { WorksAgain } from './works-again.js';

const WEEKDAYS = ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag'];
/** More deadlines on one date than this are folded. */
const MOST_OPEN = 2;

export function MonthOverview({ heading, previous, next, weeks, empty, worksAgain }: MonthView & { worksAgain: SilentChannel | null }): VNode {
  return (
    <>
      <h1>Kalender</h1>
      <p class="not-on-paper"><a href="/kalender/abonnement">Få møder og frister i din egen kalender</a>{' · '}<a href="/fravaer">Meld fravær</a></p>
      <WorksAgain way={worksAgain} />
      <nav class="fortnight" aria-label="Skift måned">
        <a href={previous}>Forrige måned</a>
        <a href="/kalender">I dag</a>
        <a href={next}>Næste måned</a>
      </nav>
      {empty && <p>Der ligger ingen møder eller frister for dig i måneden.</p>}
      <h2>{heading}</h2>
      <table class="table month-table">
        <caption class="sr-only">{`Møder, frister og lukkedage i ${heading.toLocaleLowerCase('da')}`}</caption>
        <thead>
          <tr><th scope="col">Uge</th>{WEEKDAYS.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>{weeks.map(({ week, dates }) => <tr key={week}><th scope="row" class="week"><span class="date-label">Uge </span>{week}</th>{dates.map((date) => <DateCell key={date.date} {...date} />)}</tr>)}</tbody>
      </table>
    </>
  );
}

function DateCell({ number, label, today, outside, closed, entries, deadlines }: DateView): VNode {
  const holds = entries.length + deadlines.length > 0 || (closed !== null && closed !== 'Weekend');
  const classes = [closed !== null && 'is-closed', outside && 'is-outside', today && 'is-today', !holds && !today && 'holds-nothing'].filter((each) => each !== false);
  return (
    <td class={classes.length === 0 ? undefined : classes.join(' ')} aria-current={today ? 'date' : undefined}>
      <p class="date"><span class="wide-only" aria-hidden="true">{number}</span><span class="date-label">{label}</span>{today && <strong> I dag</strong>}</p>
      {closed !== null && closed !== 'Weekend' && <p class="closed">{closed}</p>}
      <Entries entries={entries} />
      {deadlines.length > MOST_OPEN
        ? <details><summary>{`${deadlines.length} frister`}</summary><Entries entries={deadlines} /></details>
        : <Entries entries={deadlines} />}
    </td>
  );
}

function Entries({ entries }: { entries: readonly EntryView[] }): VNode | null {
  if (entries.length === 0) return null;
  return <ul class="nobullet-list">{entries.map(({ id, kind, text, href }) => <li key={id} class={`entry-${kind}`}>{href === null ? text : <a href={href}>{text}</a>}</li>)}</ul>;
}
