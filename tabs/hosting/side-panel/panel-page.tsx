import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { GroupOverview, PlanOverview } from '../../../plan/content.ts';
import type { ItemRef, PlanId } from '../../../plan/plan.ts';
import type { AddressControl } from '../../address/use-address.ts';
import type { PlanChoice } from '../../api/list-plans.ts';
import { useOverview } from '../../api/view-overview.ts';
import { itemsOf } from '../../model/filter.ts';
import { ItemPanel } from '../../story/item-panel.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { AskedOfBoard } from './asked-of-board.tsx';
import { GroupCheckIn } from './group-check-in.tsx';

const NOW = { on: null, since: null };

const useStyles = makeStyles({
  // Teams' panel is 280 px wide: every pixel beside the words is one too many.
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    maxWidth: '480px',
    padding: '8px',
  },
  title: {
    margin: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  // As narrow as the panel, however long the names among the choices are.
  choice: { gridTemplateColumns: 'minmax(0, 1fr)' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface PanelPageProps {
  readonly planId: PlanId;
  readonly plans: readonly PlanChoice[];
  /** The group chosen, or whose meeting it is; `null` where nobody knows. */
  readonly groupName: string | null;
  readonly control: AddressControl;
}

/** One plan beside a meeting: whose meeting it is, and what it is asked. */
export function PanelPage({ planId, plans, groupName, control }: PanelPageProps) {
  const styles = useStyles();
  const { address, change } = control;
  const { data: overview, error, retry } = useOverview(planId, NOW);
  if (!overview) {
    if (!error) return <Waiting label="Reading the plan" />;
    return (
      <Problem title="The plan cannot be shown" onRetry={retry}>
        {error.message}
      </Problem>
    );
  }
  const group = overview.groups.find(({ name }) => name === groupName);
  const open = (item: ItemRef) => change({ item });
  return (
    <>
      <main className={styles.page}>
        <h1 className={styles.title}>{overview.planName}</h1>
        {plans.length > 1 && (
          <Field label="Plan" className={styles.choice}>
            <Select
              value={planId}
              onChange={(_event, { value }) => change({ planId: value, group: null, item: null })}
            >
              {plans.map((plan) => (
                <option key={plan.planId} value={plan.planId}>
                  {plan.planName}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={group ? 'Group' : 'Whose meeting is this?'} className={styles.choice}>
          <Select
            value={group?.name ?? ''}
            onChange={(_event, { value }) => change({ group: value || null })}
          >
            {group === undefined && <option value="">Choose a group</option>}
            {overview.groups.map(({ key, name }) => (
              <option key={key} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {group === undefined ? (
          <p className={styles.quiet}>
            Milepost does not know whose meeting this is. Choose the group to see what is asked of it.
          </p>
        ) : (
          <OfGroup group={group} overview={overview} onOpen={open} />
        )}
      </main>
      {address.item && (
        <ItemPanel
          key={`${address.item.list}/${address.item.key}`}
          items={itemsOf(overview)}
          planId={planId}
          item={address.item}
          address={address}
          onClose={() => change({ item: null })}
        />
      )}
    </>
  );
}

interface OfGroupProps {
  readonly group: GroupOverview;
  readonly overview: PlanOverview;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Groups that do the work check in; boards and reference groups are asked. */
function OfGroup({ group, overview, onOpen }: OfGroupProps) {
  if (group.kind !== 'Operational') return <AskedOfBoard overview={overview} onOpen={onOpen} />;
  return <GroupCheckIn key={group.key} group={group} overview={overview} onOpen={onOpen} />;
}
