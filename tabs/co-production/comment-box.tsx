import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CoProductionView, ItemChoice, ReferenceGroupView } from '../../plan/content.ts';
import type { FormSaved } from '../forms/use-sent-form.ts';
import { CommentForm } from './comment-form.tsx';

const useStyles = makeStyles({ group: { marginBottom: '18px' } });

export interface CommentBoxProps {
  readonly view: CoProductionView;
  /** Groups for which whoever looks may comment: at least one. */
  readonly groups: readonly ReferenceGroupView[];
  readonly item: ItemChoice;
  readonly onSaved: (saved: FormSaved) => void;
}

/** A comment on an item, for one of the groups that somebody may speak for. */
export function CommentBox({ view, groups, item, onSaved }: CommentBoxProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(groups[0]?.key);
  const group = groups.find(({ key }) => key === chosen) ?? groups[0];
  if (!group) return null;
  return (
    <>
      <Field label="Group" className={styles.group}>
        <Select value={group.key} onChange={(_event, { value }) => setChosen(value)}>
          {groups.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <CommentForm key={group.key} view={view} group={group} item={item} onSaved={onSaved} />
    </>
  );
}
