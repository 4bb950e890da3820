import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { OverviewItem, PlanOverview } from '../../plan/content.ts';
import { PlanOnAPage } from '../grid/plan-on-a-page.tsx';
import { dueFacts } from '../model/item-words.ts';
import { Asked } from './asked.tsx';
import { ColoursKey } from './colours-key.tsx';
import { ItemsPart } from './items-part.tsx';
import { Measures } from './measures.tsx';
import { Moved } from './moved.tsx';
import { NeedsALook } from './needs-a-look.tsx';
import type { PartProps } from './part-props.ts';
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

export interface OverviewSectionsProps extends PartProps {
  readonly overview: PlanOverview;
  /** The same, with only the items that match the filters. */
  readonly filtered: PlanOverview;
}

/** Everything below the figures: the plan on a page, beside it what is asked and what changed, below it what needs a look. */
export function OverviewSections({ overview, filtered, control, onOpen }: OverviewSectionsProps) {
  const styles = useStyles();
  const part = { control, onOpen };
  const milestones = filtered.milestones.toSorted((one, other) => lastIfDone(one) - lastIfDone(other));
  return (
    <div className={styles.columns}>
      <PlanOnAPage overview={filtered} onOpen={onOpen} />
      <div className={mergeClasses(styles.column, styles.side)}>
        <Asked asked={filtered.asked} {...part} />
        <Moved moved={filtered.moved} sinceWords={overview.since.words} {...part} />
        <Measures measures={overview.measures} />
        <Participation groups={overview.groups} control={control} />
      </div>
      <div className={styles.column}>
        <NeedsALook filtered={filtered} {...part}>
          <ItemsPart
            title="Due next"
            items={filtered.dueNext.slice(0, 5)}
            factsOf={dueFacts}
            emptyWords="Nothing is due soon."
            all={{ view: 'timeline' }}
            {...part}
          />
          {milestones.length > 0 && (
            <ItemsPart
              title="Milestones"
              items={milestones}
              factsOf={dueFacts}
              emptyWords=""
              all={{ view: 'items', list: 'Milestones' }}
              {...part}
            />
          )}
          <StageCounts byStage={filtered.byStage} total={filtered.total} control={control} />
        </NeedsALook>
        <ThemeColours overview={overview} control={control} />
        <ColoursKey entries={overview.key} />
      </div>
    </div>
  );
}

function lastIfDone({ colour }: OverviewItem): number {
  return colour === 'complete' ? 1 : 0;
}
