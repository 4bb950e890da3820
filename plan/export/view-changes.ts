import type { PlanOverview } from '../content.ts';
import { COLOUR_SIGNS } from '../filter/colours.ts';
import { type ExportSheet, textCell } from './sheets.ts';
import { sheetOf } from './view-cells.ts';

/** What stands otherwise than it did, and everything that was said in between. */
export function changesSheets({ moved, changes }: Pick<PlanOverview, 'moved' | 'changes'>): ExportSheet[] {
  return [
    sheetOf(
      'Stands otherwise',
      [
        ['No.', ({ item }) => textCell(item.label)],
        ['Title', ({ item }) => textCell(item.title)],
        ['Theme', ({ item }) => textCell(item.themeTitle)],
        ['Group', ({ item }) => textCell(item.groupName)],
        ['New', ({ isNew }) => ({ kind: 'flag', flag: isNew })],
        ['Colour before', ({ colour }) => textCell(colour && COLOUR_SIGNS[colour.from].word)],
        ['Colour now', ({ item }) => textCell(COLOUR_SIGNS[item.colour].word)],
        ['Stage before', ({ stage }) => textCell(stage?.from ?? null)],
        ['Stage now', ({ item }) => textCell(item.stage)],
        ['Expected before', ({ expected }) => textCell(expected?.from ?? null)],
        ['Expected now', ({ expected, item }) => textCell(expected?.to ?? item.forecast?.words ?? null)],
        ['Reason', ({ reason }) => textCell(reason)],
        ['Note', ({ note }) => textCell(note)],
      ],
      moved,
    ),
    sheetOf(
      'What was said',
      [
        ['When', ({ atWords }) => textCell(atWords)],
        ['No.', ({ label }) => textCell(label)],
        ['Title', ({ title }) => textCell(title)],
        ['By', ({ byName }) => textCell(byName)],
        ['Meeting', ({ meetingWords }) => textCell(meetingWords)],
        ['Changed', (entry) => textCell(entry.changes.map(changeWords).join('\n'))],
        ['Reason', ({ reason }) => textCell(reason)],
        ['Note', ({ note }) => textCell(note)],
        ['Blocked by', ({ blocker }) => textCell(blocker)],
      ],
      changes,
    ),
  ];
}

/** `Forecast: Mar 2022 → Apr 2022`. */
function changeWords({ field, from, to }: { field: string; from: string | null; to: string | null }): string {
  return `${field}: ${from ?? '–'} → ${to ?? '–'}`;
}
