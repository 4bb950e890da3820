import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Found } from '../../../controls/extension-shapes.ts';
import { postFound } from '../api/extensions.ts';
import { wordsOf } from '../api/request.ts';
import { SaidBar } from './said-bar.tsx';

interface FoundListProps {
  readonly found: Found;
  readonly conversationId: string;
  readonly personaId: string;
  readonly threadId?: string;
  readonly onPosted: () => void;
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', maxHeight: '40dvh', overflowY: 'auto' },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '8px',
    alignItems: 'center',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What the app found, each with a way to post it as one's own message. */
export function FoundList({ found, conversationId, personaId, threadId, onPosted }: FoundListProps) {
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const post = async (index: number) => {
    setBusy(true);
    try {
      await postFound(conversationId, { persona: personaId, foundId: found.id, index, threadId });
      onPosted();
    } catch (error) {
      setTrouble(wordsOf(error));
      setBusy(false);
    }
  };
  if (found.cards.length === 0) return <p role="status">Nothing was found.</p>;
  return (
    <>
      {trouble && <SaidBar said={{ intent: 'error', text: trouble }} />}
      <ul className={styles.list} aria-label="Found">
        {Object.entries(found.cards).map(([place, { title, text }]) => (
          <li key={place} className={styles.entry}>
            <span>
              <span className={styles.title}>{title}</span>
              <span className={styles.text}>{text}</span>
            </span>
            <Button
              size="small"
              aria-label={`Post ${title}`}
              disabledFocusable={busy}
              onClick={() => void post(Number(place))}
            >
              Post
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
