import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type MouseEvent, useId, useLayoutEffect, useRef } from 'react';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { Address } from '../address/address.ts';
import { itemName } from '../model/item-words.ts';
import { ItemStoryView } from './item-story-view.tsx';

const useStyles = makeStyles({
  panel: {
    position: 'fixed',
    inset: '0 0 0 auto',
    width: 'min(592px, 100vw)',
    maxWidth: 'none',
    height: '100dvh',
    maxHeight: 'none',
    margin: 0,
    padding: 0,
    boxSizing: 'border-box',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: 'none',
    borderLeft: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow64,
    animationName: { from: { transform: 'translateX(32px)', opacity: 0 } },
    animationDuration: tokens.durationNormal,
    animationTimingFunction: tokens.curveDecelerateMid,
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
  },
  // As large as the panel, so that a press on the panel itself can only be one beside it.
  contents: {
    minHeight: '100%',
    padding: '0 24px 32px',
    boxSizing: 'border-box',
    '@media (max-width: 719px)': { padding: '0 16px 24px' },
  },
  // Stays in sight however long the history is.
  header: {
    position: 'sticky',
    top: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    padding: '16px 0 8px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  close: { minWidth: '32px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

export interface ItemPanelProps {
  /** What the page knows, to name the item by before its story is read. */
  readonly items: readonly OverviewItem[];
  readonly planId: PlanId;
  readonly item: ItemRef;
  /** What the page shows, its past day among it. */
  readonly address: Address;
  readonly onClose: () => void;
}

/**
 * The panel that tells an item's story. A modal `dialog`: the browser keeps the focus in it, closes it on Escape and
 * gives the focus back to what was pressed.
 */
export function ItemPanel({ items, planId, item, address, onClose }: ItemPanelProps) {
  const styles = useStyles();
  const titleId = useId();
  const panel = useRef<HTMLDialogElement>(null);
  const known = items.find(({ ref }) => ref.list === item.list && ref.key === item.key);

  useLayoutEffect(() => {
    const dialog = panel.current;
    dialog?.showModal();
    // Closed before it is taken off the page, else the focus is lost.
    return () => dialog?.close();
  }, []);

  const closeIfBeside = (event: MouseEvent) => {
    if (event.target === panel.current) onClose();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way to close is Escape, which the browser sees to
    <dialog
      ref={panel}
      aria-labelledby={titleId}
      className={styles.panel}
      onClose={onClose}
      onClick={closeIfBeside}
    >
      <div className={styles.contents}>
        <div className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {known ? itemName(known) : 'Not in this plan'}
          </h2>
          <Button appearance="subtle" aria-label="Close" className={styles.close} onClick={onClose}>
            ✕
          </Button>
        </div>
        <ItemStoryView planId={planId} item={item} address={address} onClose={onClose} />
      </div>
    </dialog>
  );
}
