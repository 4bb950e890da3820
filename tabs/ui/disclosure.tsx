import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useHiddenStyles } from './use-hidden-styles.ts';

const useStyles = makeStyles({
  panel: { flexBasis: '100%', minWidth: 0 },
  closed: { display: 'none' },
  sign: { marginLeft: '4px' },
});

export interface DisclosureProps {
  readonly label: string;
  /** Of the place that opens. */
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * A button, and what it shows when it is pressed, on a row of its own where both stand in a wrapping one. Escape closes
 * it again. What it holds keeps its state while it is closed.
 */
export function Disclosure({ label, className, children }: DisclosureProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        size="small"
        className={noPrint}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
        <span aria-hidden="true" className={styles.sign}>
          {isOpen ? '▴' : '▾'}
        </span>
      </Button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in it is in its children */}
      <div
        id={id}
        className={mergeClasses(styles.panel, noPrint, className, !isOpen && styles.closed)}
        onKeyDown={close}
      >
        {children}
      </div>
    </>
  );
}
