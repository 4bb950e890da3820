import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import { itemName } from '../model/item-words.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { ItemStoryView } from './item-story-view.tsx';

export interface ItemDrawerProps {
  /** What the page knows, to name the item by before its story is read. */
  readonly items: readonly OverviewItem[];
  readonly planId: PlanId;
  /** The item whose story is open; `null` when the panel is closed. */
  readonly item: ItemRef | null;
  /** What was pressed to open it; it gets the focus back. */
  readonly opener: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** The panel that tells an item's story. */
export function ItemDrawer({ items, planId, item, opener, onClose }: ItemDrawerProps) {
  const isNarrow = useMedia(NARROW);
  // What is shown stays while the panel slides out.
  const [shown, setShown] = useState(item);
  if (item && item !== shown) setShown(item);
  const known = items.find(({ ref }) => ref.list === shown?.list && ref.key === shown.key);

  const close = () => {
    onClose();
    const before = opener.current;
    if (before instanceof HTMLElement && before.isConnected) requestAnimationFrame(() => before.focus());
  };
  return (
    <OverlayDrawer
      open={item !== null}
      position="end"
      size={isNarrow ? 'full' : 'medium'}
      onOpenChange={(_event, { open }) => {
        if (!open) close();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label="Close" onClick={close}>
              ✕
            </Button>
          }
        >
          {known ? itemName(known) : 'Not in this plan'}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {shown && <ItemStoryView key={`${shown.list}/${shown.key}`} planId={planId} item={shown} />}
      </DrawerBody>
    </OverlayDrawer>
  );
}
