import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Dialog as OpenDialog } from '../../../controls/shapes.ts';
import { CardView } from '../cards/card-view.tsx';
import type { Press } from '../cards/press-of.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { followLink } from '../state/follow-link.ts';
import type { Said } from '../state/use-press.ts';

interface CardDialogProps {
  readonly dialog: OpenDialog;
  readonly busy: boolean;
  readonly said: Said | undefined;
  readonly onSubmit: (press: Press) => void;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  surface: {
    width: 'min(680px, 100vw)',
    maxWidth: '680px',
    '@media (max-width: 480px)': { padding: '16px 12px' },
    // The card fills the dialog: a frame within a frame is one too many.
    '& .sandbox-card': { border: 'none', boxShadow: 'none' },
    '& .ac-adaptiveCard': { padding: '4px 0 !important' },
  },
});

/** A dialog the bot opened (a task module). Closes by its own button or by Escape, never by a click beside it. */
export function CardDialog({ dialog, busy, said, onSubmit, onClose }: CardDialogProps) {
  const styles = useStyles();
  const title = dialog.title || 'Milepost';
  const content = useRef<HTMLDivElement>(null);
  const firstCard = useRef(dialog.card);
  useEffect(() => {
    // A card that answers a submit is read from its top: what was refused stands there, the button at its end.
    if (dialog.card === firstCard.current) return;
    content.current?.scrollTo({ top: 0 });
    content.current?.querySelector<HTMLElement>('.sandbox-card-host')?.focus({ preventScroll: true });
  }, [dialog.card]);
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { type }) => type !== 'backdropClick' && onClose()}>
      <DialogSurface className={styles.surface} aria-label={title} data-dialog-id={dialog.id}>
        <DialogBody>
          <DialogTitle
            action={
              <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={onClose} />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent ref={content}>
            {said && <SaidBar said={said} />}
            {dialog.card && <CardView card={dialog.card} headingLevel={3} busy={busy} onPress={onSubmit} />}
            {dialog.url && (
              <Link as="button" onClick={() => followLink(dialog.url ?? '')}>
                Open this page
              </Link>
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
