import { COLOUR_SIGNS } from './colours.ts';
import { type ItemFilter, SHOW_WORDS } from './filter.ts';

/** What a filter leaves, in words: `Overdue`, `Schools`, `“SEND”`; empty where it leaves all. */
export function filterWords({ list, theme, group, colour, stage, show, text }: ItemFilter): string[] {
  return [
    show && SHOW_WORDS[show],
    colour && capital(COLOUR_SIGNS[colour].word),
    stage,
    list,
    group,
    theme,
    text === null ? null : `“${text.trim()}”`,
  ].filter((words) => words !== null);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
