import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

interface LeaveQuestionProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

const useStyles = makeStyles({ question: { position: 'sticky', top: 0, zIndex: 2 } });

/** Asks before what was typed is lost. */
export function LeaveQuestion({ onStay, onLeave }: LeaveQuestionProps) {
  const styles = useStyles();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <MessageBar
      className={styles.question}
      intent="warning"
      layout="multiline"
      role="alertdialog"
      aria-label="Leave without saving?"
    >
      <MessageBarBody>Leave without saving? What you typed here is lost then.</MessageBarBody>
      <MessageBarActions>
        <Button ref={stay} onClick={onStay}>
          Stay
        </Button>
        <Button onClick={onLeave}>Leave</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
