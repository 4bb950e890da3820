import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { isFiltered } from '../../plan/filter/filter.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import { itemsOf, keyOf } from '../model/filter.ts';
import { Section } from '../ui/section.tsx';
import { DayByDay } from './day-by-day.tsx';
import { Otherwise } from './otherwise.tsx';

const useStyles = makeStyles({
  empty: { margin: 0 },
  between: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What changed between two days: what it came to, then every word, day by day. */
export default function ChangesView({ overview, filtered, control, onOpen }: ViewProps) {
  const styles = useStyles();
  const { changes, moved } = filtered;
  const items = new Map(itemsOf(overview).map((item) => [keyOf(item), item]));
  return (
    <>
      <h2 className={styles.between}>From {betweenWords(overview)}</h2>
      {changes.length + moved.length === 0 ? (
        <Section title="Nothing has changed">
          <p className={styles.empty}>
            {isFiltered(control.address)
              ? 'Nobody said anything of these items, and none of them changed. Show all, or choose an earlier day to compare with.'
              : 'Nobody said anything, and nothing changed. Choose an earlier day to compare with.'}
          </p>
        </Section>
      ) : (
        <>
          <Otherwise moved={moved} onOpen={onOpen} />
          <DayByDay
            changes={changes}
            leftOut={overview.changeCount - overview.changes.length}
            items={items}
            onOpen={onOpen}
          />
        </>
      )}
    </>
  );
}

/** `Mon 7 Mar 2022 to Mon 21 Mar 2022, 09:00`. */
function betweenWords({ since, asAtWords }: PlanOverview): string {
  return `${since.words} to ${asAtWords}`;
}
