import { makeStyles, Spinner } from '@fluentui/react-components';
import { type RefObject, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { issueToken } from '../api/tokens.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { formatAddress, goTo } from '../state/address.ts';
import { followLink } from '../state/follow-link.ts';
import { THEMES } from '../state/theme.ts';
import { useThemeName } from '../state/theme-context.ts';
import { tabContextOf } from './tab-context.ts';
import { createTabHost, type SettingUp, type TabHost, type TabStatus } from './tab-host.ts';
import type { TabSpot } from './tab-spot.ts';

interface TabFrameProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly spot: TabSpot;
  /** What the frame is called. */
  readonly title: string;
  /** Where a tab is set up: what the app says of it. */
  readonly settingUp?: SettingUp;
  /** Lets the app be asked to save what was set up. */
  readonly host?: RefObject<Pick<TabHost, 'askToSave'> | null>;
}

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, position: 'relative' },
  frame: { flexGrow: 1, width: '100%', border: 'none' },
  wait: { position: 'absolute', insetInlineEnd: '16px', top: '8px', pointerEvents: 'none' },
});

/**
 * A page of Milepost's in a frame, with this page as its Teams. Mount it anew (by `key`) for another person or page: Teams
 * loads a tab again then too.
 */
export function TabFrame({ directory, persona, spot, title, settingUp, host }: TabFrameProps) {
  const styles = useStyles();
  const theme = useThemeName();
  const frame = useRef<HTMLIFrameElement>(null);
  const started = useRef<TabHost>(null);
  const [status, setStatus] = useState<TabStatus>({ kind: 'loading' });
  const [isShared, setShared] = useState(false);
  const { contentUrl, savedUrl } = spot;
  const context = useEffectEvent(() =>
    tabContextOf({ directory, persona, theme: THEMES[theme].teamsName, spot }),
  );
  const linkTo = useEffectEvent((subPageId: string | undefined) => spot.linkTo(subPageId));
  const onSettingUp = useEffectEvent((...told: Parameters<SettingUp>) => settingUp?.(...told));

  useEffect(() => {
    const created = createTabHost({
      frame: () => frame.current?.contentWindow ?? null,
      context: () => context(),
      savedUrl: new URL(savedUrl ?? contentUrl, window.location.origin).href,
      getToken: () => issueToken({ audience: 'tab', persona: persona.id }),
      openLink: followLink,
      showPage: ({ subPageId }) => goTo(linkTo(subPageId)),
      shareLink: ({ subPageId }) => {
        const address = formatAddress(linkTo(subPageId));
        void navigator.clipboard
          .writeText(new URL(address, window.location.href).href)
          .then(() => setShared(true));
      },
      onStatus: setStatus,
      settingUp: (...told) => onSettingUp(...told),
    });
    started.current = created;
    // Loaded only now, so that the tab's first message finds somebody listening.
    if (frame.current !== null) frame.current.src = contentUrl;
    return () => created.stop();
  }, [persona.id, contentUrl, savedUrl]);
  useImperativeHandle(host, () => ({ askToSave: () => started.current?.askToSave() }), []);

  useEffect(() => started.current?.tellTheme(THEMES[theme].teamsName), [theme]);

  return (
    <div className={styles.pane}>
      {status.kind === 'failed' && (
        <SaidBar said={{ intent: 'error', text: `The tab could not start: ${status.message}` }} />
      )}
      {isShared && <SaidBar said={{ intent: 'info', text: 'A link to this view has been copied.' }} />}
      {status.kind === 'loading' && <Spinner className={styles.wait} size="tiny" label="Loading the tab…" />}
      <iframe
        ref={frame}
        className={styles.frame}
        title={title}
        data-tab-status={status.kind}
        allow="clipboard-read; clipboard-write"
        onLoad={() => setStatus((before) => (before.kind === 'loading' ? { kind: 'loaded' } : before))}
      />
    </div>
  );
}
