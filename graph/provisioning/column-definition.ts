import type { ListName } from '../../plan/glossary.ts';
import type { Column } from '../lists/columns.ts';

/** Internal name of a column in plain words: `BaselineDue` → `Baseline due`, `EntraObjectId` → `Entra object ID`. */
export function plainWords(name: string): string {
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').split(' ');
  return words
    .map((word, index) => {
      if (SPELT.has(word)) return SPELT.get(word);
      return index === 0 ? word : word.toLowerCase();
    })
    .join(' ');
}

const SPELT: ReadonlyMap<string, string> = new Map([
  ['Id', 'ID'],
  ['Url', 'link'],
  ['Rag', 'RAG'],
]);

/** The column as Graph wants it when it is made. @see https://learn.microsoft.com/graph/api/resources/columndefinition */
export function toColumnDefinition(
  column: Column,
  listIds: ReadonlyMap<ListName, string>,
): Record<string, unknown> {
  return {
    name: column.name,
    displayName: plainWords(column.name),
    ...(column.indexed && { indexed: true }),
    ...(column.unique && { enforceUniqueValues: true }),
    ...toFacet(column, listIds),
  };
}

/** The one member that says what a column holds; Graph takes exactly one. */
function toFacet(column: Column, listIds: ReadonlyMap<ListName, string>): Record<string, unknown> {
  switch (column.kind) {
    case 'text':
      return { text: { allowMultipleLines: false } };
    case 'note':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'number':
      return { number: { decimalPlaces: 'automatic' } };
    case 'choice':
      return { choice: { choices: column.choices, displayAs: 'dropDownMenu', allowTextEntry: false } };
    case 'multiChoice':
      // Check boxes are what makes a choice take several values; there is no other sign of it.
      return { choice: { choices: column.choices, displayAs: 'checkBoxes', allowTextEntry: false } };
    case 'date':
      return { dateTime: { format: 'dateOnly', displayAs: 'standard' } };
    case 'dateTime':
      return { dateTime: { format: 'dateTime', displayAs: 'standard' } };
    case 'lookup':
    case 'lookups':
      return {
        lookup: {
          listId: listIds.get(column.target),
          columnName: 'Title',
          allowMultipleValues: column.kind === 'lookups',
        },
      };
    case 'flag':
      return { boolean: {} };
  }
}
