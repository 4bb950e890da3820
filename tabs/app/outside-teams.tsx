import { Problem } from '../ui/problem.tsx';

/** What somebody sees who opens the tab's address in a browser. */
export function OutsideTeams() {
  return (
    <Problem title="Open Milepost in Microsoft Teams">
      This page is a tab of the Milepost app and works inside Microsoft Teams, which tells it who you are.
      Open Teams, choose Apps, then Milepost.
    </Problem>
  );
}
