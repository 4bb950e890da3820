import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { FeedEntryView } from '../../../controls/place-shapes.ts';
import type { Persona } from '../../../controls/shapes.ts';
import { markFeedRead } from '../api/personal-app.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { PaneHeader } from '../shell/pane-header.tsx';
import type { Loaded } from '../state/use-loaded.ts';
import { FeedEntry } from './feed-entry.tsx';

interface ActivityPageProps {
  readonly persona: Persona;
  readonly feed: Loaded<readonly FeedEntryView[]>;
}

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  entries: {
    display: 'grid',
    alignContent: 'start',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    margin: 0,
    padding: '16px',
    overflowY: 'auto',
    listStyleType: 'none',
    gridTemplateColumns: 'minmax(0, 720px)',
    '@media (max-width: 480px)': { padding: '8px' },
  },
  read: { marginInlineStart: 'auto' },
  empty: { color: tokens.colorNeutralForeground3, padding: '32px 16px' },
});

/** What apps put into the persona's activity feed. */
export function ActivityPage({ persona, feed }: ActivityPageProps) {
  const styles = useStyles();
  const { value: entries, error, reload } = feed;
  return (
    <main className={styles.main}>
      <PaneHeader title="Activity" subtitle={`As ${persona.name} sees it`}>
        {entries?.some(({ isUnread }) => isUnread) && (
          <Button
            className={styles.read}
            size="small"
            onClick={() => void markFeedRead(persona.id).finally(reload)}
          >
            Mark all as read
          </Button>
        )}
      </PaneHeader>
      {error && <SaidBar said={{ intent: 'error', text: error }} />}
      {entries === undefined && !error && <Spinner label="Loading activity…" />}
      {entries?.length === 0 && (
        <p className={styles.empty}>
          Nothing here yet. Directors can ask for news of the plan: write “settings” to Milepost.
        </p>
      )}
      <ul className={styles.entries}>
        {entries?.map((entry) => (
          <FeedEntry
            key={entry.id}
            entry={entry}
            onOpened={() => void markFeedRead(persona.id).finally(reload)}
          />
        ))}
      </ul>
    </main>
  );
}
