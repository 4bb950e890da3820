import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type DragEvent, useRef, useState } from 'react';

const useStyles = makeStyles({
  box: {
    padding: '18px',
    textAlign: 'center',
    overflowWrap: 'anywhere',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorNeutralBackground3 },
  hint: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
  input: { display: 'none' },
});

export interface FilePickerProps {
  /** What the button says. */
  readonly label: string;
  readonly hint: string;
  /** Ends of names that are offered: `.docx,.xlsx`. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a file is chosen, or dropped. */
export function FilePicker({ label, hint, accept, isBusy, onFile }: FilePickerProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && !isBusy) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: to drop a file is a way besides the button
    <div
      className={`${styles.box} ${isOver ? styles.over : ''}`}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button appearance="primary" disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {isBusy ? 'Reading the file' : label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        className={styles.input}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
