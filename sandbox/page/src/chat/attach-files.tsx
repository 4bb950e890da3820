import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, DismissRegular } from '@fluentui/react-icons';
import { useRef } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 8px',
    margin: '0 0 8px',
    padding: 0,
    listStyle: 'none',
  },
  file: {
    display: 'flex',
    alignItems: 'center',
    paddingInlineStart: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    overflowWrap: 'anywhere',
  },
});

interface AttachButtonProps {
  readonly disabled: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}

/** The paper clip: chooses files to send with a message. */
export function AttachButton({ disabled, onChosen }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={(event) => {
          onChosen([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button
        appearance="subtle"
        icon={<AttachRegular />}
        aria-label="Attach files"
        title="Attach files"
        disabledFocusable={disabled}
        onClick={() => input.current?.click()}
      />
    </>
  );
}

interface AttachedFilesProps {
  readonly files: readonly File[];
  readonly onRemove: (file: File) => void;
}

/** The files that will be sent, each with a way to take it off again. */
export function AttachedFiles({ files, onRemove }: AttachedFilesProps) {
  const styles = useStyles();
  if (files.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Attached files">
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`} className={styles.file}>
          {file.name}
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(file)}
          />
        </li>
      ))}
    </ul>
  );
}
