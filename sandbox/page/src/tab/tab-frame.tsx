import { makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { issueToken } from '../api/tokens.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { addressOf, formatAddress, goTo } from '../state/address.ts';
import { followLink } from '../state/follow-link.ts';
import { THEMES } from '../state/theme.ts';
import { useThemeName } from '../state/theme-context.ts';
import { tabContextOf } from './tab-context.ts';
import { createTabHost, type TabHost, type TabStatus } from './tab-host.ts';

interface TabFrameProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  /** The page of the app, by the name its manifest gives; undefined: its first. */
  readonly page: string | undefined;
  /** What to show there, as a deep link says it. */
  readonly subPage: string | undefined;
  /** Id of the channel whose tab it is; undefined: the personal app. */
  readonly channel: string | undefined;
}

const CONTENT_URL = '/tab/';
/** The tab's page when a link names none. */
const HOME_PAGE = 'plan';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, position: 'relative' },
  frame: { flexGrow: 1, width: '100%', border: 'none' },
  wait: { position: 'absolute', insetInlineEnd: '16px', top: '8px', pointerEvents: 'none' },
});

/**
 * Milepost's tab in a frame, with this page as its Teams. Mount it anew (by `key`) for another person or page: Teams
 * loads a tab again then too.
 */
export function TabFrame({ directory, persona, page, subPage, channel }: TabFrameProps) {
  const styles = useStyles();
  const theme = useThemeName();
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<TabHost>(undefined);
  const [status, setStatus] = useState<TabStatus>({ kind: 'loading' });
  const [isShared, setShared] = useState(false);
  const context = useEffectEvent(() =>
    tabContextOf({
      directory,
      persona,
      theme: THEMES[theme].teamsName,
      pageId: page ?? HOME_PAGE,
      subPageId: subPage,
      channelId: channel,
    }),
  );

  useEffect(() => {
    const started = createTabHost({
      frame: () => frame.current?.contentWindow ?? null,
      context: () => context(),
      contentUrl: new URL(CONTENT_URL, window.location.origin).href,
      getToken: () => issueToken({ audience: 'tab', persona: persona.id }),
      openLink: followLink,
      showPage: ({ pageId, subPageId }) =>
        goTo(
          addressOf('tab', undefined, {
            ...(pageId ? { page: pageId } : {}),
            ...(subPageId ? { subPage: subPageId } : {}),
          }),
        ),
      shareLink: ({ subPageId }) => {
        const address = formatAddress(addressOf('tab', undefined, { subPage: subPageId }));
        void navigator.clipboard
          .writeText(new URL(address, window.location.href).href)
          .then(() => setShared(true));
      },
      onStatus: setStatus,
    });
    host.current = started;
    // Loaded only now, so that the tab's first message finds somebody listening.
    if (frame.current !== null) frame.current.src = CONTENT_URL;
    return () => started.stop();
  }, [persona.id]);

  useEffect(() => host.current?.tellTheme(THEMES[theme].teamsName), [theme]);

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
        title="Milepost tab"
        data-tab-status={status.kind}
        allow="clipboard-read; clipboard-write"
        onLoad={() => setStatus((before) => (before.kind === 'loading' ? { kind: 'loaded' } : before))}
      />
    </div>
  );
}
