import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import type { TabSettings, TabView } from '../../../controls/tab-shapes.ts';
import { wordsOf } from '../api/request.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { addressOf } from '../state/address.ts';
import { TabFrame } from '../tab/tab-frame.tsx';
import type { SettingUp } from '../tab/tab-host.ts';
import { CONFIGURATION_URL, HOME } from '../tab/tab-spot.ts';

interface TabDialogProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly channelId: string;
  /** The tab that is being changed; null: one is added. */
  readonly tab: TabView | null;
  /** Keeps what was set up. */
  readonly onSave: (settings: TabSettings, name: string) => Promise<unknown>;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  surface: { width: 'min(640px, 100vw)', maxWidth: '640px' },
  content: { display: 'flex', height: 'min(520px, 60vh)', padding: 0 },
});

/** The app's configuration page, with the buttons that are Teams' own. */
export function TabDialog({ directory, persona, channelId, tab, onSave, onClose }: TabDialogProps) {
  const styles = useStyles();
  const host = useRef<{ askToSave: () => void }>(null);
  const wanted = useRef<{ settings: TabSettings; name: string }>(null);
  const [isValid, setValid] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const hear: SettingUp = (said) => {
    if (said.kind === 'validity') setValid(said.isValid);
    if (said.kind === 'settings') wanted.current = said;
    if (said.kind === 'refused') setTrouble(said.reason);
    if (said.kind !== 'saved' || wanted.current === null) return;
    const { settings, name } = wanted.current;
    onSave(settings, name).then(onClose, (error: unknown) => setTrouble(wordsOf(error)));
  };
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { type }) => type !== 'backdropClick' && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{tab === null ? 'Add Milepost as a tab' : `Settings of ${tab.name}`}</DialogTitle>
          <DialogContent className={styles.content}>
            {trouble && <SaidBar said={{ intent: 'error', text: trouble }} />}
            <TabFrame
              directory={directory}
              persona={persona}
              title="Set up the tab"
              host={host}
              settingUp={hear}
              spot={{
                frameContext: 'settings',
                contentUrl: CONFIGURATION_URL,
                savedUrl: tab?.contentUrl,
                pageId: tab?.entityId ?? HOME.pageId,
                channelId,
                linkTo: () => addressOf('teams', channelId),
              }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              appearance="primary"
              disabledFocusable={!isValid}
              onClick={() => host.current?.askToSave()}
            >
              Save
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
