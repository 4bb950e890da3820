import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { runCommandOn } from '../api/extensions.ts';
import type { Pressing } from '../state/use-press.ts';
import { MESSAGE_COMMANDS } from './commands.ts';

interface MessageMenuProps {
  readonly messageId: string;
  readonly personaId: string;
  readonly pressing: Pressing;
}

/** What the app offers to do with a message: the "…" that Teams has on every one. */
export function MessageMenu({ messageId, personaId, pressing }: MessageMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label="More options"
          title="More options"
          disabledFocusable={pressing.busy}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {MESSAGE_COMMANDS.map(({ id, title }) => (
            <MenuItem
              key={id}
              onClick={() =>
                pressing.send(() => runCommandOn(messageId, { persona: personaId, commandId: id }))
              }
            >
              {title}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
