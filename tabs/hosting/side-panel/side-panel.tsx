import { useAddress } from '../../address/use-address.ts';
import { usePlans } from '../../api/list-plans.ts';
import { LivePlan } from '../../api/live-plan.tsx';
import { useChannelGroup } from '../../api/view-check-in.ts';
import { NoPlans } from '../../app/no-plans.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { usePlace } from '../place-context.ts';
import { PanelPage } from './panel-page.tsx';

/** Beside a meeting: the check-in of the group whose meeting it is, or of the one somebody chooses. */
export default function SidePanel() {
  const { channelId } = usePlace();
  const { data: plans, error, retry } = usePlans();
  const channelGroup = useChannelGroup(channelId);
  const control = useAddress();
  if (error && !plans) {
    return (
      <Problem title="Your plans cannot be shown" onRetry={retry}>
        {error.message}
      </Problem>
    );
  }
  if (!plans || channelGroup === undefined) return <Waiting label="Looking for the meeting’s group" />;
  const { address } = control;
  const planId = address.planId ?? channelGroup?.planId ?? plans[0]?.planId;
  if (planId === undefined) return <NoPlans onRetry={retry} />;
  const ofChannel = channelGroup?.planId === planId ? channelGroup.groupName : null;
  return (
    <LivePlan key={planId} planId={planId}>
      <PanelPage planId={planId} plans={plans} groupName={address.group ?? ofChannel} control={control} />
    </LivePlan>
  );
}
