import { StreamableFile } from '@nestjs/common';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { minutesFileName, type MinutesContent } from './minutes-content.js';
import { minutesDocument } from './minutes-document.js';

/** The minutes as a PDF to keep, under a neutral name. */
export async function minutesFile(renderer: PdfRenderer, minutes: MinutesContent, municipality: string): Promise<StreamableFile> {
  const bytes = await renderer.renderPdf(minutesDocument(minutes, municipality));
  return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${minutesFileName(minutes)}"`, length: bytes.length });
}
