import type { VNode } from 'preact';
import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { HandoverLine } from '../../youths/coordination/list-handovers.js';
import type { YouthOnCard } from '../../youths/youth-details.service.js';
import { ActionButton } from '../forms/form.js';
import { RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import { CallList } from './youth-parts.js';

/** What the author of a referral that is not accepted sees: whom to call. */
export function YouthCardPage({ card }: YouthOnCard): VNode {
  return (
    <>
      <h1>Hvem ringer jeg til?</h1>
      <p class="font-lead">Du kan se sagen, når din anmodning er godkendt. Indtil da kan du se, hvem der er med.</p>
      <CallList call={card.departments.map(({ name, callName, callPhone }) => ({ unit: name, name: callName, phone: callPhone }))} />
    </>
  );
}

/** What somebody sees of a youth they are asked to take: name and birth date, no more before they say yes. */
export function OfferedYouth({ offer, refusal }: { offer: HandoverLine; refusal: Refusal | null }): VNode {
  const base = `/unge/${offer.youth.id}/overdragelse/${offer.id}`;
  const born = formatDateLongDanish(parseCalendarDate(offer.youth.birthDate));
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <h1>Vil du overtage en ung?</h1>
      <p class="font-lead">{`${offer.youth.name}, født ${born}`}</p>
      <p>
        {`${offer.from === null ? 'Den unge har ingen koordinerende sagsbehandler i dag.' : `${offer.from.name} er koordinerende sagsbehandler i dag.`} `
          + `Du blev spurgt ${formatDateLongDanish(dateAt(offer.offeredAt))}. Du ser sagen, når du har sagt ja.`}
      </p>
      <div class="button-row">
        <ActionButton action={`${base}/ja`} text="Sig ja og overtag" secondary={false} />
        <ActionButton action={`${base}/nej`} text="Sig nej" />
      </div>
    </>
  );
}

/** After a no: the youth can no longer be seen. */
export function OfferRefused(): VNode {
  return (
    <>
      <h1>Du har sagt nej</h1>
      <p>Den unge bliver hos den nuværende koordinerende sagsbehandler, som kan spørge en anden.</p>
      <p><a href="/">Gå til forsiden</a></p>
    </>
  );
}

/** The whole CPR number, once. */
export function DisclosedCpr({ youthId, cpr, purpose }: { youthId: string; cpr: string; purpose: string }): VNode {
  return (
    <>
      <h1>CPR-nummer</h1>
      <p class="font-lead disclosed-cpr">{cpr}</p>
      <p>{`Loggen viser, at du har set nummeret, og hvad du skulle bruge det til: ${purpose}`}</p>
      <p>Nummeret vises kun denne ene gang. Luk siden, når du er færdig.</p>
      <p><a href={`/unge/${youthId}`}>Tilbage til den unge</a></p>
    </>
  );
}
