import {
  Avatar,
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Persona } from '../../../controls/shapes.ts';
import { sortPersonas } from './sort-personas.ts';

interface PersonaSwitchProps {
  readonly personas: readonly Persona[];
  readonly persona: Persona;
  readonly onChange: (personaId: string) => void;
}

const useStyles = makeStyles({
  button: {
    position: 'relative',
    columnGap: '4px',
    justifyContent: 'flex-start',
    minWidth: 0,
    maxWidth: '100%',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  popover: { maxHeight: '75vh', overflowY: 'auto' },
  about: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Who you are in the sandbox: everybody is named by role. */
export function PersonaSwitch({ personas, persona, onChange }: PersonaSwitchProps) {
  const styles = useStyles();
  return (
    <Menu
      checkedValues={{ persona: [persona.id] }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        checkedItems[0] !== undefined && onChange(checkedItems[0])
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.button}
          appearance="subtle"
          icon={<Avatar name={persona.name} size={28} color="colorful" aria-hidden />}
        >
          <span className={styles.name}>
            <span className={styles.unseen}>You are </span>
            {persona.name}
            <span className={styles.unseen}>. Be somebody else</span>
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>Use the sandbox as</MenuGroupHeader>
            {sortPersonas(personas).map((other) => (
              <MenuItemRadio key={other.id} name="persona" value={other.id}>
                {other.name}
                <span className={styles.about}>{aboutOf(other)}</span>
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function aboutOf({ roles, groups }: Persona): string {
  if (roles.length === 0) return 'Not in the plan';
  return [roles.join(', '), groups.join(', ')].filter((part) => part !== '').join(' · ');
}
