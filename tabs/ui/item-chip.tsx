import { mergeClasses, Tooltip } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { chipWords } from '../model/item-words.ts';
import { ColourLetter } from './colour-letter.tsx';
import { useChipStyles } from './use-chip-styles.ts';
import { useHiddenStyles } from './use-hidden-styles.ts';

export interface ItemChipProps {
  readonly item: OverviewItem;
  /** `→` or `←` where the item is expected later or earlier than first promised. */
  readonly arrow?: '→' | '←' | null;
  /** Its title stands beside it, so that no tooltip need say it. Default: it does not. */
  readonly isTitled?: boolean;
  readonly onOpen: (ref: ItemRef) => void;
}

/** An item as number, letter and colour; a press opens its story. */
export function ItemChip({ item, arrow = null, isTitled = false, onOpen }: ItemChipProps) {
  const styles = useChipStyles();
  const { hidden } = useHiddenStyles();
  const colour = item.colour;
  const words = chipWords(item);
  const chip = (
    <button
      type="button"
      className={mergeClasses(styles.chip, styles.press, styles[colour])}
      onClick={() => onOpen(item.ref)}
    >
      {arrow && <span aria-hidden="true">{arrow}</span>}
      <ColourLetter colour={colour} />
      <span aria-hidden="true">{item.label}</span>
      <span className={hidden}>{words}</span>
    </button>
  );
  if (isTitled) return chip;
  return (
    <Tooltip content={words} relationship="inaccessible" withArrow>
      {chip}
    </Tooltip>
  );
}
