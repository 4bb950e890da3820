import { Problem } from '../ui/problem.tsx';

export interface NoPlansProps {
  readonly onRetry: () => void;
}

/** Takes the place of the plan for somebody who is in none. */
export function NoPlans({ onRetry }: NoPlansProps) {
  return (
    <Problem title="You are not in a plan yet" onRetry={onRetry}>
      Milepost shows the plans you have a part in. Ask your plan manager to add you to the Owners list of
      yours.
    </Problem>
  );
}
