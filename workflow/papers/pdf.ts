import type { Paper, PaperBlock } from '../../plan/content/paper.ts';
import { addBar } from './pdf/bar.ts';
import { addFeet } from './pdf/foot.ts';
import { openSheet, type Sheet } from './pdf/sheet.ts';
import { addTable } from './pdf/table.ts';
import { addHeading, addList, addParagraph, addSubtitle } from './pdf/text-blocks.ts';

/**
 * A paper as a PDF that can be read out: tagged, in British English, with its title and its fonts. The same paper is always the same bytes.
 */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const sheet = openSheet(paper);
  const written = collect(sheet);
  addHeading(sheet, 'title', paper.title);
  for (const line of paper.subtitle) addSubtitle(sheet, line);
  sheet.y += 8;
  for (const block of paper.blocks) addBlock(sheet, block);
  sheet.root.end();
  addFeet(sheet, paper.footer);
  sheet.document.end();
  return written;
}

function addBlock(sheet: Sheet, block: PaperBlock): void {
  switch (block.kind) {
    case 'heading':
      addHeading(sheet, block.level, block.text);
      break;
    case 'paragraph':
      addParagraph(sheet, block.text);
      break;
    case 'list':
      addList(sheet, block.entries);
      break;
    case 'table':
      addTable(sheet, block.table);
      break;
    case 'bar':
      addBar(sheet, block.bar);
      break;
  }
}

function collect({ document }: Sheet): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}
