import { makeStyles } from '@fluentui/react-components';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { ChannelTabs } from '../channel-tabs/channel-tabs.tsx';
import { MeetingPanel } from '../channel-tabs/meeting-panel.tsx';
import { PaneHeader } from '../shell/pane-header.tsx';
import { addressOf } from '../state/address.ts';
import { useMeeting } from '../state/use-meeting.ts';
import { useTabs } from '../state/use-tabs.ts';
import { TabFrame } from '../tab/tab-frame.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import { MeetButton } from './meet-button.tsx';

interface ChannelPaneProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly channel: Conversation;
  /** `message` to scroll to; `view`, the tab shown, and its `subPage`. */
  readonly query: Readonly<Record<string, string>>;
}

const useStyles = makeStyles({
  beside: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 720px)': { flexDirection: 'column' },
  },
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
});

/** A channel: its posts or one of its tabs, and while it meets Milepost beside them. */
export function ChannelPane({ directory, persona, channel, query }: ChannelPaneProps) {
  const styles = useStyles();
  const { value: tabs, reload } = useTabs(channel.id);
  const running = useMeeting(channel.id);
  const shown = tabs?.find(({ id }) => id === query.view);
  return (
    <>
      <PaneHeader title={channel.title} subtitle={channel.teamName ?? undefined} backTo={addressOf('teams')}>
        <ChannelTabs
          directory={directory}
          persona={persona}
          channel={channel}
          tabs={tabs ?? []}
          shown={shown}
          onChanged={reload}
        />
        <MeetButton conversationId={channel.id} personaId={persona.id} running={running} />
      </PaneHeader>
      <div className={styles.beside}>
        <div className={styles.content}>
          {shown ? (
            <TabFrame
              key={JSON.stringify([shown.id, shown.contentUrl, query.subPage])}
              directory={directory}
              persona={persona}
              title="Milepost tab"
              spot={{
                frameContext: 'content',
                contentUrl: shown.contentUrl,
                pageId: shown.entityId,
                subPageId: query.subPage,
                channelId: channel.id,
                linkTo: (subPage) =>
                  addressOf('teams', channel.id, {
                    view: shown.id,
                    ...(subPage === undefined ? {} : { subPage }),
                  }),
              }}
            />
          ) : (
            <ConversationPane conversation={channel} personaId={persona.id} messageId={query.message} />
          )}
        </div>
        {running.meeting && (
          <MeetingPanel directory={directory} persona={persona} meeting={running.meeting} />
        )}
      </div>
    </>
  );
}
