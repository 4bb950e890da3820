import { expect, test } from '@jest/globals';
import { LISTS } from '../../graph/lists/index.ts';
import { doubtfulLists, type ListOnSite, recogniseLists } from '../../graph/recognise-lists.ts';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';

const list = (title: string, addressName = title): ListOnSite => ({
  id: `id of ${title}`,
  title,
  addressName,
  webUrl: null,
});
const columnsOf = (name: ListName): ReadonlySet<string> =>
  new Set(Object.values(LISTS[name].columns).map((column) => column.name));
const FOREIGN: ReadonlySet<string> = new Set(['Title', 'Author', 'Pages']);

/** Title of the list each of Milepost's is taken to be. */
function recognised(
  found: readonly ListOnSite[],
  columns: Readonly<Record<string, ReadonlySet<string>>> = {},
) {
  const known = new Map(Object.entries(columns).map(([title, names]) => [`id of ${title}`, names]));
  const { lists, rivals } = recogniseLists(found, known);
  const titles = (of: ReadonlyMap<ListName, ListOnSite>) =>
    Object.fromEntries([...of].map(([name, { title }]) => [name, title]));
  return { lists: titles(lists), rivals: titles(rivals) };
}

test('lists that have their titles are known without a look at their columns', () => {
  const found = LIST_NAMES.map((name) => list(name));
  expect(doubtfulLists(found)).toEqual([]);
  expect(Object.keys(recognised(found).lists)).toEqual(LIST_NAMES);
});

test('a list that goes by its title at another address is known too, whatever its case', () => {
  const found = [list('board REPORTS', 'Board reports1')];
  expect(doubtfulLists(found)).toEqual([]);
  expect(recognised(found).lists).toEqual({ 'Board reports': 'board REPORTS' });
});

test('a renamed list is known by its address, once its columns say so', () => {
  const found = [list('Recs of 2022', 'Recommendations')];
  expect(doubtfulLists(found)).toEqual(['id of Recs of 2022']);
  expect(recognised(found, { 'Recs of 2022': columnsOf('Recommendations') }).lists).toEqual({
    Recommendations: 'Recs of 2022',
  });
  expect(recognised(found, { 'Recs of 2022': FOREIGN }).lists).toEqual({});
  expect(recognised(found).lists).toEqual({});
});

test('a renamed list that lost a few columns is still known', () => {
  const columns = new Set([...columnsOf('Actions')].slice(0, -5));
  expect(recognised([list('To do', 'Actions')], { 'To do': columns }).lists).toEqual({ Actions: 'To do' });
});

test('somebody’s own list under the old title does not take the place of the renamed one', () => {
  const found = [list('Old actions', 'Actions'), list('Actions', 'Actions1')];
  const ours = { 'Old actions': columnsOf('Actions') };
  expect(recognised(found, { ...ours, Actions: FOREIGN })).toEqual({
    lists: { Actions: 'Old actions' },
    rivals: {},
  });
  expect(recognised(found, { ...ours, Actions: columnsOf('Actions') })).toEqual({
    lists: { Actions: 'Old actions' },
    rivals: { Actions: 'Actions' },
  });
});

test('the list with the title is the one where only the address is somebody else’s', () => {
  const found = [list('Reading group', 'Actions'), list('Actions', 'Actions1')];
  const columns = { 'Reading group': FOREIGN, Actions: columnsOf('Actions') };
  expect(recognised(found, columns).lists).toEqual({ Actions: 'Actions' });
});

test('lists whose titles were swapped stay what they were', () => {
  const found = [list('Milestones', 'Actions'), list('Actions', 'Milestones')];
  const columns = { Milestones: columnsOf('Actions'), Actions: columnsOf('Milestones') };
  expect(recognised(found, columns)).toEqual({
    lists: { Actions: 'Milestones', Milestones: 'Actions' },
    rivals: {},
  });
});

test('one list is never two of Milepost’s', () => {
  const found = [list('Milestones', 'Actions')];
  expect(recognised(found, { Milestones: columnsOf('Actions') }).lists).toEqual({ Actions: 'Milestones' });
});
