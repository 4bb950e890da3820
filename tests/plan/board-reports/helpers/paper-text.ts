import type { Paper, PaperBlock } from '../../../../plan/content.ts';

/** Everything that a paper says, a line each. */
export function textOf({ blocks }: Pick<Paper, 'blocks'>): string {
  return blocks.flatMap(linesOf).join('\n');
}

export function headingsOf({ blocks }: Pick<Paper, 'blocks'>): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
}

function linesOf(block: PaperBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.entries;
    case 'bar':
      return [block.bar.alternative];
    case 'table':
      return [block.table.caption, ...block.table.rows.flat().map(({ text }) => text)];
  }
}
