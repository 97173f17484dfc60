import type { JobOverview } from '../../../operations/job-monitor/job-monitor.service.js';
import { MESSAGE_STATES, type MessageLine, type MessageState } from '../../../operations/job-monitor/message-list.js';
import { formatDateLongDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';
import type { Page } from '../../../platform/http/paging.js';
import type { SealedCount } from '../../../platform/sealing/count-sealed.js';
import { messageStateWords, messageWords, scheduleWords } from './job-words.data.js';

const DUE_AFTER_SECONDS = 120;

export interface MessageView {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly age: string;
  readonly tries: string;
  readonly fault: string;
  readonly mayRetry: boolean;
  readonly mayDismiss: boolean;
}

export interface JobsView {
  readonly health: readonly { readonly label: string; readonly text: string; readonly wrong: boolean }[];
  readonly states: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly messages: readonly MessageView[];
  readonly schedules: readonly { readonly name: string; readonly last: string; readonly wrong: string | null }[];
  readonly next: string | null;
  readonly state: MessageState;
}

/** What the queue has to do and how it goes, in words. */
export function jobsView({ queue, messages: counts, schedules, sealed }: JobOverview, page: Page<MessageLine>, state: MessageState): JobsView {
  const count = (of: MessageState): number => counts.filter((each) => each.state === of).reduce((sum, each) => sum + each.count, 0);
  return {
    health: [
      { label: 'Arbejdere', text: queue.workers === 0 ? 'Ingen kører' : `${queue.connected} af ${queue.workers} er i køen`, wrong: queue.connected === 0 },
      {
        label: 'Seneste prøvejob', text: queue.canarySeconds === null ? 'Intet' : `for ${span(queue.canarySeconds)} siden`,
        wrong: queue.canarySeconds === null || queue.canarySeconds > DUE_AFTER_SECONDS,
      },
      {
        label: 'Seneste tik', text: queue.tickSeconds === null ? 'Intet' : `for ${span(queue.tickSeconds)} siden`,
        wrong: queue.tickSeconds === null || queue.tickSeconds > DUE_AFTER_SECONDS,
      },
      {
        label: 'Venter', text: queue.waiting === 0 ? 'Ingen job' : `${queue.waiting} job, det ældste ${span(queue.oldestSeconds)}`, wrong: queue.oldestSeconds > DUE_AFTER_SECONDS,
      },
      { label: 'Opgivet', text: `${queue.dead} job`, wrong: queue.dead > 0 },
      { label: 'Kryptering', text: sealedWords(sealed), wrong: sealed.lost > 0 },
    ],
    states: MESSAGE_STATES.map((each) => ({ href: `/administration/job?tilstand=${each}`, label: `${messageStateWords(each)} (${count(each)})`, current: each === state })),
    messages: page.items.map(messageView), state,
    schedules: schedules.map(({ name, everySeconds, lastRunAt, lateSeconds, lastError }) => ({
      name: `${scheduleWords(name)}, hver ${span(everySeconds).replace(/^1 /, '')}`, last: lastRunAt === null ? 'Endnu ikke' : moment(lastRunAt),
      wrong: lastError !== null ? `Fejl: ${lastError}` : lateSeconds > DUE_AFTER_SECONDS ? `${span(lateSeconds)} forsinket` : null,
    })),
    next: page.nextCursor === null ? null : `/administration/job?tilstand=${state}&cursor=${encodeURIComponent(page.nextCursor)}`,
  };
}

function sealedWords({ older, lost }: SealedCount): string {
  if (lost > 0) return `${values(lost)} kan ikke læses: nøglen står ikke i CPR_KEY`;
  return older === 0 ? 'Alt er krypteret med den nyeste nøgle' : `${values(older)} er krypteret med en ældre nøgle. Kør npm run reseal`;
}

function values(count: number): string {
  return `${count} ${count === 1 ? 'værdi' : 'værdier'}`;
}

function messageView({ id, kind, state, ageSeconds, attempts, lastError, dismissedReason }: MessageLine): MessageView {
  return {
    id, what: messageWords(kind), state: messageStateWords(state), age: span(ageSeconds), tries: String(attempts), fault: dismissedReason ?? lastError ?? '',
    mayRetry: state === 'dead' || state === 'retrying', mayDismiss: state === 'dead',
  };
}

/** A length of time as people say it: '40 sekunder', '5 minutter', '3 timer', '2 dage'. */
export function span(seconds: number): string {
  const steps = [['dag', 'dage', 86_400], ['time', 'timer', 3_600], ['minut', 'minutter', 60]] as const;
  for (const [one, many, size] of steps) {
    const whole = Math.floor(seconds / size);
    if (whole >= 1) return `${whole} ${whole === 1 ? one : many}`;
  }
  return `${Math.round(seconds)} sekunder`;
}

function moment(at: Date): string {
  return `${formatDateLongDanish(dateAt(at))} kl. ${formatTimeDanish(at)}`;
}
