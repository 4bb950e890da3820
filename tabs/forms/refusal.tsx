import { makeStyles, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import type { FormProblem } from '../../plan/content.ts';
import { useFormContext } from './form-context.ts';

const useStyles = makeStyles({
  box: {
    padding: '10px 14px',
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderLeftWidth: '4px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: '4px 0 0', paddingLeft: '20px' },
  link: { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
});

export interface RefusalProps {
  readonly problems: readonly FormProblem[];
  readonly titles: Readonly<Record<string, string>>;
}

/** Why nothing was saved, all of it together; each leads to its field. */
export function Refusal({ problems, titles }: RefusalProps) {
  const styles = useStyles();
  const { idOf } = useFormContext();
  const goTo = (field: string) => (event: MouseEvent) => {
    // The address of the page holds what it shows, so that its hash is no place on it.
    event.preventDefault();
    document.getElementById(idOf(field))?.focus();
  };
  return (
    <div role="alert" className={styles.box}>
      <h3 className={styles.title}>Nothing was saved yet</h3>
      <ul className={styles.list}>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {titles[field] === undefined ? (
              message
            ) : (
              <>
                <a href={`#${idOf(field)}`} className={styles.link} onClick={goTo(field)}>
                  {titles[field]}
                </a>
                : {message}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
