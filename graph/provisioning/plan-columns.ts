import type { ListName } from '../../plan/glossary.ts';
import type { BatchPart } from '../batch-part.ts';
import type { Column } from '../lists/columns.ts';
import { LISTS } from '../lists/index.ts';
import { plainWords, toColumnDefinition } from './column-definition.ts';
import type { SiteSchema } from './ensure-lists.ts';
import { type FoundColumn, HOLDS, holdsTheSame, looksIntoNothing, repairsOf } from './found-column.ts';
import type { ProvisionNote } from './provisioning.ts';
import { columnsPath, type FoundColumns } from './read-columns.ts';

/** SharePoint's most indexes on one list. */
const MOST_INDEXES = 20;

/** One change of one list's columns. */
export interface ColumnStep {
  readonly kind: 'created' | 'repaired';
  readonly list: ListName;
  readonly column: Column;
  /** In words: `column Recommendations.Theme`. */
  readonly what: string;
  readonly part: BatchPart;
  /** What it may fail for: rows with the same value, or a list that is too large for a new index. */
  readonly asksFor: 'unique' | 'index' | null;
}

export interface ColumnPlan {
  readonly steps: readonly ColumnStep[];
  readonly notes: readonly { readonly kind: ProvisionNote; readonly what: string }[];
}

/**
 * What to change in the columns of one list. Never changes what a column holds, and leaves what people call it alone: a
 * column is known by its internal name.
 */
export function planColumns(
  name: ListName,
  { siteId, schema }: { readonly siteId: string; readonly schema: SiteSchema },
): ColumnPlan {
  const found = schema.columns.get(name) ?? new Map();
  const path = columnsPath(siteId, schema.ids.get(name) ?? '');
  const steps: ColumnStep[] = [];
  const notes: { kind: ProvisionNote; what: string }[] = [];
  let indexes = [...found.values()].filter(({ indexed }) => indexed === true).length;
  // Its columns would be made with it, all but the lookups.
  const isOnlyPlanned = !schema.ids.has(name);
  const hasRoomForIndex = () => indexes < MOST_INDEXES;

  for (const [property, column] of Object.entries(LISTS[name].columns)) {
    const what = `column ${name}.${column.name}`;
    const there = found.get(column.name);
    if (property === 'title') continue;
    if ('target' in column && !isKnown(column.target, schema)) continue;
    if (there === undefined) {
      if (isOnlyPlanned && !('target' in column)) continue;
      const withIndex = column.indexed && hasRoomForIndex();
      if (column.indexed && !withIndex) notes.push({ kind: 'problems', what: `${what}: ${NO_ROOM}` });
      if (withIndex) indexes++;
      const body = toColumnDefinition(
        withIndex ? column : { ...column, indexed: false, unique: false },
        schema.ids,
      );
      const part: BatchPart = { method: 'POST', path, body };
      steps.push({ kind: 'created', list: name, column, what, part, asksFor: null });
      const twin = twinOf(column, found);
      if (twin !== null) notes.push({ kind: 'told', what: `${what}: “${twin}” ${TWIN}` });
      continue;
    }
    if (looksIntoNothing(there, schema.allIds)) {
      notes.push({ kind: 'problems', what: `${what} ${lostTarget(column, schema)}` });
      continue;
    }
    if (!holdsTheSame(there, column, schema.ids)) {
      notes.push({
        kind: 'problems',
        what: `${what} is there but can't hold ${HOLDS[column.kind]}. ${MOVE_AWAY}`,
      });
      continue;
    }
    const repairs = repairsOf(there, column);
    if (repairs.length === 0 && !schema.made.has(name)) notes.push({ kind: 'unchanged', what });
    for (const { body, words, asksFor } of repairs) {
      if (asksFor === 'index' && !hasRoomForIndex()) {
        notes.push({ kind: 'problems', what: `${what}: ${NO_ROOM}` });
        break;
      }
      if (asksFor === 'index') indexes++;
      const part: BatchPart = { method: 'PATCH', path: `${path}/${there.id}`, body };
      steps.push({ kind: 'repaired', list: name, column, what: `${what} (${words})`, part, asksFor });
    }
  }
  return { steps, notes };
}

const NO_ROOM = `the list has ${MOST_INDEXES} indexes already, and SharePoint allows no more. Remove one that is not needed (list settings, “Indexed columns”), and run this again.`;
const TWIN =
  "looks like it, but is another column to SharePoint. Move its values into Milepost's if they are needed, and delete it.";
const MOVE_AWAY =
  'Move its values into a column of another name, delete it, and run this again: Milepost then makes its own.';

/** A list that is there, or that would be made. */
const isKnown = (target: ListName, { ids, made }: SiteSchema): boolean => ids.has(target) || made.has(target);

function lostTarget(column: Column, { made }: SiteSchema): string {
  const target = 'target' in column ? column.target : 'its list';
  const first = made.has(target as ListName)
    ? `Delete the new, still empty list ${target}, restore the old one from the site's recycle bin`
    : `Restore the old ${target} from the site's recycle bin, in place of the one that is there now`;
  return `looks into a list that was deleted. ${first}, and run this again. If it is gone for good, delete this column and run this again: Milepost makes it anew, empty.`;
}

/** A column that somebody made under the same words: SharePoint gave it another name inside. */
function twinOf(column: Column, found: FoundColumns): string | null {
  const words = [column.name.toLowerCase(), plainWords(column.name).toLowerCase()];
  const isTwin = ({ name, displayName }: FoundColumn) =>
    new RegExp(`^${column.name}\\d+$`, 'i').test(name) || words.includes((displayName ?? '').toLowerCase());
  return [...found.values()].find(isTwin)?.name ?? null;
}
