import { aged, bornOnLeapDay, type DemoYouth, reaches } from './demo-youth.js';

const fosterFamily = { title: 'Anbringelse i plejefamilie', law: ['barnets lov', '§ 46'], since: [14, 0], untilAdult: true } as const;
const familySupport = { title: 'Støttende indsats i hjemmet', law: ['barnets lov', '§ 32'], since: [15, 0], untilAdult: true } as const;
const guidance = {
  title: 'Uddannelsesvejledning', unit: 'uu', law: ['lov om kommunal indsats for unge under 25 år', '§ 2 a'], since: [14, 6],
} as const;
const compensation = { title: 'Dækning af merudgifter', law: ['barnets lov', '§ 86'], since: [14, 0], untilAdult: true } as const;
const youthSupport = { title: 'Ungestøtte, fast kontaktperson', law: ['barnets lov', '§ 114'], since: [18, 0] } as const;

/** The youths whom the demo tells about, by the name that their stories use. */
export const NAMED_YOUTHS = {
  sofie: {
    name: 'Sofie Birkholt', born: reaches(17, 0, 30), unit: 'ungeenhed', coordinator: 'freja', came: 'second_file',
    counts: 'planned',
    school: ['Åskolen', '10'], measures: [fosterFamily, guidance],
  },
  malik: {
    name: 'Malik Damgaard', born: reaches(17, 6, 20), unit: 'ungeenhed', coordinator: 'freja', came: 'second_file',
    counts: 'planned',
    measures: [{ ...fosterFamily, title: 'Anbringelse på opholdssted' }, guidance],
  },
  emil: {
    name: 'Emil Krogsbøl', born: reaches(18, 0, 61), unit: 'uu', came: 'second_file', counts: 'without',
    school: ['Skovbrynsskolen', '10'],
    specialSchool: true, measures: [{ title: 'Forberedelse til STU', law: ['stu-loven', '§ 2'], since: [16, 6] }, guidance],
  },
  signe: {
    name: 'Signe Ravnholt', born: aged(17, 2, 3), unit: 'ungeenhed', coordinator: 'freja', came: 'first_file', counts: 'without',
    measures: [familySupport],
  },
  oskar: {
    name: 'Oskar Thorngreen', born: reaches(16, 0, -20), unit: 'handicap', coordinator: 'bo', came: 'second_file',
    counts: 'without',
    school: ['Engskolen A-klasse', '9'], specialSchool: true,
    measures: [compensation, { title: 'Specialundervisning', unit: 'engskolen', law: ['folkeskoleloven', '§ 20'], since: [8, 0] }],
  },
  amina: {
    name: 'Amina Vestermark', born: aged(17, 7, 4), unit: 'ungeenhed', coordinator: 'freja', came: 'by_hand', counts: 'planned',
    actingMunicipality: 'Vesterhede Kommune', measures: [fosterFamily],
  },
  laust: {
    name: 'Laust Pilegaard', born: reaches(18, 0, -5), unit: 'ungeenhed', coordinator: 'freja', came: 'first_file',
    metDaysAgo: 400,
    measures: [familySupport, { title: 'Socialpædagogisk støtte', unit: 'social', law: ['serviceloven', '§ 85'], since: [18, 0] }],
  },
  nanna: {
    name: 'Nanna Lyngbæk', born: aged(19, 2, 11), unit: 'ungeenhed', coordinator: 'freja', came: 'first_file', metDaysAgo: 850,
    measures: [
      fosterFamily, youthSupport,
      { title: 'Mentor', unit: 'jobcenter', law: ['lov om en aktiv beskæftigelsesindsats', '§ 167'], since: [18, 5] },
    ],
  },
  viggo: {
    name: 'Viggo Astrup', born: reaches(22, 6, 30), unit: 'ungeenhed', coordinator: 'freja', came: 'second_file',
    measures: [fosterFamily, youthSupport],
  },
  zahra: {
    name: 'Zahra Holmstrøm', born: aged(17, 1, 6), unit: 'ungeenhed', coordinator: 'freja', came: 'second_file',
    counts: 'planned',
    protected: true, school: ['Kærskolen', '10'], measures: [fosterFamily, guidance],
  },
  storm: {
    name: 'Storm Ellegaard', born: aged(15, 3, 9), unit: 'uu', coordinator: 'ulla', came: 'second_file',
    school: ['Åskolen', '8'], measures: [guidance],
  },
  tobias: {
    name: 'Tobias Kjærby', born: aged(17, 4, 13), unit: 'ungeenhed', coordinator: 'freja', came: 'first_file', counts: 'planned',
    measures: [{ ...familySupport, title: 'Familiebehandling' }],
  },
  line: {
    name: 'Line Aagaard', born: aged(16, 8, 2), unit: 'ungeenhed', coordinator: 'gitte', came: 'first_file', counts: 'without',
    measures: [familySupport],
  },
  mikkel17: {
    name: 'Mikkel Overby', born: aged(17, 1, 20), unit: 'ungeenhed', coordinator: 'maja', came: 'first_file', counts: 'met',
    measures: [familySupport],
  },
  mikkel20: {
    name: 'Mikkel Overby', born: aged(20, 5, 8), unit: 'social', coordinator: 'solvej', came: 'first_file', metDaysAgo: 1200,
    measures: [{ title: 'Socialpædagogisk støtte', law: ['serviceloven', '§ 85'], since: [18, 2] }],
  },
  frida: {
    name: 'Frida Skotbøl', born: bornOnLeapDay, unit: 'uu', coordinator: 'mads', came: 'second_file', measures: [guidance],
  },
} as const satisfies Record<string, DemoYouth>;
