import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { COLOUR_SIGNS, ITEM_COLOURS, isItemColour } from '../../plan/filter/colours.ts';
import {
  type ItemFilter,
  isFiltered,
  isItemList,
  isShow,
  isStage,
  NO_FILTER,
  SHOW_WORDS,
} from '../../plan/filter/filter.ts';
import { filterWords } from '../../plan/filter/filter-words.ts';
import { SHOWS } from '../../plan/filter/shows.ts';
import { groupNamesOf, itemsOf } from '../model/filter.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { FilterChoice } from './filter-choice.tsx';
import { FilterText } from './filter-text.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px' },
  onPaper: { display: 'none', margin: 0, '@media print': { display: 'block' } },
  count: { paddingBottom: '6px', color: tokens.colorNeutralForeground2 },
});

export interface FilterBarProps {
  /** The whole plan, from which the choices come. */
  readonly overview: PlanOverview;
  /** The same with only what matches. */
  readonly filtered: PlanOverview;
  readonly filters: ItemFilter;
  /** Items of all lists are shown, not recommendations alone: by more than theme, group and colour can be chosen. */
  readonly isOfItems: boolean;
  readonly onChange: (filters: Partial<ItemFilter>) => void;
}

/** Narrows the page down. What the address filters by is always among the choices, so that it can be let go. */
export function FilterBar({ overview, filtered, filters, isOfItems, onChange }: FilterBarProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const words = filterWords(filters);
  return (
    <>
      <search aria-label="Filters" className={mergeClasses(styles.bar, noPrint)}>
        <FilterChoice
          label="Theme"
          value={filters.theme}
          options={sameWords(overview.themes.map(({ title }) => title))}
          onChoose={(theme) => onChange({ theme })}
        />
        <FilterChoice
          label="Group"
          value={filters.group}
          options={sameWords(groupNamesOf(overview))}
          onChoose={(group) => onChange({ group })}
        />
        <FilterChoice
          label="Colour"
          value={filters.colour}
          options={ITEM_COLOURS.map((colour) => ({ value: colour, words: COLOUR_SIGNS[colour].word }))}
          onChoose={(colour) => onChange({ colour: known(colour, isItemColour) })}
        />
        {(isOfItems || filters.stage !== null) && (
          <FilterChoice
            label="Stage"
            value={filters.stage}
            options={sameWords(overview.byStage.map(({ stage }) => stage))}
            onChoose={(stage) => onChange({ stage: known(stage, isStage) })}
          />
        )}
        {(isOfItems || filters.show !== null) && (
          <FilterChoice
            label="Only"
            value={filters.show}
            options={SHOWS.map((show) => ({ value: show, words: SHOW_WORDS[show] }))}
            onChoose={(show) => onChange({ show: known(show, isShow) })}
          />
        )}
        {(isOfItems || filters.list !== null) && (
          <FilterChoice
            label="List"
            value={filters.list}
            options={sameWords(['Recommendations', 'Actions', 'Milestones'])}
            onChoose={(list) => onChange({ list: known(list, isItemList) })}
          />
        )}
        {(isOfItems || filters.text !== null) && (
          <FilterText value={filters.text} onChange={(text) => onChange({ text })} />
        )}
        {isFiltered(filters) && <Button onClick={() => onChange(NO_FILTER)}>Show all</Button>}
        <span role="status" className={styles.count}>
          {isFiltered(filters) && shownWords(overview, filtered, isOfItems)}
        </span>
      </search>
      {words.length > 0 && <p className={styles.onPaper}>Only: {words.join(' · ')}</p>}
    </>
  );
}

function sameWords(names: readonly string[]) {
  return names.map((name) => ({ value: name, words: name }));
}

function known<Value extends string>(text: string | null, isKnown: (text: string) => text is Value) {
  return text !== null && isKnown(text) ? text : null;
}

function shownWords(overview: PlanOverview, filtered: PlanOverview, isOfItems: boolean): string {
  if (isOfItems) return `Showing ${itemsOf(filtered).length} of ${itemsOf(overview).length} items.`;
  const count = filtered.themes.flatMap((theme) => theme.items).length;
  return `Showing ${count} of ${overview.total} recommendations.`;
}
