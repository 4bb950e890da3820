import { randomUUID } from 'node:crypto';
import { generalException, invalidRequest, notImplemented } from '../graph-error.ts';
import { readObject } from '../operation.ts';
import { type Column, canBeIndexed, FACETS, type Facet } from '../store/column.ts';

/** What a facet holds when nothing is said; each key is a setting that exists. */
const FACET_DEFAULTS: Readonly<Record<Facet, Readonly<Record<string, unknown>>>> = {
  text: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: 255,
    textType: undefined,
  },
  number: { decimalPlaces: 'automatic', displayAs: 'number', minimum: undefined, maximum: undefined },
  boolean: {},
  dateTime: { displayAs: 'default', format: 'dateTime' },
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
  lookup: {
    allowMultipleValues: false,
    allowUnlimitedLength: false,
    columnName: 'Title',
    listId: undefined,
    primaryLookupColumnId: undefined,
  },
  personOrGroup: {
    allowMultipleSelection: false,
    chooseFromType: 'peopleAndGroups',
    displayAs: 'nameWithPresence',
  },
  hyperlinkOrPicture: { isPicture: false },
};

/** A note has no longest length of its own. */
const NOTE_DEFAULTS = { linesForEditing: 6, maxLength: undefined, textType: 'plain' };

/** Kinds of column that Graph has and the sandbox has not. */
const MISSING_FACETS = [
  'calculated',
  'currency',
  'geolocation',
  'term',
  'thumbnail',
  'contentApprovalStatus',
];

const BOOLEAN_MEMBERS = ['required', 'indexed', 'enforceUniqueValues', 'hidden', 'readOnly'] as const;
const TEXT_MEMBERS = ['displayName', 'description', 'columnGroup'] as const;

/** Taken and forgotten: Graph does not show them either. */
const IGNORED_MEMBERS = ['propagateChanges', 'isDeletable', 'isReorderable', 'isSealed'];

/**
 * A new column from the body of a create.
 * @throws GraphError 400 for a missing name, no facet or two, or an unknown member.
 */
export function parseNewColumn(body: unknown): Column {
  const given = readObject(body) ?? {};
  if (typeof given.name !== 'string' || given.name === '') throw invalidRequest("A column needs a 'name'.");
  const facet = readFacet(given);
  if (facet === undefined)
    throw invalidRequest(`The column '${given.name}' needs a type, such as 'text': {}.`);
  const column: Column = {
    id: randomUUID(),
    name: given.name.replaceAll(' ', '_x0020_'),
    displayName: given.name,
    description: '',
    columnGroup: 'Custom Columns',
    required: false,
    indexed: false,
    enforceUniqueValues: false,
    hidden: false,
    readOnly: false,
    facet,
    settings: {},
  };
  return applyMembers(column, given);
}

/**
 * A column with the members of a PATCH applied. Its internal name and its kind never change.
 * @throws GraphError 400
 */
export function parseColumnChange(column: Column, body: unknown): Column {
  const given = readObject(body) ?? {};
  if (given.name !== undefined && given.name !== column.name)
    throw invalidRequest(`The name of the column '${column.name}' can't be changed.`);
  const facet = readFacet(given);
  if (facet !== undefined && facet !== column.facet)
    throw invalidRequest(`The type of the column '${column.name}' can't be changed.`);
  return applyMembers(column, given);
}

function readFacet(given: Record<string, unknown>): Facet | undefined {
  const missing = MISSING_FACETS.find((facet) => facet in given);
  if (missing !== undefined) throw notImplemented(`columns of the type '${missing}'`);
  const facets = FACETS.filter((facet) => facet in given);
  if (facets.length > 1)
    throw invalidRequest(`A column has one type, and this has ${facets.length}: ${facets.join(', ')}.`);
  return facets[0];
}

function applyMembers(column: Column, given: Record<string, unknown>): Column {
  const changed: Record<string, unknown> = { ...column };
  for (const [member, value] of Object.entries(given)) {
    if (member === 'name' || IGNORED_MEMBERS.includes(member)) continue;
    changed[member === column.facet ? 'settings' : member] = readMember({ column, member, value });
  }
  return checkColumn(changed as unknown as Column);
}

function readMember({ column, member, value }: { column: Column; member: string; value: unknown }): unknown {
  if (member === column.facet) return readSettings({ column, facet: column.facet, value });
  if (member === 'validation' || member === 'defaultValue') {
    // SharePoint stumbles over an explicit null here.
    if (readObject(value) === undefined) throw generalException();
    if (member === 'defaultValue' && readObject(value)?.formula !== undefined)
      throw notImplemented('default values by formula');
    return value;
  }
  const isKnown =
    (BOOLEAN_MEMBERS.some((known) => known === member) && typeof value === 'boolean') ||
    (TEXT_MEMBERS.some((known) => known === member) && typeof value === 'string');
  if (!isKnown)
    throw invalidRequest(`The property '${member}' of the column is not recognized or of another type.`);
  return value;
}

function readSettings({ column, facet, value }: { column: Column; facet: Facet; value: unknown }) {
  const given = readObject(value);
  if (given === undefined) throw invalidRequest(`'${facet}' is not an object.`);
  const defaults = FACET_DEFAULTS[facet];
  const unknown = Object.keys(given).find((setting) => !(setting in defaults));
  if (unknown !== undefined) throw invalidRequest(`The property '${unknown}' does not exist on '${facet}'.`);
  const isNote = facet === 'text' && given.allowMultipleLines === true;
  return { ...defaults, ...(isNote ? NOTE_DEFAULTS : {}), ...column.settings, ...given };
}

function checkColumn(column: Column): Column {
  if (column.indexed && !canBeIndexed(column))
    throw invalidRequest(`The column '${column.name}' is of a type that can't be indexed.`);
  if (column.enforceUniqueValues && !column.indexed)
    throw invalidRequest(`The column '${column.name}' must be indexed to enforce unique values.`);
  return column;
}
