import type { Fault } from '../../core/fault-kinds.ts';
import type { World } from '../../core/world.ts';
import type { OpenList } from '../list-access.ts';
import type { Graph } from '../operation.ts';
import type { FieldsExpansion } from '../query/options.ts';
import { showItem } from '../show.ts';

/** The `graph-resync` fault, if it strikes this delta. */
export function strikeResync({ faults }: World): Fault | undefined {
  return faults.strike('graph-resync');
}

/** Stands among the rows of a page when the service stumbles over one. */
const PAGE_ERROR = {
  error: { code: 'InternalServerError', message: 'Cannot write a deleted resource.' },
};

export interface StrikePage {
  readonly open: OpenList;
  readonly expansion: FieldsExpansion | undefined;
  /** The rows as they are shown. */
  readonly value: readonly Record<string, unknown>[];
}

/** The rows of a page as `graph-duplicates` and `graph-page-error` leave them. */
export function strikePage(graph: Graph, page: StrikePage): readonly Record<string, unknown>[] {
  const { faults } = graph.world;
  const older = faults.strike('graph-duplicates') === undefined ? [] : showOlder(graph, page);
  const errors = faults.strike('graph-page-error') === undefined ? [] : [PAGE_ERROR];
  return [...older, ...errors, ...page.value];
}

/** The rows of a page that still exist, one version before where there is one. */
function showOlder({ store }: Graph, { open, expansion, value }: StrikePage): Record<string, unknown>[] {
  return value.flatMap(({ id }) => {
    const item = store.items.find(open.list.id, Number(id));
    if (item === undefined) return [];
    const older = store.items.versions(open.list.id, item.id)[1];
    return [showItem({ open, store, item: { ...item, ...older }, expansion })];
  });
}
