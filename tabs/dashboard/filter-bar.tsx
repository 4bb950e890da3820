import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { COLOUR_SIGNS, ITEM_COLOURS, isItemColour } from '../../plan/filter/colours.ts';
import { type ItemFilter, isFiltered, NO_FILTER } from '../../plan/filter/filter.ts';
import { groupNamesOf } from '../model/filter.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { FilterChoice } from './filter-choice.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px' },
  count: { paddingBottom: '6px', color: tokens.colorNeutralForeground2 },
});

export interface FilterBarProps {
  /** The whole plan, from which the choices come. */
  readonly overview: PlanOverview;
  readonly filters: ItemFilter;
  readonly shownCount: number;
  readonly onChange: (filters: Partial<ItemFilter>) => void;
}

/** Narrows the page down to a theme, a group, a colour. */
export function FilterBar({ overview, filters, shownCount, onChange }: FilterBarProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, words: name }));
  return (
    <search aria-label="ItemFilter" className={mergeClasses(styles.bar, noPrint)}>
      <FilterChoice
        label="Theme"
        value={filters.theme}
        options={named(overview.themes.map(({ title }) => title))}
        onChoose={(theme) => onChange({ theme })}
      />
      <FilterChoice
        label="Group"
        value={filters.group}
        options={named(groupNamesOf(overview))}
        onChoose={(group) => onChange({ group })}
      />
      <FilterChoice
        label="Colour"
        value={filters.colour}
        options={ITEM_COLOURS.map((colour) => ({ value: colour, words: COLOUR_SIGNS[colour].word }))}
        onChoose={(colour) => onChange({ colour: colour !== null && isItemColour(colour) ? colour : null })}
      />
      {isFiltered(filters) && <Button onClick={() => onChange(NO_FILTER)}>Show all</Button>}
      <span role="status" className={styles.count}>
        {isFiltered(filters) && `Showing ${shownCount} of ${overview.total} recommendations.`}
      </span>
    </search>
  );
}
