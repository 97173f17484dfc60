import type { AccessPolicy } from '../../auth/policy.js';
import { manageTargets } from '../../calendars/caldav/calendar-targets.policies.js';
import { readRules } from '../../deadlines/deadlines.policies.js';
import { monitorJobs } from '../../operations/job-monitor/job-monitor.policies.js';
import { administer } from './administration.policies.js';

export interface AdministrationPart {
  readonly href: string;
  readonly text: string;
  readonly about: string;
  readonly policy: AccessPolicy;
}

export const PARTS: readonly AdministrationPart[] = [
  { href: '/administration/enheder', text: 'Enheder og medarbejdere', about: 'Hvem arbejder hvor, med hvilken rolle. Læs dem ind fra en fil, og meld fravær.', policy: administer },
  { href: '/administration/serier', text: 'Mødeserier', about: 'Hvornår K-møderne er, hvor længe, hvor, og hvem der sidder i panelet.', policy: administer },
  { href: '/administration/lukkedage', text: 'Lukkedage', about: 'Helligdage, ferieuger og kommunens egne lukkedage.', policy: administer },
  { href: '/administration/typer', text: 'Typer af punkter', about: 'Hvad hver type kræver: pladser, deltagere, dagsorden og afslutning.', policy: administer },
  { href: '/administration/kalendere', text: 'Fælles kalendere', about: 'Enhedernes kalendere på kommunens kalenderserver, og om de følger med.', policy: manageTargets },
  { href: '/frister/regler', text: 'Fristregler', about: 'Hvad fristerne regnes efter, og hvor det står.', policy: readRules },
  { href: '/administration/job', text: 'Job', about: 'Om køen, mails og kalendere kører, som de skal, og hvad der er opgivet.', policy: monitorJobs },
];
