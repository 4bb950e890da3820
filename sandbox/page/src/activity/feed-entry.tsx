import { Avatar, CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import type { FeedEntryView } from '../../../controls/place-shapes.ts';
import { followLink } from '../state/follow-link.ts';
import { formatMoment } from '../state/moments.ts';

interface FeedEntryProps {
  readonly entry: FeedEntryView;
  readonly onOpened: () => void;
}

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '12px',
    width: '100%',
    boxSizing: 'border-box',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: 'grid', gap: '2px', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  topic: { fontWeight: tokens.fontWeightSemibold },
  at: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  dot: { flexShrink: 0 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** One entry; a press opens what it is about. */
export function FeedEntry({ entry, onOpened }: FeedEntryProps) {
  const styles = useStyles();
  const { topic, preview, at, webUrl, isUnread } = entry;
  return (
    <li>
      <a
        className={styles.entry}
        href={webUrl}
        data-unread={isUnread}
        onClick={(event) => {
          event.preventDefault();
          onOpened();
          followLink(webUrl);
        }}
      >
        <Avatar name="Milepost" color="brand" shape="square" aria-hidden />
        <span className={styles.words}>
          <span className={styles.topic}>
            Milepost: {topic}
            {isUnread && <span className={styles.unseen}>, unread</span>}
          </span>
          <span>{preview}</span>
          <time className={styles.at} dateTime={at}>
            {formatMoment(at)}
          </time>
        </span>
        {isUnread && <CounterBadge className={styles.dot} dot color="brand" aria-hidden />}
      </a>
    </li>
  );
}
