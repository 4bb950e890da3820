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
import { useEffect, useRef, useState } from 'react';
import type { Dialog as OpenDialog } from '../../../controls/conversation-shapes.ts';
import { CardView } from '../cards/card-view.tsx';
import type { Press } from '../cards/press-of.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { followLink } from '../state/follow-link.ts';
import type { Said } from '../state/use-press.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { useReturnFocus } from './use-return-focus.ts';

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
    // A phone shows the form and nothing beside it, as Teams does.
    '@media (max-width: 480px)': {
      width: '100vw',
      height: '100dvh',
      maxHeight: '100dvh',
      padding: '12px',
      borderRadius: 0,
      border: 'none',
    },
    // The card fills the dialog: a frame within a frame is one too many.
    '& .sandbox-card': { border: 'none', boxShadow: 'none' },
    '& .ac-adaptiveCard': { padding: '4px 0 !important' },
  },
});

/**
 * A dialog the bot opened (a task module). Closes by its own button or by Escape, never by a click beside it; what was
 * typed and not sent is lost only after a question.
 */
export function CardDialog({ dialog, busy, said, onSubmit, onClose }: CardDialogProps) {
  const styles = useStyles();
  const title = dialog.title || 'Milepost';
  const content = useRef<HTMLDivElement>(null);
  const firstCard = useRef(dialog.card);
  const [isTyped, setTyped] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const close = () => (isTyped ? setAsking(true) : onClose());
  useReturnFocus();
  useEffect(() => {
    // A card that answers a submit is read from its top: what was refused stands there, the button at its end.
    if (dialog.card === firstCard.current) return;
    // A form that comes back holds what was typed; anything else has taken it.
    if (!content.current?.querySelector('input, textarea, select')) setTyped(false);
    setAsking(false);
    content.current?.scrollTo({ top: 0 });
    content.current?.querySelector<HTMLElement>('.sandbox-card-host')?.focus({ preventScroll: true });
  }, [dialog.card]);
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { type }) => type !== 'backdropClick' && close()}>
      <DialogSurface className={styles.surface} aria-label={title} data-dialog-id={dialog.id}>
        <DialogBody>
          <DialogTitle
            action={
              <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={close} />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent ref={content} onInput={() => setTyped(true)}>
            {isAsking && <LeaveQuestion onStay={() => setAsking(false)} onLeave={onClose} />}
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
