import { readDate, type WrittenDate } from './months.ts';
import type { ParsedMilestone } from './parsed-plan.ts';
import { shortTitle, TITLE_LIMIT } from './short-title.ts';
import { capitalised, plainWords } from './text.ts';

const BY_WHEN = /^by\s+(?:the end of\s+)?([a-z]+\.?\s+\d{4})\s*:?$/i;
const BULLET = /^(\s*)[-*•–]\s+(\S.*)$/;

/**
 * Next steps listed under `By March 2022` and the like. A point with points of its own is one milestone:
 * they are its parts. Milestones have no column for a longer text, so titles keep all that fits.
 */
export function milestonesIn(prose: readonly string[]): readonly ParsedMilestone[] {
  const found: { words: string; parts: string[]; due: WrittenDate }[] = [];
  let due: WrittenDate | null = null;
  let depth = 0;
  for (const line of prose) {
    const bullet = BULLET.exec(line);
    if (bullet && due) {
      const indent = bullet[1]?.length ?? 0;
      const last = found.at(-1);
      if (last && last.due === due && indent > depth) last.parts.push(plainWords(bullet[2] ?? ''));
      else {
        found.push({ words: plainWords(bullet[2] ?? ''), parts: [], due });
        depth = indent;
      }
    } else if (line.trim() !== '') {
      const heading = BY_WHEN.exec(plainWords(line));
      due = heading ? readDate(heading[1] ?? '') : null;
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
