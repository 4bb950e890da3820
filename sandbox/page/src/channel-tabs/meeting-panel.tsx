import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingView } from '../../../controls/extension-shapes.ts';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { addressOf } from '../state/address.ts';
import { TabFrame } from '../tab/tab-frame.tsx';
import { HOME } from '../tab/tab-spot.ts';

interface MeetingPanelProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly meeting: MeetingView;
}

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '320px',
    boxSizing: 'border-box',
    padding: '0 20px 20px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    // A phone has no room beside the posts: the panel comes above them.
    '@media (max-width: 720px)': { order: -1, width: '100%', height: '50%', padding: '0 8px' },
  },
  title: { margin: '12px 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** The app beside a meeting of the channel, 280 px wide, as Teams shows it. */
export function MeetingPanel({ directory, persona, meeting }: MeetingPanelProps) {
  const styles = useStyles();
  const { id, conversationId, threadId, title } = meeting;
  const chatId = threadId === null ? conversationId : `${conversationId};messageid=${threadId}`;
  return (
    <aside className={styles.panel} aria-label={`Beside the meeting ${title}`}>
      <h3 className={styles.title}>Milepost</h3>
      <TabFrame
        key={`${persona.id} ${id}`}
        directory={directory}
        persona={persona}
        title="Milepost beside the meeting"
        spot={{
          ...HOME,
          frameContext: 'sidePanel',
          channelId: conversationId,
          meeting: { id, chatId },
          linkTo: (subPage) => addressOf('tab', undefined, subPage === undefined ? {} : { subPage }),
        }}
      />
    </aside>
  );
}
