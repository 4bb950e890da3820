import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { OverviewItem, PlanOverview } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { PlanOnAPage } from '../grid/plan-on-a-page.tsx';
import { attentionWords, datesWords } from '../model/item-words.ts';
import { ItemList } from '../ui/item-list.tsx';
import { ItemsTable } from '../ui/items-table.tsx';
import { Changes } from './changes.tsx';
import { ColoursKey } from './colours-key.tsx';
import { Measures } from './measures.tsx';
import { Participation } from './participation.tsx';
import { StageCounts } from './stage-counts.tsx';
import { ThemeColours } from './theme-colours.tsx';

/** Below this width what stands beside the plan comes after it, before the tables. */
const ONE_COLUMN = '@media (max-width: 1023px)';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 320px)',
    // What the side column is longer by goes below the tables, not between them and the plan.
    gridTemplateRows: 'auto 1fr',
    alignItems: 'start',
    gap: '16px',
    [ONE_COLUMN]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'none' },
  },
  side: { gridColumn: '2', gridRow: '1 / span 2', [ONE_COLUMN]: { gridColumn: '1', gridRow: 'auto' } },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
});

export interface OverviewSectionsProps {
  readonly overview: PlanOverview;
  /** The same, with only the items that match the filters. */
  readonly filtered: PlanOverview;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Everything below the figures: the plan on a page with its tables, and beside it what needs a look. */
export function OverviewSections({ overview, filtered, onOpen }: OverviewSectionsProps) {
  const styles = useStyles();
  const dueFacts = (item: OverviewItem) => [item.dueIn, datesWords(item), item.groupName, item.ownerName];
  const attention = filtered.themes
    .flatMap((theme) => theme.items)
    .filter((item) => attentionWords(item).length > 0);
  return (
    <div className={styles.columns}>
      <PlanOnAPage overview={filtered} onOpen={onOpen} />
      <div className={mergeClasses(styles.column, styles.side)}>
        <ItemList
          title="Overdue"
          items={filtered.overdue}
          factsOf={dueFacts}
          emptyWords="Nothing is overdue."
          onOpen={onOpen}
        />
        <ItemList
          title="Due next"
          items={filtered.dueNext}
          factsOf={dueFacts}
          emptyWords="Nothing is due soon."
          onOpen={onOpen}
        />
        <ItemList
          title="Needs a closer look"
          items={attention}
          factsOf={attentionWords}
          emptyWords="Nothing waits, contradicts itself or has gone quiet."
          onOpen={onOpen}
        />
        <Changes changes={overview.changes} onOpen={onOpen} />
        <Measures measures={overview.measures} />
        <Participation groups={overview.groups} />
        <StageCounts byStage={overview.byStage} total={overview.total} />
      </div>
      <div className={styles.column}>
        <ItemsTable
          title="Milestones"
          items={filtered.milestones}
          emptyWords="No milestones to show."
          onOpen={onOpen}
        />
        <ItemsTable
          title="Actions"
          items={filtered.actions}
          emptyWords="No actions to show."
          onOpen={onOpen}
        />
        <ThemeColours overview={overview} />
        <ColoursKey entries={overview.key} />
      </div>
    </div>
  );
}
