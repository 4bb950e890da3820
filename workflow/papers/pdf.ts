import PDFDocument from 'pdfkit';
import type { Paper } from '../../plan/content/paper.ts';

/** A paper as a tagged PDF. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4' });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.text(paper.title);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
