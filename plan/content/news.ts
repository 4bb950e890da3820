import type { PlanId } from '../plan.ts';

/** News of a plan for the activity feed of whoever reads it in the tab only. Never a message in a chat. */
export interface NewsContent {
  readonly kind: 'news';
  readonly planId: PlanId;
  readonly planName: string;
  /** One or two sentences written from the data, of which Teams shows 150 characters. */
  readonly headline: string;
}
