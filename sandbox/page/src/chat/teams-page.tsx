import { makeStyles, tokens } from '@fluentui/react-components';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { PaneHeader } from '../shell/pane-header.tsx';
import { Panes } from '../shell/panes.tsx';
import type { Address } from '../state/address.ts';
import { ChannelList } from './channel-list.tsx';
import { ChannelPane } from './channel-pane.tsx';

interface TeamsPageProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly address: Address;
  /** Undefined until they are known. */
  readonly conversations: readonly Conversation[] | undefined;
  readonly isUnread: (conversation: Conversation) => boolean;
}

const useStyles = makeStyles({ none: { padding: '16px', color: tokens.colorNeutralForeground3 } });

/** Teams and channels beside what is in one channel. */
export function TeamsPage({ directory, persona, address, conversations, isUnread }: TeamsPageProps) {
  const styles = useStyles();
  const { subject, query } = address;
  const channel = conversations?.find(({ id, kind }) => id === subject && kind === 'channel');
  return (
    <Panes
      listLabel="Teams and channels"
      isMainChosen={subject !== undefined}
      list={
        <>
          <PaneHeader title="Teams" />
          {conversations && (
            <ChannelList conversations={conversations} shownId={channel?.id} isUnread={isUnread} />
          )}
        </>
      }
    >
      {channel ? (
        <ChannelPane
          key={`${persona.id} ${channel.id}`}
          directory={directory}
          persona={persona}
          channel={channel}
          query={query}
        />
      ) : (
        <p className={styles.none}>
          {subject !== undefined && conversations !== undefined
            ? `${persona.name} is not a member of this channel. Choose another, or be somebody else at the top right.`
            : 'Choose a channel. Channels with new messages are marked.'}
        </p>
      )}
    </Panes>
  );
}
