import { makeStyles } from '@fluentui/react-components';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { ActivityPage } from '../activity/activity-page.tsx';
import { ChatPage } from '../chat/chat-page.tsx';
import { SaidBar } from '../chat/said-bar.tsx';
import { TeamsPage } from '../chat/teams-page.tsx';
import { FilesPage } from '../files/files-page.tsx';
import { ListsPage } from '../lists/lists-page.tsx';
import { type Address, useAddress } from '../state/address.ts';
import { PeopleProvider } from '../state/people-context.ts';
import { useConversations } from '../state/use-conversations.ts';
import { useFeed } from '../state/use-feed.ts';
import { useUnread } from '../state/use-unread.ts';
import { TabPage } from '../tab/tab-page.tsx';
import { AppRail } from './app-rail.tsx';

interface WorkspaceProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
}

const useStyles = makeStyles({
  workspace: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 720px)': { flexDirection: 'column' },
  },
});

/** The rail of apps and the one that the address names. */
export function Workspace({ directory, persona }: WorkspaceProps) {
  const styles = useStyles();
  const address = useAddress();
  const { value: conversations, error } = useConversations(persona.id);
  const feed = useFeed(persona.id);
  const chat = conversations?.find(({ kind }) => kind === 'personal');
  const shown = shownId(address, chat?.id);
  const isUnread = useUnread(persona.id, conversations ?? [], shown);
  const memberIds = conversations?.find(({ id }) => id === shown)?.personaIds ?? [];
  return (
    <PeopleProvider value={{ everyone: directory.personas, memberIds }}>
      {error && <SaidBar said={{ intent: 'error', text: error }} />}
      <div className={styles.workspace}>
        <AppRail
          place={address.place}
          unreadActivity={feed.value?.filter(({ isUnread: isNew }) => isNew).length ?? 0}
        />
        {address.place === 'activity' && <ActivityPage persona={persona} feed={feed} />}
        {address.place === 'teams' && (
          <TeamsPage
            directory={directory}
            persona={persona}
            address={address}
            conversations={conversations}
            isUnread={isUnread}
          />
        )}
        {address.place === 'chat' && <ChatPage persona={persona} chat={chat} isUnread={isUnread} />}
        {address.place === 'tab' && <TabPage directory={directory} persona={persona} address={address} />}
        {address.place === 'lists' && <ListsPage directory={directory} persona={persona} address={address} />}
        {address.place === 'files' && <FilesPage directory={directory} persona={persona} address={address} />}
      </div>
    </PeopleProvider>
  );
}

function shownId({ place, subject, query }: Address, chatId: string | undefined): string | undefined {
  if (place === 'chat') return chatId;
  return place === 'teams' && query.view === undefined ? subject : undefined;
}
