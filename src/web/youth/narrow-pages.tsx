import type { VNode } from 'preact';
import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { HandoverLine } from '../../youths/coordination/list-handovers.js';
import type { YouthOnCard } from '../../youths/youth-details.service.js';
import { Answer } from './coordination.js';
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
export function OfferedYouth({ offer }: { offer: HandoverLine }): VNode {
  const base = `/unge/${offer.youth.id}/overdragelse/${offer.id}`;
  const born = formatDateLongDanish(parseCalendarDate(offer.youth.birthDate));
  return (
    <>
      <h1>Vil du overtage en ung?</h1>
      <p class="font-lead">{`${offer.youth.name}, født ${born}`}</p>
      <p>
        {`${offer.from === null ? 'Den unge har ingen koordinerende sagsbehandler i dag.' : `${offer.from.name} er koordinerende sagsbehandler i dag.`} `
          + `Du blev spurgt ${formatDateLongDanish(dateAt(offer.offeredAt))}. Du ser sagen, når du har sagt ja.`}
      </p>
      <div class="button-row">
        <Answer action={`${base}/ja`} text="Sig ja og overtag" />
        <Answer action={`${base}/nej`} text="Sig nej" secondary />
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
