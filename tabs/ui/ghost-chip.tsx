import { mergeClasses } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import { useChipStyles } from './use-chip-styles.ts';
import { useHiddenStyles } from './use-hidden-styles.ts';

export interface GhostChipProps {
  readonly item: Pick<OverviewItem, 'label'>;
}

/** Marks where an item was first due; it stands elsewhere now. */
export function GhostChip({ item }: GhostChipProps) {
  const styles = useChipStyles();
  const { hidden } = useHiddenStyles();
  return (
    <span className={mergeClasses(styles.chip, styles.ghost)}>
      {item.label}
      <span className={hidden}> was first due here</span>
    </span>
  );
}
