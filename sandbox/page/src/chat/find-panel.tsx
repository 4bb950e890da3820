import { makeStyles, SearchBox, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { searchFrom } from '../api/extensions.ts';
import { OpenedDialog } from '../dialogs/opened-dialog.tsx';
import { usePress } from '../state/use-press.ts';
import { SEARCH_COMMAND } from './commands.ts';
import { FoundList } from './found-list.tsx';
import { SaidBar } from './said-bar.tsx';

interface FindPanelProps {
  readonly conversationId: string;
  readonly personaId: string;
  readonly threadId?: string;
  readonly onPosted: () => void;
}

/** Somebody who types is asked for no answer at each letter. */
const PAUSE_MS = 250;

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: '8px',
    marginBottom: '8px',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  box: { width: '100%', maxWidth: 'none' },
});

/** The app's search, beside where a message is written: what is found is posted as one's own message. */
export function FindPanel({ conversationId, personaId, threadId, onPosted }: FindPanelProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const pressing = usePress(() => undefined);
  const { busy, said, dialog, found } = pressing;
  const look = useEffectEvent(() => {
    const { id, parameter } = SEARCH_COMMAND;
    pressing.send(() => searchFrom(conversationId, { persona: personaId, commandId: id, parameter, text }));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the words is looked for anew
  useEffect(() => {
    const timer = setTimeout(() => look(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <section className={styles.panel} aria-label={SEARCH_COMMAND.title} aria-busy={busy}>
      <SearchBox
        className={styles.box}
        autoFocus
        aria-label={SEARCH_COMMAND.title}
        placeholder="Number or words"
        value={text}
        onChange={(_event, { value }) => setText(value)}
      />
      {busy && <Spinner size="tiny" label="Searching…" />}
      {said && dialog === null && <SaidBar said={said} />}
      {found && (
        <FoundList
          key={found.id}
          found={found}
          conversationId={conversationId}
          personaId={personaId}
          threadId={threadId}
          onPosted={onPosted}
        />
      )}
      <OpenedDialog pressing={pressing} personaId={personaId} />
    </section>
  );
}
