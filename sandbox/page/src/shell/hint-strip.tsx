import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useRemembered } from '../state/remembered.ts';

const useStyles = makeStyles({
  strip: { flexShrink: 0 },
});

/** For a newcomer: what this page is and what to try first. Once put away it stays away. */
export function HintStrip() {
  const styles = useStyles();
  const [isPutAway, setPutAway] = useRemembered('hint-put-away', false);
  if (isPutAway) return null;
  return (
    <aside className={styles.strip} aria-label="What this is">
      <MessageBar layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>This is a sandbox, not Microsoft Teams.</MessageBarTitle> Nobody’s real data is in
          it. Try first: open the SEND channel and press <b>Answer mine</b>; move the clock a fortnight on;
          open the Milepost tab. At the top right you can be somebody else.
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label="Put this hint away"
              icon={<DismissRegular />}
              onClick={() => setPutAway(true)}
            />
          }
        />
      </MessageBar>
    </aside>
  );
}
