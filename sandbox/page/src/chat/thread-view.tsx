import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { formatMoment } from '../state/moments.ts';
import { ComposeBox } from './compose-box.tsx';
import { MessageView } from './message-view.tsx';
import type { Thread } from './threads.ts';

interface ThreadViewProps {
  readonly thread: Thread;
  readonly conversationId: string;
  readonly personaId: string;
  readonly onChanged: () => void;
}

const useStyles = makeStyles({
  thread: {
    padding: '8px 16px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    '@media (max-width: 480px)': { padding: '4px 8px 8px' },
  },
  replies: { marginInlineStart: '44px', '@media (max-width: 480px)': { marginInlineStart: '12px' } },
});

/** A post of a channel with its replies, and where to reply. */
export function ThreadView({ thread, conversationId, personaId, onChanged }: ThreadViewProps) {
  const styles = useStyles();
  const [isReplying, setReplying] = useState(false);
  const [post, ...replies] = thread.messages;
  if (post === undefined) return null;
  const shared = { personaId, onChanged };
  return (
    <section
      className={styles.thread}
      aria-label={`Thread begun by ${post.from.name}, ${formatMoment(post.at)}`}
      data-thread-id={thread.id}
    >
      <MessageView message={post} {...shared} />
      <div className={styles.replies}>
        {replies.map((reply) => (
          <MessageView key={reply.id} message={reply} {...shared} />
        ))}
        {isReplying ? (
          <ComposeBox
            conversationId={conversationId}
            personaId={personaId}
            threadId={thread.id}
            label="Reply to this thread"
            onSent={onChanged}
          />
        ) : (
          <Button appearance="subtle" icon={<ArrowReplyRegular />} onClick={() => setReplying(true)}>
            Reply
          </Button>
        )}
      </div>
    </section>
  );
}
