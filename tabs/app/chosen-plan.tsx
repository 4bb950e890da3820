import { useAddress } from '../address/use-address.ts';
import { usePlans } from '../api/list-plans.ts';
import { LivePlan } from '../api/live-plan.tsx';
import { DashboardPage } from '../dashboard/dashboard-page.tsx';
import { ConnectionOutdated } from '../ui/connection-outdated.tsx';
import { Problem } from '../ui/problem.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { NoPlans } from './no-plans.tsx';

/** Shows the plan the address names, else the first the person may read. */
export function ChosenPlan() {
  const { data: plans, error, retry } = usePlans();
  const control = useAddress();
  if (!plans) {
    if (!error) return <Waiting label="Reading your plans" />;
    return (
      <Problem title="Your plans cannot be shown" onRetry={retry}>
        {error.message}
      </Problem>
    );
  }
  const planId = control.address.planId ?? plans[0]?.planId;
  if (planId === undefined) return <NoPlans onRetry={retry} />;
  return (
    <LivePlan planId={planId}>
      <ConnectionOutdated />
      <DashboardPage key={planId} planId={planId} plans={plans} control={control} />
    </LivePlan>
  );
}
