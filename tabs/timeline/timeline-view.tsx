import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isByGroup, isOnTimeline, timelineParts } from '../../plan/filter/timeline.ts';
import { daysOf, timeScale } from '../charts/time-scale.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import { itemsOf } from '../model/filter.ts';
import { NothingMatches } from '../ui/nothing-matches.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { TimelineKey } from './timeline-key.tsx';
import { TimelinePart } from './timeline-part.tsx';
import { TimelineTable } from './timeline-table.tsx';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '12px' },
  chart: { minWidth: '640px', '@media (max-width: 719px)': { minWidth: 0 } },
  note: { margin: '12px 0 0', color: tokens.colorNeutralForeground2 },
});

/** When everything is due: first promised and now expected, as a drawing or as a table. */
export default function TimelineView({ overview, filtered, control, onOpen }: ViewProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const isNarrow = useMedia(NARROW);
  const [isTable, setIsTable] = useState(false);
  const { address, change } = control;
  const parts = timelineParts(filtered, address, address.sort);
  const byGroup = isByGroup(address.sort);
  const items = parts.flatMap((part) => part.items);
  const leftOut = itemsOf(filtered).filter((item) => !isOnTimeline(item, address)).length;
  const scale = timeScale(daysOf(items, overview.today), isNarrow ? 3 : 9);
  return (
    <Section title={`Timeline by ${byGroup ? 'group' : 'theme'}`} isLong>
      <div className={mergeClasses(styles.choices, noPrint)}>
        <Button
          size="small"
          onClick={() => change({ sort: byGroup ? null : { key: 'group', isDescending: false } })}
        >
          {byGroup ? 'Show by theme' : 'Show by group'}
        </Button>
        <Button size="small" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          Show as table
        </Button>
      </div>
      {items.length === 0 && <NothingMatches control={control} />}
      {items.length > 0 && isTable && <TimelineTable parts={parts} onOpen={onOpen} />}
      {items.length > 0 && !isTable && (
        <>
          <TimelineKey />
          <ScrollRegion label="Timeline">
            <div className={styles.chart}>
              {parts.map((part) => (
                <TimelinePart
                  key={part.title}
                  part={part}
                  scale={scale}
                  today={overview.today}
                  onOpen={onOpen}
                />
              ))}
            </div>
          </ScrollRegion>
        </>
      )}
      {leftOut > 0 && (
        <p className={mergeClasses(styles.note, noPrint)}>
          Recommendations and milestones.{' '}
          <Button size="small" onClick={() => change({ list: 'Actions' })}>
            Show the actions, {leftOut}
          </Button>
        </p>
      )}
    </Section>
  );
}
