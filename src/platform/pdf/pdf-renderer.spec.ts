import { readPdf } from '../../../test/support/read-pdf.js';
import type { PdfBlock, PdfDocument } from './pdf-document.js';
import { PdfRenderer } from './pdf-renderer.js';
import { PdfThread, PdfTimeout } from './pdf-thread.js';

const renderer = new PdfRenderer();
afterAll(() => renderer.onModuleDestroy());

const ACTION = ['Ringer til boligselskabet og spørger om en lejlighed på første sal', 'Freja Holmgaard', '9. december 2026'];

function plan(blocks: PdfBlock[], change: Partial<PdfDocument> = {}): PdfDocument {
  const edition = 'Udgave 3 af 9. december 2026';
  const frame = { organisation: 'Nørreborg Kommune', runningTitle: 'Din plan', writtenAt: '2026-12-09T10:00:00Z' };
  return { title: 'Din plan', subtitle: 'Nanna Lyngbæk', edition, ...frame, blocks, ...change };
}

function table(rows: string[][]): PdfBlock {
  const columns = [{ header: 'Hvad', share: 5 }, { header: 'Hvem', share: 3 }, { header: 'Hvornår', share: 2 }];
  return { kind: 'table', columns, rows };
}

describe('drawing a PDF', () => {
  it('carries title, language and tags, and claims accessibility', async () => {
    const pdf = readPdf(await renderer.renderPdf(plan([{ kind: 'paragraph', text: 'Her står, hvad vi har aftalt.' }])));
    expect(pdf).toMatchObject({ title: 'Din plan', language: 'da-DK', tagged: true, claimsAccessibility: true, pages: 1 });
  });

  it('keeps Danish letters and quotation marks', async () => {
    const text = 'ÆØÅ æøå – „Blåbærgrød på Ærø“ ½';
    const pdf = readPdf(await renderer.renderPdf(plan([{ kind: 'quote', text, by: 'Nanna' }])));
    expect(pdf.text).toContain(`»${text}« (Nanna)`);
  });

  it('numbers its pages and repeats the column headers', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`${index}: ${ACTION[0]}`, ACTION[1] ?? '', ACTION[2] ?? '']);
    const pdf = readPdf(await renderer.renderPdf(plan([table(rows)])));
    expect(pdf.pages).toBe(4);
    expect(pdf.text).toContain('Side 1 af 4');
    expect(pdf.text).toContain('Side 4 af 4');
    expect(pdf.text.match(/Hvornår/g)).toHaveLength(4);
    for (let row = 0; row < 60; row += 1) expect(pdf.text).toContain(`${row}: Ringer`);
  });

  it('tags headings, tables with header cells, lists and quotes', async () => {
    const blocks: PdfBlock[] = [
      { kind: 'heading', level: 2, text: 'Dine mål' },
      { kind: 'facts', rows: [{ term: 'Næste møde', value: 'onsdag 3. februar 2027' }] },
      table([ACTION]),
      { kind: 'list', items: ['en', 'to'] },
      { kind: 'note', title: 'Godt at vide', text: 'Du må have en bisidder med.' },
    ];
    const { structure } = readPdf(await renderer.renderPdf(plan(blocks)));
    const count = (tag: string) => structure.filter((element) => element === tag).length;
    expect([count('H1'), count('H2'), count('Table'), count('TR')]).toEqual([1, 1, 2, 3]);
    expect([count('TH'), count('TD'), count('L'), count('LI'), count('Lbl')]).toEqual([4, 4, 1, 2, 2]);
  });

  it('marks a draft on every page', async () => {
    const blocks: PdfBlock[] = Array.from({ length: 60 }, () => ({ kind: 'paragraph', text: 'Vi mødes igen. '.repeat(12) }));
    const pdf = readPdf(await renderer.renderPdf(plan(blocks, { mark: 'Kladde' })));
    expect(pdf.pages).toBeGreaterThan(1);
    expect(pdf.text.match(/Kladde · Din plan/g)).toHaveLength(pdf.pages);
  });

  it('loses no word of a row that is higher than a page', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `ord${index}`);
    const pdf = readPdf(await renderer.renderPdf(plan([table([[words.join(' '), 'Freja', 'i dag']])])));
    for (const word of words) expect(pdf.text).toContain(word);
  });

  it('gives the same bytes for the same document', async () => {
    const [first, second] = await Promise.all([renderer.renderPdf(plan([])), renderer.renderPdf(plan([]))]);
    expect(first.equals(second)).toBe(true);
  });
});

describe('the drawing thread', () => {
  it('refuses more than it can draw soon, and draws the rest', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 30 }, () => renderer.renderPdf(plan([]))));
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Error] : []));
    expect(refused).toHaveLength(9);
    expect(refused[0]).toMatchObject({ kind: 'unavailable', code: 'pdf_busy' });
    await expect(renderer.renderPdf(plan([]))).resolves.toBeInstanceOf(Buffer);
  });

  it('says that a document cannot be drawn without quoting it, and goes on', async () => {
    const broken = plan([{ kind: 'list', items: null as unknown as string[] }], { subtitle: 'Nanna Lyngbæk' });
    const failure = await renderer.renderPdf(broken).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).toContain('TypeError');
    expect(String(failure)).not.toContain('Nanna');
    await expect(renderer.renderPdf(plan([]))).resolves.toBeInstanceOf(Buffer);
  });

  it('is ended when it does not answer in time', async () => {
    const thread = new PdfThread();
    await expect(thread.draw(plan([]), 1)).rejects.toBeInstanceOf(PdfTimeout);
    expect(thread.usable).toBe(false);
  });

  it('answers nothing more once it is closed', async () => {
    const closing = new PdfRenderer();
    const running = closing.renderPdf(plan([])).catch((error: Error) => error);
    await closing.onModuleDestroy();
    expect(await running).toMatchObject({ code: 'pdf_busy' });
    await expect(closing.renderPdf(plan([]))).rejects.toMatchObject({ code: 'pdf_busy' });
  });
});
