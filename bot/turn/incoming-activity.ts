import { z } from 'zod';
import { cleanJson } from './clean-json.ts';

const text = z.string().max(2_000);

const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: text.nullish(),
  name: text.nullish(),
  /** Of an installation update: `add`, `remove` and their `-upgrade` forms. */
  action: text.nullish(),
  text: z.string().max(100_000).nullish(),
  textFormat: text.nullish(),
  value: z.unknown().optional(),
  replyToId: text.nullish(),
  channelId: text.nullish(),
  serviceUrl: text.nullish(),
  conversation: z
    .looseObject({
      id: text.nullish(),
      conversationType: text.nullish(),
      tenantId: text.nullish(),
    })
    .nullish(),
  from: z.looseObject({ id: text.nullish(), aadObjectId: text.nullish() }).nullish(),
  recipient: z.looseObject({ id: text.nullish() }).nullish(),
  membersRemoved: z.array(z.looseObject({ id: text.nullish() })).nullish(),
  attachments: z
    .array(
      z.looseObject({ contentType: text.nullish(), name: text.nullish(), content: z.unknown().optional() }),
    )
    .nullish(),
  entities: z
    .array(
      z.looseObject({
        type: text.nullish(),
        text: text.nullish(),
        mentioned: z.looseObject({ id: text.nullish() }).nullish(),
      }),
    )
    .nullish(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text.nullish() }).nullish(),
      /** Of a conversation update: `channelDeleted`, `teamArchived` … */
      eventType: text.nullish(),
      channel: z.looseObject({ id: text.nullish(), name: text.nullish() }).nullish(),
      team: z.looseObject({ id: text.nullish(), aadGroupId: text.nullish(), name: text.nullish() }).nullish(),
    })
    .nullish(),
});

/**
 * What Teams sends, as far as the bot reads it. Everything but `type` may be missing: Teams adds and
 * leaves out fields by kind of activity, and sends kinds nobody has heard of yet.
 */
export type IncomingActivity = z.infer<typeof activitySchema>;

/** Reads a request's body; `null` = not an activity. */
export const parseActivity = (body: unknown): IncomingActivity | null => {
  const parsed = activitySchema.safeParse(cleanJson(body));
  return parsed.success ? parsed.data : null;
};
