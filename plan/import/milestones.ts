import type { ProseLine } from './document.ts';
import { readDate, type WrittenDate } from './months.ts';
import type { ParsedMilestone } from './parsed-plan.ts';
import { shortTitle, TITLE_LIMIT } from './short-title.ts';
import { capitalised } from './text.ts';

const BY_WHEN = /^by\s+(?:the end of\s+)?([a-z]+\.?\s+\d{4})\s*:?$/i;

/**
 * Next steps listed under `By March 2022` and the like. A point with points of its own is one milestone:
 * they are its parts. Milestones have no column for a longer text, so titles keep all that fits.
 */
export function milestonesIn(prose: readonly ProseLine[]): readonly ParsedMilestone[] {
  const found: { words: string; parts: string[]; due: WrittenDate }[] = [];
  let due: WrittenDate | null = null;
  let depth = 0;
  for (const line of prose) {
    if (line.depth === null) {
      const heading = BY_WHEN.exec(line.words);
      due = heading ? readDate(heading[1] ?? '') : null;
    } else if (due) {
      const last = found.at(-1);
      if (last && last.due === due && line.depth > depth) last.parts.push(line.words);
      else {
        found.push({ words: line.words, parts: [], due });
        depth = line.depth;
      }
    }
  }
  return found.map(({ words, parts, due: { date, precision } }) => ({
    title: shortTitle(capitalised(withParts(words, parts)), TITLE_LIMIT),
    due: date,
    precision,
  }));
}

function withParts(words: string, parts: readonly string[]): string {
  if (parts.length === 0) return words;
  const start = parts.slice(0, -1).join(', ');
  const all = start === '' ? (parts[0] ?? '') : `${start} and ${parts.at(-1)}`;
  return `${words.replace(/[:\s]+$/, '')} ${all}`;
}
