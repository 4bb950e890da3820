import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

const useStyles = makeStyles({
  dialog: {
    width: 'min(560px, 100vw - 24px)',
    maxWidth: 'none',
    maxHeight: 'calc(100dvh - 24px)',
    padding: '20px 24px',
    boxSizing: 'border-box',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    '@media (max-width: 479px)': { padding: '16px' },
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
    '& ul': { margin: '0 0 8px', paddingLeft: '20px' },
    '& li': { marginBottom: '6px' },
  },
  title: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: '8px', marginTop: '16px' },
});

export interface AskDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly actionWords: string;
  readonly onAction: () => void;
  readonly onClose: () => void;
  /** What will happen: it is read out when the dialog opens. */
  readonly text: ReactNode;
  /** What is to be filled in. Default: nothing. */
  readonly children?: ReactNode;
}

/**
 * Asks once more before something that can't be undone. A modal `dialog`: the browser keeps the focus in it, closes it on
 * Escape and gives the focus back to what was pressed.
 */
export function AskDialog({ title, actionWords, onAction, onClose, text, children }: AskDialogProps) {
  const styles = useStyles();
  const titleId = useId();
  const textId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it is taken off the page, else the focus is lost.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={textId}
      className={styles.dialog}
      onClose={onClose}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div id={textId}>{text}</div>
      {children}
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button appearance="primary" onClick={onAction}>
          {actionWords}
        </Button>
      </div>
    </dialog>
  );
}
