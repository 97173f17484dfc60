import { aged, type DemoYouth, turns17InTheGap } from './demo-youth.js';

const fosterFamily = { title: 'Anbringelse i plejefamilie', law: ['barnets lov', '§ 46'], since: [14, 6], untilAdult: true } as const;
const contactPerson = { title: 'Fast kontaktperson', law: ['barnets lov', '§ 32'], since: [15, 0], untilAdult: true } as const;
const compensation = { title: 'Tabt arbejdsfortjeneste', law: ['barnets lov', '§ 87'], since: [14, 0], untilAdult: true } as const;

/** Youths around the named ones, so that every state and every K-møde of the last months has something to show. */
export const SUPPORTING_YOUTHS = {
  anton: {
    name: 'Anton Brinkholt', born: aged(17, 6, 1), unit: 'ungeenhed', coordinator: 'asger', came: 'second_file',
    counts: 'without',
    actingMunicipality: 'Østkær Kommune', measures: [fosterFamily],
  },
  klara: {
    name: 'Klara Vestbo', born: aged(16, 5, 17), unit: 'handicap', coordinator: 'bo', came: 'second_file', counts: 'without',
    measures: [compensation],
  },
  elias: {
    name: 'Elias Nørbanke', born: aged(17, 4, 22), unit: 'ungeenhed', coordinator: 'asger', came: 'second_file',
    counts: 'without', measures: [fosterFamily],
  },
  mathilde: {
    name: 'Mathilde Højtoft', born: aged(16, 3, 5), unit: 'ungeenhed', coordinator: 'maja', came: 'second_file',
    counts: 'without', measures: [contactPerson],
  },
  jonathan: {
    name: 'Jonathan Fuglebjerg', born: aged(17, 0, 12), unit: 'handicap', coordinator: 'dicte', came: 'second_file',
    counts: 'without', measures: [compensation],
  },
  karoline: {
    name: 'Karoline Dalsø', born: turns17InTheGap(1), unit: 'ungeenhed', coordinator: 'maja', came: 'second_file',
    counts: 'without', measures: [contactPerson],
  },
  oliver: {
    name: 'Oliver Stensig', born: turns17InTheGap(6), unit: 'handicap', coordinator: 'dicte', came: 'second_file',
    counts: 'without', measures: [compensation],
  },
  liva: {
    name: 'Liva Rosendam', born: aged(16, 9, 1), unit: 'ungeenhed', coordinator: 'maja', came: 'second_file', counts: 'planned',
    measures: [fosterFamily],
  },
  alma: {
    name: 'Alma Krageholm', born: aged(16, 10, 3), unit: 'ungeenhed', coordinator: 'asger', came: 'first_file', counts: 'met',
    measures: [fosterFamily],
  },
  noah: {
    name: 'Noah Sejersbøl', born: aged(16, 11, 15), unit: 'ungeenhed', coordinator: 'maja', came: 'first_file', counts: 'met',
    measures: [contactPerson],
  },
  laura: {
    name: 'Laura Tranehøj', born: aged(17, 8, 6), unit: 'handicap', coordinator: 'bo', came: 'first_file', counts: 'met',
    metDaysAgo: 300,
    school: ['Ørnedalsskolen', '10'], specialSchool: true,
    measures: [compensation, { title: 'Forberedelse til STU', unit: 'uu', law: ['stu-loven', '§ 2'], since: [16, 6] }],
  },
  august: {
    name: 'August Lindeskov', born: aged(19, 6, 9), unit: 'social', coordinator: 'solvej', came: 'first_file', metDaysAgo: 900,
    measures: [{ title: 'Socialpædagogisk støtte', law: ['serviceloven', '§ 85'], since: [18, 1] }],
  },
} as const satisfies Record<string, DemoYouth>;
