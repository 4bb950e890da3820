import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { PaneHeader } from '../shell/pane-header.tsx';
import { Panes } from '../shell/panes.tsx';
import { type Address, addressOf, goTo } from '../state/address.ts';
import { TabFrame } from '../tab/tab-frame.tsx';
import { ChannelList } from './channel-list.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import { MeetButton } from './meet-button.tsx';

interface TeamsPageProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly address: Address;
  /** Undefined until they are known. */
  readonly conversations: readonly Conversation[] | undefined;
  readonly isUnread: (conversation: Conversation) => boolean;
}

const useStyles = makeStyles({ none: { padding: '16px', color: tokens.colorNeutralForeground3 } });

/** Teams and channels beside the posts of one channel, or Milepost's tab in it. */
export function TeamsPage({ directory, persona, address, conversations, isUnread }: TeamsPageProps) {
  const styles = useStyles();
  const { subject, query } = address;
  const channel = conversations?.find(({ id, kind }) => id === subject && kind === 'channel');
  const view = query.view === 'tab' ? 'tab' : 'posts';
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
        <>
          <PaneHeader
            title={channel.title}
            subtitle={channel.teamName ?? undefined}
            backTo={addressOf('teams')}
          >
            <TabList
              aria-label={`Tabs of ${channel.title}`}
              size="small"
              selectedValue={view}
              onTabSelect={(_event, { value }) =>
                goTo(addressOf('teams', channel.id, value === 'tab' ? { view: 'tab' } : {}))
              }
            >
              <Tab value="posts">Posts</Tab>
              <Tab value="tab">Milepost</Tab>
            </TabList>
            <MeetButton key={channel.id} conversationId={channel.id} personaId={persona.id} />
          </PaneHeader>
          {view === 'tab' ? (
            <TabFrame
              key={`${persona.id} ${channel.id}`}
              directory={directory}
              persona={persona}
              page={undefined}
              subPage={undefined}
              channel={channel.id}
            />
          ) : (
            <ConversationPane
              key={`${persona.id} ${channel.id}`}
              conversation={channel}
              personaId={persona.id}
              messageId={query.message}
            />
          )}
        </>
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
