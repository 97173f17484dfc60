import type { DemoAccount } from './sign-in.js';

/** The accounts of the demo municipality, one sentence each. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'sagsbehandler', sentence: 'Freja Holmgaard, sagsbehandler i Ungeenheden: følger sine unge og booker K-møder.' },
  { username: 'teamleder', sentence: 'Tage Lindekilde, teamleder i Ungeenheden: ser, hvem der mangler en plan, og hvad der er for sent.' },
  { username: 'uu', sentence: 'Ulla Engdal, uddannelsesvejleder: kan rejse en ung, som kun hun kender.' },
  { username: 'social', sentence: 'Solvej Marstrand, rådgiver i Socialafdelingen: tager imod de unge, der fylder 18.' },
  { username: 'jobcenter', sentence: 'Jonas Bakketoft, rådgiver i Beskæftigelse: deltager, når arbejde og forsørgelse er på dagsordenen.' },
  { username: 'sekretaer', sentence: 'Karla Ødum, K-mødesekretær: vurderer anmodninger og holder styr på dagsordenen.' },
  { username: 'moedeleder', sentence: 'Henrik Aabling, mødeleder: leder K-møderne og afslutter punkterne.' },
  { username: 'admin', sentence: 'Anker Systoft, administrator: ser ingen unge, men enheder, medarbejdere og regler.' },
  { username: 'logkontrol', sentence: 'Regitze Lodahl, logkontrol: ser, hvem der har set hvad.' },
];
