import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useReportStyles } from '../use-report-styles.ts';

export interface StepButtonProps {
  readonly words: string;
  /** What stands in the way; empty: nothing does. */
  readonly obstacles: readonly string[];
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

/** A step, or what stands in its way: then the button can be reached, and says why it does nothing. */
export function StepButton({ words, obstacles, isBusy, onPress }: StepButtonProps) {
  const styles = useReportStyles();
  const id = useId();
  const isBarred = obstacles.length > 0;
  return (
    <div>
      <Button
        appearance="primary"
        disabledFocusable={isBusy || isBarred}
        aria-describedby={isBarred ? id : undefined}
        onClick={onPress}
      >
        {words}
      </Button>
      {isBarred && (
        <ul id={id} className={styles.obstacles}>
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{obstacle}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
