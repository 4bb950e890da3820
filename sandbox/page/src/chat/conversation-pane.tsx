import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import { useMessages } from '../state/use-conversations.ts';
import { ComposeBox } from './compose-box.tsx';
import { MessageView } from './message-view.tsx';
import { SaidBar } from './said-bar.tsx';
import { ThreadView } from './thread-view.tsx';
import { threadsOf } from './threads.ts';
import { useStayAtNewest } from './use-stay-at-newest.ts';

interface ConversationPaneProps {
  readonly conversation: Conversation;
  readonly personaId: string;
  /** A message to bring into view. */
  readonly messageId?: string;
}

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  messages: {
    flexGrow: 1,
    overflowY: 'auto',
    padding: '16px',
    '@media (max-width: 480px)': { padding: '8px' },
  },
  column: {
    display: 'grid',
    gap: '16px',
    maxWidth: '1000px',
    margin: '0 auto',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  compose: {
    padding: '8px 16px 16px',
    '@media (max-width: 480px)': { padding: '8px' },
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { color: tokens.colorNeutralForeground3, textAlign: 'center', padding: '32px 16px' },
});

/** The posts of a channel, or a chat, with the box to write in. */
export function ConversationPane({ conversation, personaId, messageId }: ConversationPaneProps) {
  const styles = useStyles();
  const { id, kind, title } = conversation;
  const { value: messages, error, reload } = useMessages(id, personaId);
  const log = useStayAtNewest(messages, messageId);

  const isChannel = kind === 'channel';
  return (
    <div className={styles.pane} data-conversation={id}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable with the keyboard */}
      <div {...log} className={styles.messages} tabIndex={0} role="log" aria-label={`Messages in ${title}`}>
        <div className={styles.column}>
          {error && <SaidBar said={{ intent: 'error', text: error }} />}
          {messages === undefined && !error && <Spinner label="Loading messages…" />}
          {messages?.length === 0 && <p className={styles.empty}>Nothing has been posted here yet.</p>}
          {isChannel
            ? threadsOf(messages ?? []).map((thread) => (
                <ThreadView
                  key={thread.id}
                  thread={thread}
                  conversationId={id}
                  personaId={personaId}
                  onChanged={reload}
                />
              ))
            : messages?.map((message) => (
                <MessageView key={message.id} message={message} personaId={personaId} onChanged={reload} />
              ))}
        </div>
      </div>
      <div className={styles.compose}>
        <div className={styles.column}>
          <ComposeBox
            conversationId={id}
            personaId={personaId}
            label={isChannel ? `New post to Milepost in ${title}` : 'Message to Milepost'}
            onSent={reload}
          />
        </div>
      </div>
    </div>
  );
}
