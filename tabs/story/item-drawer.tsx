import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import type { RefObject } from 'react';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { ItemStoryView } from './item-story-view.tsx';

export interface ItemDrawerProps {
  readonly planId: PlanId;
  /** The item whose story is open; `null` when the panel is closed. */
  readonly item: ItemRef | null;
  /** What was pressed to open it; it gets the focus back. */
  readonly opener: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** The panel that tells an item's story. */
export function ItemDrawer({ planId, item, opener, onClose }: ItemDrawerProps) {
  const isNarrow = useMedia(NARROW);
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
          Its story
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {item && <ItemStoryView key={`${planId}/${item.list}/${item.key}`} planId={planId} item={item} />}
      </DrawerBody>
    </OverlayDrawer>
  );
}
