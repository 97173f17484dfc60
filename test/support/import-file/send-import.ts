import supertest from 'supertest';
import type { YouthImportAnswer } from '../../../src/youths/import/youth-import.answer.js';
import type { TestApp } from '../app.js';
import type { Organisation } from '../organisation.js';
import type { FileOrganisation } from '../../../src/demo/import-file/file-organisation.js';

/** Sends a CSV file as the person of the token. */
export function sendImport(
  app: TestApp,
  token: string,
  file: Buffer | string,
  contentType = 'text/csv',
): supertest.Test {
  return supertest(app.url)
    .post('/api/v1/youth-imports')
    .set('authorization', `Bearer ${token}`)
    .set('content-type', contentType)
    .send(file);
}

/** The outcome of a file that must be taken. Throws an error with the answer's status and body when it is not. */
export async function importFile(app: TestApp, token: string, file: Buffer | string): Promise<YouthImportAnswer> {
  const answer = await sendImport(app, token, file);
  if (answer.status !== 200 && answer.status !== 202)
    throw new Error(`import answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as YouthImportAnswer;
}

/** The units and caseworkers of the test municipality, as a generated file names them. */
export function fileOrganisationOf({ email }: Organisation): FileOrganisation {
  return {
    youth: { unit: 'ungeenhed', staffEmails: [email('freja'), email('gitte')] },
    disability: { unit: 'handicap', staffEmails: [email('bo')] },
    education: { unit: 'uu', staffEmails: [email('ulla')] },
    social: { unit: 'social', staffEmails: [email('solvej')] },
    employment: { unit: 'jobcenter', staffEmails: [email('jonas')] },
    psychology: { unit: 'ppr', staffEmails: [email('pia')] },
  };
}
