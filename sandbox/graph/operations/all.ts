import type { Operation } from '../operation.ts';
import { activityFeedOperations } from './activity-feed.ts';
import { columnOperations } from './columns.ts';
import { deltaOperations } from './delta.ts';
import { driveOperations } from './drive.ts';
import { itemOperations } from './items.ts';
import { listOperations } from './lists.ts';
import { permissionOperations } from './permissions.ts';
import { siteOperations } from './sites.ts';
import { subscriptionOperations } from './subscriptions.ts';
import { teamOperations } from './teams.ts';
import { userOperations } from './users.ts';
import { versionOperations } from './versions.ts';

/** Everything Graph can be asked here; the first that fits wins, so `items/delta` stands before `items/:item`. */
export const OPERATIONS: readonly Operation[] = [
  ...siteOperations,
  ...permissionOperations,
  ...driveOperations,
  ...listOperations,
  ...columnOperations,
  ...deltaOperations,
  ...itemOperations,
  ...versionOperations,
  ...subscriptionOperations,
  ...userOperations,
  ...activityFeedOperations,
  ...teamOperations,
];
