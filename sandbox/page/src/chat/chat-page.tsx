import { Spinner } from '@fluentui/react-components';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import type { Persona } from '../../../controls/shapes.ts';
import { PaneHeader } from '../shell/pane-header.tsx';
import { Panes } from '../shell/panes.tsx';
import { AppMenu } from './app-menu.tsx';
import { ChatEntry } from './chat-entry.tsx';
import { ConversationPane } from './conversation-pane.tsx';

interface ChatPageProps {
  readonly persona: Persona;
  readonly chat: Conversation | undefined;
  readonly isUnread: (conversation: Conversation) => boolean;
}

/** The persona's chat with Milepost; there is nobody else to chat with. */
export function ChatPage({ persona, chat, isUnread }: ChatPageProps) {
  return (
    <Panes
      listLabel="Chats"
      isMainChosen
      list={
        <>
          <PaneHeader title="Chat" />
          <ChatEntry chat={chat} isShown isUnread={isUnread} />
        </>
      }
    >
      <PaneHeader title="Milepost" subtitle={`Chat with ${persona.name}`}>
        <AppMenu personaId={persona.id} />
      </PaneHeader>
      {chat === undefined ? (
        <Spinner label="Opening the chat…" />
      ) : (
        <ConversationPane
          key={chat.id}
          conversation={{ ...chat, title: 'the chat with Milepost' }}
          personaId={persona.id}
        />
      )}
    </Panes>
  );
}
