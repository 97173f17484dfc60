import type { FileOrganisation } from './file-organisation.js';

/** The units and caseworkers of the demo municipality. */
export const DEMO_FILE_ORGANISATION: FileOrganisation = {
  youth: { code: 'UNG', staffEmails: ['freja.holmgaard@noerreborg.example', 'gitte.thornfeldt@noerreborg.example'] },
  disability: { code: 'HAN', staffEmails: ['bo.kjelding@noerreborg.example'] },
  education: { code: 'UU', staffEmails: ['ulla.engdal@noerreborg.example'] },
  social: { code: 'SOC', staffEmails: ['solvej.marstrand@noerreborg.example'] },
  employment: { code: 'BES', staffEmails: ['jonas.bakketoft@noerreborg.example'] },
  psychology: { code: 'PPR', staffEmails: ['pia.rosenvang@noerreborg.example'] },
};
