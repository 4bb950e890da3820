import { type HTMLElement, type Node, NodeType, parse } from 'node-html-parser';
import {
  type DocumentRow,
  type DocumentTable,
  oneLine,
  type PlanDocument,
  type ProseLine,
} from '../../../plan/import/document.ts';
import { tidyText } from '../../../plan/import/text.ts';
import { badFile } from './bad-file.ts';

/** Wider tables and taller merged cells are not plans. */
const MAX_SPAN = 200;

const BLOCKS = new Set(['P', 'LI', 'UL', 'OL', 'DIV', 'TABLE', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** The tables and paragraphs of HTML that was made from a document. */
export function htmlDocument(html: string): PlanDocument {
  const tables: DocumentTable[] = [];
  const prose: ProseLine[] = [];
  try {
    for (const node of parse(html).childNodes) readBlock(node, 0, { tables, prose });
  } catch (cause) {
    // Nothing but a document nested thousands deep makes this fail.
    throw badFile('is nested too deeply to be read. Copy the plan into a new document and send that.', cause);
  }
  return { tables, prose, isSpreadsheet: false };
}

function readBlock(node: Node, depth: number, into: { tables: DocumentTable[]; prose: ProseLine[] }): void {
  const tag = tagOf(node);
  if (tag === 'TABLE') into.tables.push({ name: null, rows: rowsOf(node as HTMLElement) });
  else if (tag === 'UL' || tag === 'OL') readList(node as HTMLElement, depth, into);
  else into.prose.push(...proseOf([node], null));
}

/** Points of a list, each followed by the lists in it. */
function readList(
  list: HTMLElement,
  depth: number,
  into: { tables: DocumentTable[]; prose: ProseLine[] },
): void {
  for (const point of list.childNodes.filter((node) => tagOf(node) === 'LI')) {
    const isList = (node: Node) => ['UL', 'OL'].includes(tagOf(node));
    into.prose.push(
      ...proseOf(
        point.childNodes.filter((node) => !isList(node)),
        depth,
      ),
    );
    for (const inner of point.childNodes.filter(isList)) readBlock(inner, depth + 1, into);
  }
}

function proseOf(nodes: readonly Node[], depth: number | null): ProseLine[] {
  const strong = nodes.flatMap((node) =>
    tagOf(node) === ''
      ? []
      : (node as HTMLElement).querySelectorAll('strong').map(({ text }) => oneLine(text)),
  );
  return textOf(nodes)
    .split('\n')
    .map(oneLine)
    .filter((words) => words !== '')
    .map((words) => ({ words, depth, strong }));
}

/** A cell over several rows stands in each of them; one over several columns leaves the others empty. */
function rowsOf(table: HTMLElement): DocumentRow[] {
  const below: { text: string; rows: number }[] = [];
  return trsOf(table).map((tr, at) => {
    const cells: string[] = [];
    const takeFromAbove = () => {
      for (let above = below[cells.length]; above && above.rows > 0; above = below[cells.length]) {
        above.rows -= 1;
        cells.push(above.text);
      }
    };
    for (const td of tr.childNodes.filter((node) => ['TD', 'TH'].includes(tagOf(node)))) {
      takeFromAbove();
      const text = tidyText(textOf(td.childNodes));
      const columns = spanOf(td as HTMLElement, 'colspan');
      for (let column = 0; column < columns; column += 1) {
        const said = column === 0 ? text : '';
        below[cells.length] = { text: said, rows: spanOf(td as HTMLElement, 'rowspan') - 1 };
        cells.push(said);
      }
    }
    takeFromAbove();
    return { number: at + 1, cells };
  });
}

/** Rows of this table, not of tables in its cells. */
function trsOf(table: HTMLElement): Node[] {
  return table.childNodes.flatMap((node) => {
    if (tagOf(node) === 'TR') return [node];
    return ['THEAD', 'TBODY', 'TFOOT'].includes(tagOf(node))
      ? node.childNodes.filter((inner) => tagOf(inner) === 'TR')
      : [];
  });
}

function spanOf(td: HTMLElement, attribute: string): number {
  const span = Number.parseInt(td.getAttribute(attribute) ?? '1', 10);
  return Math.min(Math.max(span || 1, 1), MAX_SPAN);
}

/** Plain text; blocks and line breaks start a line each. */
function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.nodeType === NodeType.TEXT_NODE) return node.text;
      const tag = tagOf(node);
      if (tag === 'BR') return '\n';
      const text = textOf(node.childNodes);
      return BLOCKS.has(tag) ? `\n${text}\n` : text;
    })
    .join('')
    .replace(/\n{2,}/g, '\n');
}

function tagOf(node: Node): string {
  return node.nodeType === NodeType.ELEMENT_NODE ? ((node as HTMLElement).tagName ?? '') : '';
}
