import { Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { isView, VIEW_WORDS } from '../../../plan/filter/views.ts';
import type { PlanChoice } from '../../api/list-plans.ts';
import type { ChannelGroup } from '../../api/view-check-in.ts';
import { useOverview } from '../../api/view-overview.ts';
import { groupNamesOf } from '../../model/filter.ts';
import { offerTabSettings } from '../tab-settings.ts';
import { settingsOf, TAB_VIEWS, type TabChoice } from './tab-choice.ts';

const WHOLE = 'whole';
const GROUP = 'group';
const NOW = { on: null, since: null };

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: '20px',
    maxWidth: '520px',
    minHeight: '100vh',
    alignContent: 'start',
    margin: '0 auto',
    padding: '20px 24px',
    boxSizing: 'border-box',
    '@media (max-width: 479px)': { padding: '12px' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ChoiceFormProps {
  readonly plans: readonly PlanChoice[];
  /** The group whose channel it is. */
  readonly channelGroup: ChannelGroup | null;
  readonly isNew: boolean;
  readonly initial: TabChoice;
}

/** Plan, group and view; what is chosen is what Teams would save. */
export function ChoiceForm({ plans, channelGroup, isNew, initial }: ChoiceFormProps) {
  const styles = useStyles();
  const [choice, setChoice] = useState(initial);
  const { planId, group, view } = choice;
  const { data: overview, error } = useOverview(planId, NOW);
  const planName = plans.find((plan) => plan.planId === planId)?.planName ?? '';
  const name = settingsOf(choice, planName).name;
  const ofChannel = channelGroup?.planId === planId ? channelGroup.groupName : null;
  const groups = overview ? groupNamesOf(overview) : [];
  // What is chosen already stays among the choices, a group that leads nothing yet too.
  const known = [...new Set([...(ofChannel ? [ofChannel] : []), ...(group ? [group] : []), ...groups])];

  useEffect(() => offerTabSettings(settingsOf(choice, planName)), [choice, planName]);

  return (
    <main className={styles.page}>
      <h1 className={styles.title}>What should this tab show?</h1>
      {plans.length > 1 && (
        <Field label="Plan">
          <Select
            value={planId}
            onChange={(_event, { value }) => setChoice({ ...choice, planId: value, group: null })}
          >
            {plans.map((plan) => (
              <option key={plan.planId} value={plan.planId}>
                {plan.planName}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Which part of the plan">
        <RadioGroup
          value={group === null ? WHOLE : GROUP}
          onChange={(_event, { value }) =>
            setChoice({ ...choice, group: value === GROUP ? (ofChannel ?? known[0] ?? null) : null })
          }
        >
          <Radio value={GROUP} label="What one group leads" disabled={known.length === 0} />
          <Radio value={WHOLE} label="The whole plan" />
        </RadioGroup>
      </Field>
      {group !== null && (
        <Field label="Group" hint={group === ofChannel ? 'This is its channel.' : undefined}>
          <Select value={group} onChange={(_event, { value }) => setChoice({ ...choice, group: value })}>
            {known.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Opens with">
        <Select
          value={view}
          onChange={(_event, { value }) => setChoice({ ...choice, view: isView(value) ? value : 'plan' })}
        >
          {TAB_VIEWS.map((one) => (
            <option key={one} value={one}>
              {VIEW_WORDS[one]}
            </option>
          ))}
        </Select>
      </Field>
      {error && <p role="alert">{error.message}</p>}
      <p className={styles.note}>
        {isNew && (
          <>
            The tab will be called <strong>{name}</strong>; you can rename it in Teams.{' '}
          </>
        )}
        Everybody here sees the tab. What it shows is for people in the plan’s Owners list only.
      </p>
    </main>
  );
}
