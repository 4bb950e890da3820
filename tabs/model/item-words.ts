import type { OverviewItem } from '../../plan/content.ts';
import { COLOUR_SIGNS } from '../../plan/filter/colours.ts';
import type { ItemList } from '../../plan/glossary.ts';

const KIND_WORDS: Readonly<Record<ItemList, string>> = {
  Recommendations: 'Recommendation',
  Actions: 'Action',
  Milestones: 'Milestone',
};

/** `Recommendation 3`, `Action A7`, `Milestone M2`. */
export function itemName({ ref, label }: Pick<OverviewItem, 'ref' | 'label'>): string {
  return `${KIND_WORDS[ref.list]} ${label}`;
}

/** `expected Apr 2022, first due Mar 2022`; `''` for an item without dates. */
export function datesWords({ baseline, forecast }: Pick<OverviewItem, 'baseline' | 'forecast'>): string {
  if (!forecast) return baseline ? `first due ${baseline.words}` : '';
  if (!baseline || baseline.date === forecast.date) return `due ${forecast.words}`;
  return `expected ${forecast.words}, first due ${baseline.words}`;
}

/** `waits on Finance since 7 Mar 2022`; `null` for what does not wait. */
export function waitWords({
  stage,
  waitingOnName,
  waitingSince,
}: Pick<OverviewItem, 'stage' | 'waitingOnName' | 'waitingSince'>): string | null {
  if (stage !== 'Waiting on others') return null;
  const whom = waitingOnName === null ? 'waiting' : `waiting on ${waitingOnName}`;
  return waitingSince === null ? whom : `${whom} since ${waitingSince}`;
}

/** When an open item is due, and whose it is. */
export function dueFacts(item: OverviewItem): readonly (string | null)[] {
  return [item.dueIn, datesWords(item), item.groupName, item.ownerName];
}

/** `last word 14 Mar 2022`, `never spoken of`. */
export function lastWordWords({ latestNoteOn }: Pick<OverviewItem, 'latestNoteOn'>): string {
  return latestNoteOn === null ? 'nothing said yet' : `last words ${latestNoteOn}`;
}

/** Everything a chip says to somebody who does not see it; begins with what others see. */
export function chipWords(item: OverviewItem): string {
  const facts = [
    `${item.label}, ${COLOUR_SIGNS[item.colour].word}`,
    item.title.replace(/\.$/, ''),
    datesWords(item),
    item.overdue ? 'overdue' : '',
    ...attentionWords(item),
  ];
  return facts
    .filter((fact) => fact !== '')
    .map((fact) => fact.charAt(0).toUpperCase() + fact.slice(1))
    .join('. ');
}

/** Why an item needs a closer look, in words; empty when it does not. */
export function attentionWords(item: OverviewItem): string[] {
  const words: string[] = [];
  if (item.waitingOnName) words.push(`waits on ${item.waitingOnName}`);
  if (item.disagrees)
    words.push(`stated ${item.confidence ?? 'nothing'}, dates say ${item.schedule ?? 'nothing'}`);
  if (item.stale) words.push('no recent word');
  return words;
}
