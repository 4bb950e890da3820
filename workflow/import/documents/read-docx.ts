import type { PlanDocument } from '../../../plan/import/document.ts';
import { badFile } from './bad-file.ts';
import { htmlDocument } from './html-document.ts';
import { type Parts, packParts } from './open-zip.ts';

/**
 * Reads a Word document: its tables and paragraphs, without pictures, headers and deleted text.
 * @throws AppError `BAD_INPUT` when Word's file is damaged or holds no text
 */
export async function readDocx(parts: Parts): Promise<PlanDocument> {
  const document = htmlDocument(await htmlOf(parts));
  if (document.tables.length === 0 && document.prose.length === 0)
    throw badFile(
      'holds no text, only pictures or nothing at all. Send the Word document that the plan was written in.',
    );
  return document;
}

async function htmlOf(parts: Parts): Promise<string> {
  // Seldom used: loaded with the first import.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(packParts(parts)) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return value;
  } catch (cause) {
    throw badFile(
      'is damaged: Word’s text in it cannot be read. Open it in Word, save it again and send that.',
      cause,
    );
  }
}
