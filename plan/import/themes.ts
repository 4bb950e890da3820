import type { ProseLine } from './document.ts';
import { doubt } from './doubts.ts';
import type { Doubt, ParsedTheme } from './parsed-plan.ts';
import type { Tables, ThemeRow } from './tables.ts';
import { alikeAmong, sameLetters } from './theme-names.ts';

/** A paragraph about a theme starts with its name: `<name> is concerned with …`. */
const NAME_THEN_VERB =
  /^(.{5,160}?)\s+(?:is|are|indicates?|refers?|delivers?|will|aims?|covers?|means|includes?|focuses|brings?|makes?)\b/;

/** Themes of a plan, each once, and how to find a theme by any of its names. */
export interface ReadThemes {
  readonly themes: readonly ParsedTheme[];
  readonly titleOf: (name: string) => string | null;
  readonly doubts: readonly Doubt[];
}

/**
 * Gathers the themes: those of the table of themes, then any that only the table of recommendations
 * names. The wording of the table of themes counts; other wordings are kept beside it and told.
 */
export function readThemes({ themes: rows, recommendations, prose }: Tables): ReadThemes {
  const titles = rows.map((row) => row.title);
  const doubts: Doubt[] = [];
  for (const { theme, number } of recommendations) {
    if (theme === '' || alikeAmong(theme, titles) !== null) continue;
    titles.push(theme);
    if (rows.length > 0) {
      doubts.push(
        doubt(
          'missing',
          `Recommendation ${number} names the theme “${theme}”, which the table of themes does not have. It is imported as a theme of its own.`,
        ),
      );
    }
  }
  const names = [...recommendations.map((row) => row.theme), ...namesInProse(prose)];
  const also = new Map<string, string[]>();
  for (const name of names) {
    const title = alikeAmong(name, titles);
    const known = title === null ? [] : (also.get(title) ?? []);
    if (title === null || name === title || known.includes(name)) continue;
    also.set(title, [...known, name]);
    doubts.push(doubt('theme named twice', twoNames(title, name)));
  }
  return {
    themes: titles.map((title) =>
      themeOf(
        title,
        rows.find((row) => row.title === title),
        also.get(title),
      ),
    ),
    titleOf: (name) => (name === '' ? null : alikeAmong(name, titles)),
    doubts,
  };
}

function twoNames(title: string, name: string): string {
  const how = sameLetters(title, name) ? 'with other capitals' : 'in other words';
  return `The theme “${title}” is also written ${how}: “${name}”. They are taken as one.`;
}

function themeOf(title: string, row: ThemeRow | undefined, alsoNamed: readonly string[] = []): ParsedTheme {
  return {
    title,
    alsoNamed,
    links: row?.links ?? [],
    reviewSaid: joinedWords(row?.reviewSaid),
    stakeholdersSaid: joinedWords(row?.stakeholdersSaid),
    progressSoFar: joinedWords(row?.progressSoFar),
  };
}

function joinedWords(paragraphs: readonly string[] = []): string | null {
  return paragraphs.length === 0 ? null : paragraphs.join('\n');
}

/** What may be a theme's name in running text: how a paragraph starts, and what stands in bold. */
function namesInProse(prose: readonly ProseLine[]): string[] {
  return prose.flatMap(({ words, depth, strong }) => {
    const starts = depth === null ? (NAME_THEN_VERB.exec(words)?.[1] ?? '') : '';
    return [...strong, starts].filter((name) => /^[A-Z].{4,159}$/.test(name));
  });
}
