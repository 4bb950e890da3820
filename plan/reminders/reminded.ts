import type { ReminderReason } from '../content.ts';
import type { Item } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';

/** That somebody is to be told of an item, and from which day on. */
export interface Reminded {
  readonly item: Item;
  readonly why: ReminderReason;
  /** Key of the owner it is meant for, whoever hears it in their place. */
  readonly to: RowKey;
  /** The day it fell due. Whoever could hear of it then, or on a day since, is not told again. */
  readonly fellOn: IsoDate;
  /** What there is to say besides, in whole sentences. */
  readonly says?: () => string | null;
  /** Told to those too who leave its reason out of their reminders. Default: not. */
  readonly always?: boolean;
  readonly handover?: number;
  /** Somebody was told of it before: it is for those only whom another stood in for then. Default: nobody was. */
  readonly wasTold?: boolean;
}

/** What may be told at all lies within so many days; after a longer break only what is new is told. */
export const LOOK_BACK_DAYS = 31;
