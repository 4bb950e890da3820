import { makeStyles } from '@fluentui/react-components';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { PaneHeader } from '../shell/pane-header.tsx';
import { type Address, addressOf } from '../state/address.ts';
import { TabFrame } from './tab-frame.tsx';
import { HOME } from './tab-spot.ts';

interface TabPageProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly address: Address;
}

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
});

/** Milepost's tab as the personal app of whoever is looking. */
export function TabPage({ directory, persona, address }: TabPageProps) {
  const styles = useStyles();
  const { page, subPage, channel } = address.query;
  return (
    <main className={styles.main}>
      <PaneHeader title="Milepost" subtitle={`As ${persona.name} sees it`} />
      <TabFrame
        key={JSON.stringify([persona.id, page, subPage, channel])}
        directory={directory}
        persona={persona}
        title="Milepost tab"
        spot={{
          ...HOME,
          frameContext: 'content',
          pageId: page ?? HOME.pageId,
          subPageId: subPage,
          channelId: channel,
          linkTo: (part) => addressOf('tab', undefined, part === undefined ? {} : { subPage: part }),
        }}
      />
    </main>
  );
}
