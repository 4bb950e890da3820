import { submitDialog } from '../api/presses.ts';
import type { Pressing } from '../state/use-press.ts';
import { CardDialog } from './card-dialog.tsx';

interface OpenedDialogProps {
  readonly pressing: Pressing;
  readonly personaId: string;
}

/** The dialog that a press opened, if it did. */
export function OpenedDialog({ pressing, personaId }: OpenedDialogProps) {
  const { busy, said, dialog, send, closeDialog } = pressing;
  if (dialog === null) return null;
  return (
    <CardDialog
      dialog={dialog}
      busy={busy}
      said={said}
      onSubmit={(press) => send(() => submitDialog(dialog.id, { persona: personaId, ...press }))}
      onClose={closeDialog}
    />
  );
}
