import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import type { Message, MessageFile } from '../../../controls/conversation-shapes.ts';
import { pressButton } from '../api/presses.ts';
import type { Pressing } from '../state/use-press.ts';

interface MessageFilesProps {
  readonly message: Message;
  readonly personaId: string;
  readonly pressing: Pressing;
}

const useStyles = makeStyles({
  file: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '4px 12px',
    alignItems: 'center',
    justifySelf: 'start',
    maxWidth: '480px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '24px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  more: { gridColumn: '2', color: tokens.colorNeutralForeground2 },
  buttons: { gridColumn: '2', display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
});

/** The files of one message: to download, or to accept as Teams asks. */
export function MessageFiles({ message, personaId, pressing }: MessageFilesProps) {
  const press = (action: string) =>
    pressing.send(() => pressButton(message.id, { persona: personaId, action, inputs: {} }));
  return Object.entries(message.files).map(([place, file]) => (
    // Files have no id of their own here and keep their place in the message.
    <FileBox key={place} file={file} busy={pressing.busy} onPress={press} />
  ));
}

interface FileBoxProps {
  readonly file: MessageFile;
  readonly busy: boolean;
  readonly onPress: (action: string) => void;
}

function FileBox({ file, busy, onPress }: FileBoxProps) {
  const styles = useStyles();
  return (
    <div className={styles.file} data-file={file.kind}>
      <DocumentRegular className={styles.icon} aria-hidden />
      {file.kind === 'file' ? (
        <Link className={styles.name} href={file.url} download={file.name}>
          {file.name}
        </Link>
      ) : (
        <>
          <span className={styles.name}>{file.name}</span>
          <span className={styles.more}>
            {file.description} {sizeOf(file.sizeInBytes)}
          </span>
          {file.state === 'open' ? (
            <div className={styles.buttons}>
              <Button appearance="primary" disabledFocusable={busy} onClick={() => onPress('Accept')}>
                Accept
              </Button>
              <Button disabledFocusable={busy} onClick={() => onPress('Decline')}>
                Decline
              </Button>
            </div>
          ) : (
            <span className={styles.more}>{file.state === 'accepted' ? 'Accepted.' : 'Declined.'}</span>
          )}
        </>
      )}
    </div>
  );
}

const KILOBYTE = 1024;

function sizeOf(bytes: number): string {
  return bytes < KILOBYTE ? `${bytes} bytes` : `${Math.round(bytes / KILOBYTE)} KB`;
}
