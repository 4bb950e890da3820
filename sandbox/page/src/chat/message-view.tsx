import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Message } from '../../../controls/conversation-shapes.ts';
import { OpenedDialog } from '../dialogs/opened-dialog.tsx';
import { formatMoment } from '../state/moments.ts';
import { usePress } from '../state/use-press.ts';
import { FoundList } from './found-list.tsx';
import { MarkdownText } from './markdown-text.tsx';
import { MessageCards } from './message-cards.tsx';
import { MessageFiles } from './message-files.tsx';
import { MessageMenu } from './message-menu.tsx';
import { SaidBar } from './said-bar.tsx';
import { SupersededNote } from './superseded-note.tsx';

interface MessageViewProps {
  readonly message: Message;
  readonly personaId: string;
  readonly onChanged: () => void;
}

const useStyles = makeStyles({
  message: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '12px',
    padding: '8px 0',
    scrollMarginTop: '16px',
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  avatar: { '@media (max-width: 480px)': { display: 'none' } },
  body: { display: 'grid', gap: '8px', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  time: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  menu: { marginInlineStart: 'auto', alignSelf: 'center' },
  text: { overflowWrap: 'anywhere', '& p': { margin: '0 0 4px' } },
  own: {
    justifySelf: 'start',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
  },
  gone: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});

/** One message: who, when, the words, the files, the cards, and the dialog that a press on a card opens. */
export function MessageView({ message, personaId, onChanged }: MessageViewProps) {
  const styles = useStyles();
  const { from, at, editedAt, text, deleted, supersededBy } = message;
  const isBot = from.kind === 'bot';
  // Held here and not with the card: a dialog stays open, with what was typed, while the card behind it is replaced.
  const pressing = usePress(onChanged);
  const { said, dialog, found, closeFound } = pressing;
  const cards = <MessageCards message={message} personaId={personaId} pressing={pressing} />;
  return (
    <article
      className={styles.message}
      data-message-id={message.id}
      tabIndex={-1}
      aria-label={`${from.name}, ${formatMoment(at)}`}
    >
      <Avatar
        className={styles.avatar}
        name={from.name}
        color={isBot ? 'brand' : 'colorful'}
        shape={isBot ? 'square' : 'circular'}
        aria-hidden
      />
      <div className={styles.body}>
        <div className={styles.head}>
          <h3 className={styles.name}>{from.name}</h3>
          <time className={styles.time} dateTime={at}>
            {formatMoment(at)}
          </time>
          {editedAt && !deleted && <span className={styles.time}>Edited</span>}
          {!deleted && (
            <span className={styles.menu}>
              <MessageMenu messageId={message.id} personaId={personaId} pressing={pressing} />
            </span>
          )}
        </div>
        {deleted && <span className={styles.gone}>This message has been deleted.</span>}
        {text && (
          <MarkdownText className={mergeClasses(styles.text, isBot ? undefined : styles.own)} text={text} />
        )}
        <MessageFiles message={message} personaId={personaId} pressing={pressing} />
        {supersededBy === null ? cards : <SupersededNote by={supersededBy}>{cards}</SupersededNote>}
        {said && dialog === null && <SaidBar said={said} />}
        {found && (
          <FoundList
            key={found.id}
            found={found}
            conversationId={message.conversationId}
            personaId={personaId}
            threadId={message.threadId ?? undefined}
            onPosted={closeFound}
          />
        )}
        <OpenedDialog pressing={pressing} personaId={personaId} />
      </div>
    </article>
  );
}
