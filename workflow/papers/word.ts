import { Document, Packer, Paragraph } from 'docx';
import type { Paper } from '../../plan/content/paper.ts';

/** A paper as a Word document. */
export async function writeWord(
  paper: Paper,
  _options: { readonly template?: Uint8Array | null } = {},
): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: [new Paragraph(paper.title)] }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
