import { useAddress } from '../address/use-address.ts';
import { usePlans } from '../api/list-plans.ts';
import { DashboardPage } from '../dashboard/dashboard-page.tsx';
import { Problem } from '../ui/problem.tsx';
import { Waiting } from '../ui/waiting.tsx';

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
  if (planId === undefined) {
    return (
      <Problem title="You are not in a plan yet" onRetry={retry}>
        Milepost shows the plans you have a part in. Ask your plan manager to add you to the Owners list of
        yours.
      </Problem>
    );
  }
  return <DashboardPage key={planId} planId={planId} plans={plans} control={control} />;
}
