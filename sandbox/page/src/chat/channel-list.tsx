import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import { addressOf, formatAddress } from '../state/address.ts';

interface ChannelListProps {
  readonly conversations: readonly Conversation[];
  readonly shownId: string | undefined;
  readonly isUnread: (conversation: Conversation) => boolean;
}

const useStyles = makeStyles({
  team: {
    margin: '12px 0 4px',
    padding: '0 12px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyle: 'none', margin: 0, padding: '0 8px' },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '4px 12px 4px 24px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '&:hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { flexGrow: 1, minWidth: 0 },
  shown: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  unread: { fontWeight: tokens.fontWeightBold },
  none: { padding: '12px', color: tokens.colorNeutralForeground3 },
});

/** The persona's teams and their channels, unread ones marked. */
export function ChannelList({ conversations, shownId, isUnread }: ChannelListProps) {
  const styles = useStyles();
  const channels = conversations.filter(({ kind }) => kind === 'channel');
  if (channels.length === 0) return <p className={styles.none}>This person is in no team of the plan.</p>;
  const teams = Map.groupBy(channels, ({ teamName }) => teamName ?? '');
  return [...teams].map(([team, own]) => (
    <section key={team} aria-label={team}>
      <h3 className={styles.team}>{team}</h3>
      <ul className={styles.list}>
        {own.map((channel) => {
          const isShown = channel.id === shownId;
          const unread = !isShown && isUnread(channel);
          return (
            <li key={channel.id}>
              <a
                className={mergeClasses(styles.entry, isShown && styles.shown, unread && styles.unread)}
                href={formatAddress(addressOf('teams', channel.id))}
                data-conversation-id={channel.id}
                data-unread={unread}
                aria-current={isShown ? 'page' : undefined}
                aria-label={unread ? `${channel.title}, new messages` : channel.title}
              >
                <span className={styles.name}>{channel.title}</span>
                {unread && <CounterBadge dot color="brand" aria-hidden />}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
