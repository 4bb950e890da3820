import type { ColourCounts } from '../../plan/content.ts';
import type { Rag } from '../../plan/glossary.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { ragWords } from './status.ts';
import template from './templates/count-row.json' with { type: 'json' };

const rowTemplate = createTemplate<{ status: string; colour: string; words: string }>(template);

/** Rows of how many items have each colour, now and before; now alone where there was no before. */
export const bindColourCounts = (now: ColourCounts, before: ColourCounts | null): ElementJson[] => {
  const rows = [
    { ...statusRow('Green'), now: now.green, before: before?.green },
    { ...statusRow('Amber'), now: now.amber, before: before?.amber },
    { ...statusRow('Red'), now: now.red, before: before?.red },
    { status: '✓ Complete', colour: 'Default', now: now.complete, before: before?.complete },
    { status: '– No date', colour: 'Default', now: now.undated, before: before?.undated },
  ];
  return rows
    .filter((row) => row.status !== '– No date' || row.now + (row.before ?? 0) > 0)
    .map((row) => rowTemplate.expand({ status: row.status, colour: row.colour, words: trend(row) }));
};

const statusRow = (rag: Rag) => {
  const { text, colour } = ragWords(rag);
  return { status: text, colour };
};

const trend = ({ now, before }: { now: number; before: number | undefined }): string => {
  if (before === undefined) return `${now}`;
  if (now === before) return `${now}, as before`;
  return `${now}, ${now > before ? 'up' : 'down'} from ${before}`;
};
