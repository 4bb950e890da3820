import { linesAdded, linesOf, withLines } from './meeting-record/record-lines.ts';
import type { PlanSettings } from './plan.ts';
import type { IsoDate, IsoInstant, RowKey } from './rows.ts';
import { type DatedItem, scheduleRag } from './schedule.ts';

type Values = Readonly<Record<string, unknown>>;

/** Who decided something, and when by the plan's clock. */
export interface Said {
  readonly by: RowKey;
  readonly at: IsoInstant;
}

/** What waits to be written of one property. */
export interface OurChange {
  readonly property: string;
  readonly value: unknown;
  /** What stood there when it was first decided. */
  readonly base: unknown;
  /** Every value that was decided since, the latest last: a try whose answer was lost may have written any of them. */
  readonly values: readonly unknown[];
  /** `null` for what Milepost does by itself. */
  readonly said: Said | null;
}

/** A row as it stood for a while. */
export interface RowVersion<V extends Values = Values> {
  readonly values: V;
  /** When it was made; `null` where SharePoint does not say. */
  readonly at: IsoInstant | null;
  /** Who made it, as SharePoint names them. */
  readonly byName: string | null;
  /** Made by a person; what an application writes is no decision of anybody's. */
  readonly byPerson: boolean;
}

/** A property that was decided twice: in an answer, and by an edit of the row in SharePoint. */
export interface Clash {
  readonly property: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly kept: 'yours' | 'theirs';
  readonly said: Said;
  /** The version that brought theirs; `null` where it can't be told. */
  readonly edit: RowVersion | null;
}

/** What comes of our changes to a row that was edited meanwhile. */
export interface Merged {
  /** What is still ours to write. */
  readonly ours: Values;
  readonly clashes: readonly Clash[];
}

/** What comes with another stage by itself: it stands or falls with it. */
const FOLLOWS_STAGE: ReadonlySet<string> = new Set(['completedOn', 'reachedOn', 'waitingOn']);

/** Worked out from the answer: nobody decided it. */
const WORKED_OUT: ReadonlySet<string> = new Set([...FOLLOWS_STAGE, 'scheduleRag', 'latestUpdate']);

/** The latest words stand, whoever they are of; nobody is told, for every answer keeps its own in the history. */
const QUIET: ReadonlySet<string> = new Set(['latestNote']);

/** Records that people add lines to: nobody's line takes the place of another's. */
const ADDED_TO: ReadonlySet<string> = new Set(['decisions']);

/** Whether a merge may make a value that neither side wrote. */
export function isMadeAnew(property: string): boolean {
  return property === 'scheduleRag' || ADDED_TO.has(property);
}

/** Whether somebody decides this property, rather than that it comes with what they decide. */
export function isDecided(property: string): boolean {
  return !WORKED_OUT.has(property);
}

/**
 * Merges our changes with a row that somebody edited meanwhile, property by property. Where only one side changed it,
 * that stands. Where both did, the later decision of a person stands; theirs does when the times are the same or not
 * known. What is worked out from other properties is worked out anew; lines that were added to a record are added to
 * what stands there.
 * @param ask.theirs the row as it stands; a property that is not there has no column just now
 * @param ask.versions of the row, newest first
 */
export function mergeEdit(ask: {
  readonly changes: readonly OurChange[];
  readonly theirs: Values;
  readonly versions: readonly RowVersion[];
  readonly settings: PlanSettings;
  readonly today: IsoDate;
}): Merged {
  const decided = new Map(ask.changes.map((change) => [change.property, decide(change, ask)]));
  const stage = decided.get('stage');
  const ours: Record<string, unknown> = {};
  const clashes: Clash[] = [];
  for (const change of ask.changes) {
    const { property, value, said } = change;
    const decision = decided.get(property);
    if (decision === undefined || property === 'scheduleRag') continue;
    if (ADDED_TO.has(property) && property in ask.theirs) {
      const record = recordOf(change, ask);
      if (!isSame(record, ask.theirs[property])) ours[property] = record;
      continue;
    }
    const kept = FOLLOWS_STAGE.has(property) ? followerOf(stage, decision, isChosen(change)) : decision.kept;
    if (kept === 'yours') ours[property] = value;
    const { edit } = decision;
    const isTold = (isDecided(property) || isChosen(change)) && !QUIET.has(property);
    if (edit === undefined || said === null || !isTold) continue;
    clashes.push({
      property,
      ours: value,
      theirs: ask.theirs[property],
      kept: kept === 'yours' ? kept : 'theirs',
      said,
      edit,
    });
  }
  if (decided.has('scheduleRag') && 'scheduleRag' in ask.theirs) {
    const merged = { ...ask.theirs, ...ours } as unknown as DatedItem;
    const colour = scheduleRag(merged, ask.settings, ask.today);
    if (colour !== ask.theirs.scheduleRag) ours.scheduleRag = colour;
  }
  return { ours, clashes };
}

/** Brings what waits of a row together, property by property. Oldest first. */
export function changesOf(
  writes: readonly {
    readonly changes: Values;
    readonly base: Values;
    readonly saidAt: IsoInstant | null;
    readonly saidBy: RowKey | null;
  }[],
): OurChange[] {
  const changes = new Map<string, OurChange>();
  for (const { changes: values, base, saidAt, saidBy } of writes) {
    const said = saidAt === null || saidBy === null ? null : { at: saidAt, by: saidBy };
    for (const [property, value] of Object.entries(values)) {
      const before = changes.get(property);
      const isDecision = !isSame(value, base[property]);
      changes.set(property, {
        property,
        value,
        base: before === undefined ? (base[property] ?? null) : before.base,
        values: [...(before?.values ?? []), value],
        said: isDecision ? said : (before?.said ?? null),
      });
    }
  }
  return [...changes.values()];
}

/** A record as they left it, with those of our lines that were never in it: one they took out stays out. */
function recordOf(
  { property, value, base }: OurChange,
  { theirs, versions }: Pick<Parameters<typeof mergeEdit>[0], 'theirs' | 'versions'>,
): string | null {
  const standing = theirs[property];
  const seen = new Set([standing, ...versions.map(({ values }) => values[property])].flatMap(linesOf));
  const missing = linesAdded(value, base).filter((line) => !seen.has(line));
  return withLines(typeof standing === 'string' ? standing : null, missing);
}

type Decision =
  /** Only one side changed it, or both said the same. */
  | { readonly kept: 'yours' | 'theirs' | 'both'; readonly edit?: undefined }
  /** Both sides changed it; `edit` is the version that brought theirs, where that can be told. */
  | { readonly kept: 'yours' | 'theirs'; readonly edit: RowVersion | null };

function decide(
  change: OurChange,
  ask: Pick<Parameters<typeof mergeEdit>[0], 'theirs' | 'versions'>,
): Decision {
  const { property, value, base, values, said } = change;
  if (!(property in ask.theirs)) return { kept: 'yours' };
  const theirs = ask.theirs[property];
  if (isSame(theirs, value)) return { kept: 'both' };
  if (isSame(theirs, base)) return { kept: 'yours' };
  if (property === 'latestUpdate')
    return String(value) > String(theirs ?? '') ? { kept: 'yours' } : { kept: 'theirs' };
  if (said === null) return { kept: 'theirs' };
  const { edit, before } = editOf(property, theirs, ask.versions);
  const isOfUs = (version: RowVersion) =>
    !version.byPerson && values.some((one) => isSame(one, version.values[property]));
  // An earlier try got through, and its answer was lost.
  if (edit !== null && isOfUs(edit)) return { kept: 'yours' };
  // One got through, and they changed it after that: they saw what had been said.
  if (before.some((version) => isOfUs(version) && isSince(version, said))) return { kept: 'theirs' };
  const isOursLater = edit !== null && (!edit.byPerson || isBefore(edit, said));
  return { kept: isOursLater ? 'yours' : 'theirs', edit };
}

/** The group an item waits on is empty because of another stage, but filled in because somebody chose it. */
function isChosen({ property, value }: OurChange): boolean {
  return property === 'waitingOn' && value !== null;
}

/** Follows the stage where one side prevailed; otherwise an edit of it stands, unless it was chosen here and later. */
function followerOf(
  stage: Decision | undefined,
  own: Decision,
  isOwnChoice: boolean,
): 'yours' | 'theirs' | 'both' {
  if (stage?.kept === 'theirs') return 'theirs';
  if (isOwnChoice) return own.kept;
  if (stage?.edit !== undefined) return stage.kept;
  return own.edit === undefined ? own.kept : 'theirs';
}

/** The version in which a property became what it is, and the versions before. */
function editOf(
  property: string,
  theirs: unknown,
  versions: readonly RowVersion[],
): { readonly edit: RowVersion | null; readonly before: readonly RowVersion[] } {
  const other = versions.findIndex((version) => !isSame(version.values[property], theirs));
  const count = other === -1 ? versions.length : other;
  return { edit: versions[count - 1] ?? null, before: versions.slice(count) };
}

/** Certainly before: SharePoint counts whole seconds. */
function isBefore(version: RowVersion, { at }: Said): boolean {
  return version.at !== null && secondOf(version.at) < secondOf(at);
}

function isSince(version: RowVersion, { at }: Said): boolean {
  return version.at !== null && secondOf(version.at) >= secondOf(at);
}

function secondOf(instant: IsoInstant): number {
  return Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1_000);
}

/** Values of rows are texts, numbers, flags, and lists of them. Nothing and absent are one. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
