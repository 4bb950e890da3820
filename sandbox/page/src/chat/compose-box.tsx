import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { SearchRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { sendMessage } from '../api/conversations.ts';
import { readFile } from '../api/files.ts';
import { wordsOf } from '../api/request.ts';
import { AttachButton, AttachedFiles } from './attach-files.tsx';
import { SEARCH_COMMAND } from './commands.ts';
import { FindPanel } from './find-panel.tsx';

interface ComposeBoxProps {
  readonly conversationId: string;
  readonly personaId: string;
  /** Answers in this thread; absent: a new post, or a message in a chat. */
  readonly threadId?: string;
  /** The name of the box. */
  readonly label: string;
  readonly onSent: () => void;
}

const BOT_FAILED_FROM = 400;

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end' },
  field: { flexGrow: 1 },
  box: { width: '100%' },
});

/** Where a message is written. Enter sends, Shift and Enter begins a line; what could not be sent stays in the box. */
export function ComposeBox({ conversationId, personaId, threadId, label, onSent }: ComposeBoxProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [isFinding, setFinding] = useState(false);

  const isEmpty = text.trim() === '' && files.length === 0;
  const send = async () => {
    if (busy || isEmpty) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const { status } = await sendMessage(conversationId, {
        persona: personaId,
        text,
        threadId,
        files: await Promise.all(files.map(readFile)),
      });
      setText('');
      setFiles([]);
      if (status >= BOT_FAILED_FROM)
        setTrouble(`Your message was sent, but Milepost did not take it (${status}).`);
      onSent();
    } catch (error) {
      setTrouble(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div>
      {isFinding && (
        <FindPanel
          conversationId={conversationId}
          personaId={personaId}
          threadId={threadId}
          onPosted={() => {
            setFinding(false);
            onSent();
          }}
        />
      )}
      <div className={styles.row}>
        <div className={styles.field}>
          <AttachedFiles files={files} onRemove={(gone) => setFiles(files.filter((file) => file !== gone))} />
          <Field validationMessage={trouble} validationState={trouble ? 'error' : 'none'}>
            <Textarea
              className={styles.box}
              aria-label={label}
              placeholder={label}
              resize="vertical"
              rows={1}
              value={text}
              onChange={(_event, { value }) => setText(value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                void send();
              }}
            />
          </Field>
        </div>
        <Button
          appearance="subtle"
          icon={<SearchRegular />}
          aria-label={SEARCH_COMMAND.title}
          aria-expanded={isFinding}
          title={SEARCH_COMMAND.title}
          onClick={() => setFinding(!isFinding)}
        />
        <AttachButton disabled={busy} onChosen={(chosen) => setFiles([...files, ...chosen])} />
        <Button
          appearance="primary"
          icon={<SendRegular />}
          aria-label="Send"
          title="Send (Enter)"
          disabledFocusable={busy || isEmpty}
          onClick={() => void send()}
        />
      </div>
    </div>
  );
}
