import { Button, makeStyles } from '@fluentui/react-components';
import { CallEndRegular, VideoRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { holdMeeting } from '../api/meetings.ts';
import { wordsOf } from '../api/request.ts';
import type { RunningMeeting } from '../state/use-meeting.ts';
import { SaidBar } from './said-bar.tsx';

interface MeetButtonProps {
  readonly conversationId: string;
  readonly personaId: string;
  readonly running: RunningMeeting;
}

const BOT_FAILED_FROM = 400;

const useStyles = makeStyles({
  button: { marginInlineStart: 'auto', '@media (max-width: 480px)': { minWidth: 'auto' } },
  // A phone shows the sign only.
  words: {
    '@media (max-width: 480px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  said: { flexBasis: '100%' },
});

/** Starts a meeting in the channel, and ends the one that is running. */
export function MeetButton({ conversationId, personaId, running }: MeetButtonProps) {
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const { meeting, reload } = running;
  const isRunning = Boolean(meeting);
  const hold = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const event = isRunning ? 'end' : 'start';
      const { status } = await holdMeeting({ persona: personaId, event, conversationId });
      if (status >= BOT_FAILED_FROM)
        setTrouble(
          `The meeting has ${isRunning ? 'ended' : 'started'}, but Milepost did not take it (${status}).`,
        );
    } catch (error) {
      setTrouble(wordsOf(error));
    } finally {
      setBusy(false);
      reload();
    }
  };
  return (
    <>
      <Button
        className={styles.button}
        size="small"
        title={isRunning ? 'End meeting' : 'Meet now'}
        icon={isRunning ? <CallEndRegular /> : <VideoRegular />}
        disabledFocusable={busy || meeting === undefined}
        onClick={() => void hold()}
      >
        <span className={styles.words}>{isRunning ? 'End meeting' : 'Meet now'}</span>
      </Button>
      {trouble && (
        <div className={styles.said}>
          <SaidBar said={{ intent: 'error', text: trouble }} />
        </div>
      )}
    </>
  );
}
