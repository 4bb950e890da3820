import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { CellChips } from './cell-chips.tsx';
import type { Column } from './columns.ts';
import { placeItems } from './placement.ts';
import { ThemeName } from './theme-name.tsx';

const useStyles = makeStyles({
  theme: {
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
  },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  month: { display: 'flex', gap: '8px', margin: '0 0 8px' },
  words: {
    flex: '0 0 76px',
    paddingTop: '5px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  now: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightBold },
  chips: { margin: 0, minWidth: 0 },
});

export interface PlanCardsProps {
  readonly overview: PlanOverview;
  readonly columns: readonly Column[];
  readonly onOpen: (ref: ItemRef) => void;
}

/** The plan on a page where there is no room for a table: one block for each theme. */
export function PlanCards({ overview, columns, onOpen }: PlanCardsProps) {
  const styles = useStyles();
  return (
    <div>
      {overview.themes.map((theme) => {
        const cells = placeItems(theme.items);
        return (
          <div key={theme.key} className={styles.theme}>
            <h3 className={styles.heading}>
              <ThemeName theme={theme} />
            </h3>
            <dl style={{ margin: 0 }}>
              {columns.map((column) => {
                const placed = cells.get(column.key);
                if (!placed) return null;
                return (
                  <div key={column.key} className={styles.month}>
                    <dt className={mergeClasses(styles.words, column.isNow && styles.now)}>
                      {column.words}
                      {column.nowWord && ` · ${column.nowWord}`}
                    </dt>
                    <dd className={styles.chips}>
                      <CellChips placed={placed} onOpen={onOpen} />
                    </dd>
                  </div>
                );
              })}
            </dl>
          </div>
        );
      })}
    </div>
  );
}
