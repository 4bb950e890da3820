import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons';
import { THEME_NAMES, THEMES, type ThemeName } from '../state/theme.ts';

interface ThemeSwitchProps {
  readonly theme: ThemeName;
  readonly onChange: (theme: ThemeName) => void;
}

/** Light, dark, high contrast or glass. */
export function ThemeSwitch({ theme, onChange }: ThemeSwitchProps) {
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = THEME_NAMES.find((name) => name === checkedItems[0]);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<DarkThemeRegular />}
          aria-label={`Theme: ${THEMES[theme].label}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {THEME_NAMES.map((name) => (
            <MenuItemRadio key={name} name="theme" value={name}>
              {THEMES[name].label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
