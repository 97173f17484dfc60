import type { FileOrganisation } from './file-organisation.js';

/** The units and caseworkers of the demo municipality. */
export const DEMO_FILE_ORGANISATION: FileOrganisation = {
  youth: { unit: 'Ungeenheden', staffEmails: ['freja@noerreborg.example', 'gitte@noerreborg.example'] },
  disability: { unit: 'Handicapteamet', staffEmails: ['bo@noerreborg.example'] },
  education: { unit: 'Uddannelsesvejledningen', staffEmails: ['ulla@noerreborg.example'] },
  social: { unit: 'Socialafdelingen', staffEmails: ['solvej@noerreborg.example'] },
  employment: { unit: 'Beskæftigelse', staffEmails: ['jonas@noerreborg.example'] },
  psychology: { unit: 'PPR', staffEmails: ['pia@noerreborg.example'] },
};
