import { GraphError } from '../graph-error.ts';
import type { Column } from '../store/column.ts';
import type { StoredItem } from '../store/items.ts';
import { type Comparable, type ReadContext, readComparables, toComparable } from './compare.ts';
import { type Condition, collectFields, findIndexed, findUnique, type UniqueValue } from './condition.ts';
import { checkIndexed, findQueryField, type QueryField } from './fields-in-queries.ts';
import { type Comparison, type Filter, parseFilter } from './filter-parser.ts';

export interface ItemsQuery {
  readonly context: ReadContext;
  readonly columns: readonly Column[];
  readonly filter: string | undefined;
  readonly orderBy: string | undefined;
  readonly prefer: string | undefined;
  /** All items of the list by number, or only the one that has a unique value. */
  readonly loadItems: (unique: UniqueValue | undefined) => readonly StoredItem[];
}

/** More rows than these can't be searched in one query, whatever the headers say. */
const LIST_VIEW_THRESHOLD = 5_000;

/**
 * The items that meet `$filter`, in the order of `$orderby`.
 * @throws GraphError 400 for fields that are unknown or not indexed; 429 for ever past the list view threshold.
 */
export function runQuery({ context, columns, filter, orderBy, prefer, loadItems }: ItemsQuery): StoredItem[] {
  const condition = filter === undefined ? undefined : prepare(parseFilter(filter), columns);
  const order = readOrder(orderBy, columns);
  const fields = [
    ...(condition === undefined ? [] : collectFields(condition)),
    ...order.map(({ field }) => field),
  ];
  checkIndexed(fields, prefer);
  const items = loadItems(condition === undefined ? undefined : findUnique(condition));
  checkThreshold({ items, condition, order, context });
  const found =
    condition === undefined ? [...items] : items.filter((item) => meets(context, { item, condition }));
  return order.length === 0 ? found : sortItems({ items: found, order, context });
}

function prepare(filter: Filter, columns: readonly Column[]): Condition {
  if (filter.kind !== 'compare')
    return { kind: filter.kind, left: prepare(filter.left, columns), right: prepare(filter.right, columns) };
  const field = findQueryField(filter.property, columns);
  return { kind: 'compare', field, comparison: filter.comparison, wanted: toComparable(field, filter) };
}

function meets(
  context: ReadContext,
  { item, condition }: { item: StoredItem; condition: Condition },
): boolean {
  if (condition.kind !== 'compare') {
    const isLeft = meets(context, { item, condition: condition.left });
    if (condition.kind === 'and' ? !isLeft : isLeft) return isLeft;
    return meets(context, { item, condition: condition.right });
  }
  const { field, comparison, wanted } = condition;
  const values = readComparables(context, { item, field });
  if (comparison === 'ne') return values.every((value) => value !== wanted);
  return values.some((value) => compares(value, { comparison, wanted }));
}

function compares(
  value: Comparable,
  { comparison, wanted }: { comparison: Exclude<Comparison, 'ne'>; wanted: Comparable },
): boolean {
  if (comparison === 'eq') return value === wanted;
  if (value === undefined || wanted === undefined) return false;
  switch (comparison) {
    case 'lt':
      return value < wanted;
    case 'gt':
      return value > wanted;
    case 'le':
      return value <= wanted;
    case 'ge':
      return value >= wanted;
    case 'startswith':
      return String(value).startsWith(String(wanted));
  }
}

interface OrderField {
  readonly field: QueryField;
  readonly direction: 1 | -1;
}

function readOrder(orderBy: string | undefined, columns: readonly Column[]): OrderField[] {
  if (orderBy === undefined) return [];
  return orderBy.split(',').map((entry) => {
    const [property = '', direction = 'asc'] = entry.trim().split(/\s+/);
    return { field: findQueryField(property, columns), direction: direction === 'desc' ? -1 : 1 };
  });
}

interface SortItems {
  readonly items: readonly StoredItem[];
  readonly order: readonly OrderField[];
  readonly context: ReadContext;
}

/** Empty fields come first, as SharePoint sorts them; equal ones stay in the order of their numbers. */
function sortItems({ items, order, context }: SortItems): StoredItem[] {
  const keyed = items.map((item) => ({
    item,
    keys: order.map(({ field }) => readComparables(context, { item, field })[0]),
  }));
  keyed.sort((one, other) => {
    for (const [index, { direction }] of order.entries()) {
      const compared = compareKeys(one.keys[index], other.keys[index]);
      if (compared !== 0) return compared * direction;
    }
    return one.item.id - other.item.id;
  });
  return keyed.map(({ item }) => item);
}

function compareKeys(one: Comparable, other: Comparable): number {
  if (one === other) return 0;
  if (one === undefined) return -1;
  if (other === undefined) return 1;
  return one < other ? -1 : 1;
}

interface CheckThreshold {
  readonly items: readonly StoredItem[];
  readonly condition: Condition | undefined;
  readonly order: readonly OrderField[];
  readonly context: ReadContext;
}

/**
 * SharePoint reads the rows that the first indexed condition leaves, and gives up past the threshold.
 * @see https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/827 for the 429 that never clears
 */
function checkThreshold({ items, condition, order, context }: CheckThreshold): void {
  if (items.length <= LIST_VIEW_THRESHOLD) return;
  const isOrderIndexed = order.every(({ field }) => field.column.indexed);
  if (condition === undefined && isOrderIndexed) return;
  const indexed = condition === undefined ? undefined : findIndexed(condition);
  const touched =
    indexed === undefined
      ? items.length
      : items.filter((item) => meets(context, { item, condition: indexed })).length;
  if (touched <= LIST_VIEW_THRESHOLD) return;
  throw new GraphError({
    status: 429,
    code: 'activityLimitReached',
    message: 'The attempted operation is prohibited because it exceeds the list view threshold.',
  });
}
