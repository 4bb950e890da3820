import { z } from 'zod';
import { AppError } from '../errors.ts';
import { GROUP_KINDS, ROLES } from '../glossary.ts';

const day = z.iso.date();
const name = z.string().trim().min(1).max(255);
const email = z.email().max(255);

const group = z.strictObject({
  name,
  kind: z.enum(GROUP_KINDS),
  /** Email of an owner below. */
  chair: email.optional(),
  teamId: name.optional(),
  channelId: name.optional(),
  everyWeeks: z.int().positive().max(52).optional(),
  everyMonths: z.int().positive().max(24).optional(),
  firstMeeting: day.optional(),
  meetingTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the time like 10:00')
    .optional(),
});

const owner = z.strictObject({
  name,
  email,
  entraObjectId: z.guid().optional(),
  roles: z.array(z.enum(ROLES)),
  /** Names of groups above. */
  groups: z.array(name),
  /** Email of another owner. */
  deputy: email.optional(),
  awayFrom: day.optional(),
  awayTo: day.optional(),
});

const lead = z.strictObject({ number: z.int().positive(), group: name, owner: email });

const people = z.strictObject({
  kind: z.literal('milepost-people'),
  version: z.literal(1),
  groups: z.array(group),
  owners: z.array(owner),
  /** Who leads each recommendation. */
  leads: z.array(lead),
});

/** Groups, people and who leads what: the part of a plan that is not published. */
export type People = z.infer<typeof people>;

/**
 * Reads a people file: parsed JSON, or its text.
 *
 * @throws {AppError} `BAD_INPUT` naming each place that is wrong; nothing of a wrong file is used.
 */
export function parsePeople(json: unknown): People {
  const read = people.safeParse(typeof json === 'string' ? parseText(json) : json);
  if (!read.success) {
    throw badPeople(read.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`));
  }
  const wrong = danglingNames(read.data);
  if (wrong.length > 0) throw badPeople(wrong);
  return read.data;
}

function danglingNames({ groups, owners, leads }: People): string[] {
  const groupNames = new Set(groups.map((one) => one.name.toLowerCase()));
  const emails = new Set(owners.map((one) => one.email.toLowerCase()));
  const noGroup = (at: string, wanted: string) =>
    groupNames.has(wanted.toLowerCase()) ? [] : [`${at}: there is no group called ${wanted}`];
  const noOwner = (at: string, wanted: string | undefined) =>
    wanted === undefined || emails.has(wanted.toLowerCase())
      ? []
      : [`${at}: no owner has the email ${wanted}`];
  return [
    ...twice(
      'groups',
      groups.map((one) => one.name),
    ),
    ...twice(
      'owners',
      owners.map((one) => one.email),
    ),
    ...twice(
      'leads',
      leads.map((one) => String(one.number)),
    ),
    ...groups.flatMap((one, at) => noOwner(`groups.${at}.chair`, one.chair)),
    ...owners.flatMap((one, at) => [
      ...one.groups.flatMap((wanted) => noGroup(`owners.${at}.groups`, wanted)),
      ...noOwner(`owners.${at}.deputy`, one.deputy),
    ]),
    ...leads.flatMap((one, at) => [
      ...noGroup(`leads.${at}.group`, one.group),
      ...noOwner(`leads.${at}.owner`, one.owner),
    ]),
  ];
}

function twice(part: string, names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.flatMap((one) => {
    const same = one.toLowerCase();
    if (seen.has(same)) return [`${part}: ${one} is there twice`];
    seen.add(same);
    return [];
  });
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badPeople(['file: this is not JSON'], cause);
  }
}

function badPeople(found: readonly string[], cause?: unknown): AppError {
  const shown = found.slice(0, 10).join('; ');
  const more = found.length > 10 ? `; and ${found.length - 10} more` : '';
  return new AppError({
    code: 'BAD_INPUT',
    message: `Reading a people file: ${shown}${more}. Correct these and import again.`,
    userMessage: `The people file can't be used. ${shown}${more}. Correct these and import again.`,
    cause,
  });
}
