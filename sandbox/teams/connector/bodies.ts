import { z } from 'zod';
import { ConnectorError } from './error.ts';

/** An activity as a bot sends it; what the sandbox does not look at is let through. */
const activitySchema = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
  channelData: z.looseObject({ supersedes: z.string().optional() }).nullish(),
});
export type SentActivity = z.infer<typeof activitySchema>;

const idSchema = z.looseObject({ id: z.string() });
const conversationSchema = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(idSchema).nullish(),
  tenantId: z.string().nullish(),
  channelData: z.looseObject({ tenant: idSchema.nullish(), channel: idSchema.nullish() }).nullish(),
  activity: activitySchema.nullish(),
});
export type NewConversation = z.infer<typeof conversationSchema>;

/** What Teams takes in one message, counted in UTF-16 as it counts: about 100 KB. */
const MESSAGE_LIMIT_BYTES = 100 * 1024;

/** @throws ConnectorError 400 or 413 */
export function parseActivity(body: Buffer): SentActivity {
  const activity = parse(body, activitySchema);
  refuseTooBig(activity);
  return activity;
}

/** @throws ConnectorError 400 or 413 */
export function parseConversation(body: Buffer): NewConversation {
  const conversation = parse(body, conversationSchema);
  if (conversation.activity) refuseTooBig(conversation.activity);
  return conversation;
}

function parse<T>(body: Buffer, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(body.toString('utf8')));
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : 'The body is not JSON.';
    throw new ConnectorError({ status: 400, code: 'BadSyntax', message });
  }
}

function refuseTooBig(activity: SentActivity): void {
  const bytes = JSON.stringify(activity).length * 2;
  if (bytes <= MESSAGE_LIMIT_BYTES) return;
  throw new ConnectorError({
    status: 413,
    code: 'MessageSizeTooBig',
    message: `Message size too large: ${bytes} bytes of UTF-16, ${MESSAGE_LIMIT_BYTES} allowed.`,
  });
}
