import { ImageRun, type IParagraphOptions, LineRuleType, Paragraph, type Table } from 'docx';
import type { Paper, PaperBar, PaperBlock } from '../../../plan/content/paper.ts';
import { barLegend } from '../bar-parts.ts';
import { BAR_SIZE, drawBar } from '../bar-picture.ts';
import { oneLine } from '../clean-text.ts';
import { runsOf } from './runs.ts';
import { BULLETS, type StyleIds, type StyleKey, sizesOf } from './styles.ts';
import { wordTable } from './table.ts';

/** What a body is written for: a document of our own, or a council's template. */
export interface BodyPlace {
  readonly styles: StyleIds;
  /** Between the margins, in twips. */
  readonly textWidth: number;
}

/** Numbers of drawings, far from those a template may have. */
const FIRST_DRAWING = 70_001;
const TWIPS_PER_PIXEL = 15;

/** Everything a paper says, as Word holds it; never ends with a table, after which Word needs a paragraph. */
export function wordBody(paper: Paper, place: BodyPlace): readonly (Paragraph | Table)[] {
  const cellSize = sizesOf(paper).cell;
  const body = paper.blocks.flatMap((block, at) =>
    blockOf(block, { place, id: FIRST_DRAWING + at, cellSize }),
  );
  return [
    styled('title', oneLine(paper.title), place),
    ...paper.subtitle.map((line, at) => {
      const isLast = at === paper.subtitle.length - 1;
      return styled('subtitle', oneLine(line), place, isLast ? { spacing: { after: 240 } } : {});
    }),
    ...body,
    ...(paper.blocks.at(-1)?.kind === 'table' ? [new Paragraph({})] : []),
  ];
}

function blockOf(
  block: PaperBlock,
  { place, id, cellSize }: { place: BodyPlace; id: number; cellSize: number },
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [styled(block.level === 1 ? 'heading1' : 'heading2', oneLine(block.text), place)];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.text) })];
    case 'list':
      return block.entries.map(
        (entry) =>
          new Paragraph({
            style: place.styles.list,
            numbering: { reference: BULLETS, level: 0 },
            children: runsOf(entry),
          }),
      );
    case 'table':
      // A table without columns says nothing, and Word cannot open it.
      return block.table.columns.length === 0
        ? [styled('caption', oneLine(block.table.caption), place)]
        : [
            styled('caption', oneLine(block.table.caption), place),
            wordTable(block.table, { textWidth: place.textWidth, size: cellSize }),
          ];
    case 'bar':
      return barOf(block.bar, { place, id });
  }
}

function barOf(bar: PaperBar, { place, id }: { place: BodyPlace; id: number }): readonly Paragraph[] {
  const data = drawBar(bar);
  if (data === null) return [new Paragraph({ children: runsOf(bar.alternative) })];
  const width = Math.floor(place.textWidth / TWIPS_PER_PIXEL);
  const picture = new ImageRun({
    type: 'png',
    data,
    transformation: { width, height: BAR_SIZE.height / 2 },
    altText: { id: String(id), name: 'Bar', title: '', description: oneLine(bar.alternative) },
  });
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 240, after: 60, line: 240, lineRule: LineRuleType.AT_LEAST },
      children: [picture],
    }),
    new Paragraph({ children: runsOf(barLegend(bar)) }),
  ];
}

const styled = (
  style: StyleKey,
  text: string,
  { styles }: BodyPlace,
  look: Pick<IParagraphOptions, 'spacing'> = {},
): Paragraph => new Paragraph({ ...look, style: styles[style], children: runsOf(text) });
