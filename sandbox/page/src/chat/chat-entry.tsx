import { Avatar, CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import { addressOf, formatAddress } from '../state/address.ts';

interface ChatEntryProps {
  readonly chat: Conversation | undefined;
  readonly isShown: boolean;
  readonly isUnread: (conversation: Conversation) => boolean;
}

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    margin: '8px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '&:hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '&[aria-current]': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      color: tokens.colorNeutralForeground1Selected,
    },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
});

/** The persona's chat with Milepost. */
export function ChatEntry({ chat, isShown, isUnread }: ChatEntryProps) {
  const styles = useStyles();
  const unread = !isShown && chat !== undefined && isUnread(chat);
  return (
    <a
      className={styles.entry}
      href={formatAddress(addressOf('chat'))}
      data-conversation-id={chat?.id}
      data-unread={unread}
      aria-current={isShown ? 'page' : undefined}
    >
      <Avatar name="Milepost" color="brand" shape="square" aria-hidden />
      <span className={styles.name}>
        Milepost
        {unread && <span className={styles.unseen}>, new messages</span>}
      </span>
      {unread && <CounterBadge dot color="brand" aria-hidden />}
    </a>
  );
}
