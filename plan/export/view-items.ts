import type { OverviewItem } from '../content.ts';
import { dayInWords } from '../filter/day-in-words.ts';
import type { TimelinePart } from '../filter/timeline.ts';
import { type ExportSheet, numberCell, textCell } from './sheets.ts';
import { type Column, colourCell, dayCell, dueCell, sheetOf } from './view-cells.ts';

type ItemColumn = Column<OverviewItem>;

const NUMBER: ItemColumn = ['No.', ({ ref, label }) => labelCell(ref.list, label)];
const TITLE: ItemColumn = ['Title', ({ title }) => textCell(title)];
const GROUP: ItemColumn = ['Group', ({ groupName }) => textCell(groupName)];
const DATES: readonly ItemColumn[] = [
  ['First due', ({ promisedOn, baseline }) => dueCell(promisedOn, baseline)],
  ['Now expected', ({ expectedOn, forecast, baseline }) => dueCell(expectedOn, forecast ?? baseline)],
  ['Days later', ({ slippedDays }) => numberCell(slippedDays || null)],
  ['Complete on', ({ completedOn }) => dayCell(completedOn)],
];
const STANDING: readonly ItemColumn[] = [
  ['Colour', ({ colour }) => colourCell(colour)],
  ['Schedule', ({ schedule }) => colourCell(schedule)],
  ['Stated', ({ confidence }) => colourCell(confidence)],
  ['Stage', ({ stage }) => textCell(stage)],
];

/** Items as their table shows them, one sheet. */
export function itemsSheet(items: readonly OverviewItem[]): ExportSheet {
  const columns: readonly ItemColumn[] = [
    NUMBER,
    TITLE,
    ['List', ({ ref }) => textCell(ref.list)],
    ['Theme', ({ themeTitle }) => textCell(themeTitle)],
    GROUP,
    ['Owner', ({ ownerName }) => textCell(ownerName)],
    ...DATES,
    ...STANDING,
    ['Overdue', ({ overdue }) => ({ kind: 'flag', flag: overdue })],
    ['Waiting on', ({ waitingOnName }) => textCell(waitingOnName)],
    ['Blocked by', ({ blocker }) => textCell(blocker)],
    ['Last word', ({ latestNote }) => textCell(latestNote)],
    ['Last word on', ({ latestNoteOn }) => dayCell(latestNoteOn && dayInWords(latestNoteOn))],
  ];
  return sheetOf('Items', columns, items);
}

/** Items with their dates, by theme or group. */
export function datesSheet(
  name: string,
  head: 'Theme' | 'Group',
  parts: readonly TimelinePart[],
): ExportSheet {
  const rows = parts.flatMap(({ title, items }) => items.map((item) => ({ title, item })));
  const other: ItemColumn = head === 'Theme' ? GROUP : ['Theme', ({ themeTitle }) => textCell(themeTitle)];
  const ofItem = [NUMBER, TITLE, other, ...DATES, ...STANDING].map(
    ([words, cellOf]): Column<(typeof rows)[number]> => [words, ({ item }) => cellOf(item)],
  );
  return sheetOf(name, [[head, ({ title }) => textCell(title)], ...ofItem], rows);
}

/** Recommendations are numbered; the labels of others are words. */
function labelCell(list: OverviewItem['ref']['list'], label: string) {
  return list === 'Recommendations' && /^\d{1,9}$/.test(label) ? numberCell(Number(label)) : textCell(label);
}
