import { startApp, type TestApp } from '../support/app.js';

interface Document {
  readonly paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: { $ref: string } }> } }>>;
  readonly components: { readonly schemas: Record<string, { required?: string[]; properties?: Record<string, unknown> }> };
}

describe('the OpenAPI document', () => {
  let app: TestApp;
  let document: Document;

  beforeAll(async () => {
    app = await startApp();
    document = (await app.as(null).get('/api/openapi.json').expect(200)).body as Document;
  });

  afterAll(() => app.close());

  it('names the routes that others rely on', () => {
    for (const path of ['/api/v1/session', '/api/v1/youth-imports', '/api/v1/referrals/{id}/slot-proposals', '/api/v1/bookings', '/api/v1/docket', '/api/v1/feeds']) {
      expect(Object.keys(document.paths)).toContain(path);
    }
  });

  it('tells what a body must hold, as the validation knows it', () => {
    const schema = document.paths['/api/v1/bookings']?.['post']?.requestBody?.content['application/json']?.schema.$ref;
    expect(schema).toBe('#/components/schemas/BookingInput');
    expect(document.components.schemas['BookingInput']).toMatchObject({
      required: expect.arrayContaining(['referralId', 'slotId']), properties: { referralId: { type: 'string', format: 'uuid' } },
    });
  });

  it('speaks of the API only', () => {
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });
});
