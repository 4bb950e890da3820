import type { Paper, PaperBlock } from '../content.ts';
import { listOf } from '../headline.ts';
import type { Plan } from '../plan.ts';

/** Whom of the plan the public would read of by name; `null`: nobody. Said to whoever approves and posts; it bars nothing. */
export function namedInPublic({ owners }: Plan, papers: readonly Paper[]): string | null {
  const text = papers.flatMap(({ blocks }) => blocks.flatMap(textsOf)).join('\n');
  const named = owners.map(({ title }) => title.trim()).filter((name) => isIn(text, name));
  if (named.length === 0) return null;
  return `The public note or the easy-read summary names ${listOf([...new Set(named)])}: read both, and leave out what is not for the public.`;
}

function textsOf(block: PaperBlock): readonly string[] {
  if (block.kind === 'list') return block.entries;
  return block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : [];
}

/** As a name stands in a text: whole, and with a surname, since single words may mean anything. */
function isIn(text: string, name: string): boolean {
  if (!name.includes(' ')) return false;
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
