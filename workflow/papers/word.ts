import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { Paper } from '../../plan/content/paper.ts';
import { oneLine } from './clean-text.ts';
import { QUIET_COLOUR } from './colours.ts';
import { wordBody } from './word/body.ts';
import { repack } from './word/repack.ts';
import { NUMBERING, OWN_STYLES, sizesOf, stylesOf } from './word/styles.ts';
import { fillTemplate } from './word/template.ts';

/** A4 in twips, with 2 cm around. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/**
 * A paper as a Word document; the same paper is always the same bytes.
 * @param options.template a council's own document with `{{report}}` on a line of its own: everything else of it stays, and
 *   its styles are used. Default: Milepost's own look.
 * @throws AppError `BAD_INPUT`, whose `userMessage` says what is the matter with the template and what to do
 */
export async function writeWord(
  paper: Paper,
  { template = null }: { readonly template?: Uint8Array | null } = {},
): Promise<Uint8Array> {
  if (template !== null) return fillTemplate(paper, template);
  const document = new Document({
    title: oneLine(paper.title),
    subject: oneLine(paper.subtitle[0] ?? ''),
    creator: 'Milepost',
    lastModifiedBy: 'Milepost',
    styles: stylesOf(sizesOf(paper)),
    numbering: NUMBERING,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: footerOf(paper) },
        children: wordBody(paper, { styles: OWN_STYLES, textWidth: TEXT_WIDTH }),
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/** What the paper is, and which page of how many. */
function footerOf(paper: Paper): Footer {
  const look = { size: 18, color: QUIET_COLOUR };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ ...look, text: oneLine(paper.footer) }),
          new TextRun({ ...look, children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
