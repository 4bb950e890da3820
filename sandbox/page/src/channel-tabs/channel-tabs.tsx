import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { AddRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Conversation } from '../../../controls/conversation-shapes.ts';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import type { TabView } from '../../../controls/tab-shapes.ts';
import { addTab, changeTab } from '../api/tabs.ts';
import { addressOf, goTo } from '../state/address.ts';
import { TabDialog } from './tab-dialog.tsx';

interface ChannelTabsProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly channel: Conversation;
  /** The app's tabs in the channel. */
  readonly tabs: readonly TabView[];
  /** The one shown; undefined: the posts. */
  readonly shown: TabView | undefined;
  readonly onChanged: () => void;
}

const POSTS = 'posts';

/** The tabs of a channel: its posts, those that people added, and the ways to add, change and remove one. */
export function ChannelTabs({ directory, persona, channel, tabs, shown, onChanged }: ChannelTabsProps) {
  const [opened, setOpened] = useState<'add' | 'change' | null>(null);
  const show = (id: string) => goTo(addressOf('teams', channel.id, id === POSTS ? {} : { view: id }));
  const remove = async (tab: TabView) => {
    await changeTab(tab.id, { persona: persona.id, settings: null });
    show(POSTS);
  };
  return (
    <>
      <TabList
        aria-label={`Tabs of ${channel.title}`}
        size="small"
        selectedValue={shown?.id ?? POSTS}
        onTabSelect={(_event, { value }) => show(String(value))}
      >
        <Tab value={POSTS}>Posts</Tab>
        {tabs.map(({ id, name }) => (
          <Tab key={id} value={id}>
            {name}
          </Tab>
        ))}
      </TabList>
      {shown && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={`Options of the tab ${shown.name}`}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => setOpened('change')}>Settings</MenuItem>
              <MenuItem onClick={() => void remove(shown)}>Remove</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<AddRegular />}
        aria-label="Add a tab"
        title="Add a tab"
        onClick={() => setOpened('add')}
      />
      {opened && (
        <TabDialog
          directory={directory}
          persona={persona}
          channelId={channel.id}
          tab={opened === 'change' ? (shown ?? null) : null}
          onSave={async (settings, name) => {
            if (opened === 'change' && shown) {
              await changeTab(shown.id, { persona: persona.id, settings });
              return onChanged();
            }
            const added = await addTab(channel.id, { persona: persona.id, name, settings });
            onChanged();
            show(added.id);
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
