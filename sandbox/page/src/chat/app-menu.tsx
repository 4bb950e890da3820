import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { AppRequest } from '../../../controls/place-shapes.ts';
import { changeApp, readApp } from '../api/personal-app.ts';
import { wordsOf } from '../api/request.ts';
import { useLiveEvents } from '../state/live.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { SaidBar } from './said-bar.tsx';

const useStyles = makeStyles({
  button: { marginInlineStart: 'auto' },
  said: { flexBasis: '100%' },
});

/** What a person can do with the app in their chat: block it, remove it, and have it again. */
export function AppMenu({ personaId }: { readonly personaId: string }) {
  const styles = useStyles();
  const { value: app, reload } = useLoaded(`app ${personaId}`, () => readApp(personaId));
  const [trouble, setTrouble] = useState<string>();
  useLiveEvents(({ type }) => {
    if (type === 'places' || type === 'connected') reload();
  });
  const change = (action: AppRequest['action']) => {
    setTrouble(undefined);
    changeApp(personaId, { action })
      .catch((error: unknown) => setTrouble(wordsOf(error)))
      .finally(reload);
  };
  const { installed = true, blocked = false } = app ?? {};
  const state = !installed ? 'Milepost is removed here.' : blocked ? 'Milepost is blocked here.' : undefined;
  const text = trouble ?? state;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={styles.button}
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label="Milepost in this chat"
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => change(blocked ? 'unblock' : 'block')}>
              {blocked ? 'Unblock Milepost' : 'Block Milepost'}
            </MenuItem>
            <MenuItem onClick={() => change(installed ? 'remove' : 'install')}>
              {installed ? 'Remove Milepost' : 'Add Milepost again'}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {text && (
        <div className={styles.said}>
          <SaidBar said={{ intent: trouble ? 'error' : 'info', text }} />
        </div>
      )}
    </>
  );
}
