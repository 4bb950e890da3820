import type { Column, Facet } from './column.ts';

/** SharePoint's own read-only columns that every list has, with SharePoint's ids for them. */
export const SYSTEM_COLUMNS: readonly Column[] = [
  system('ContentType', 'Content Type', 'c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'text'),
  system('ID', 'ID', '1d22ea11-1e32-424e-89ab-9fedbadb6ce1'),
  system('Modified', 'Modified', '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'dateTime'),
  system('Created', 'Created', '8c06beca-0777-48f7-91c7-6da68bc07b69', 'dateTime'),
  system('Author', 'Created By', '1df5e554-ec7e-46a6-901d-d85a3881cb18', 'personOrGroup'),
  system('Editor', 'Modified By', 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'personOrGroup'),
  system('_UIVersionString', 'Version', 'dce8262a-3ae9-45aa-aab4-83bd75fb738a', 'text'),
  system('Attachments', 'Attachments', '67df98f4-9dec-48ff-a553-29bece9c5bf4'),
  system('Edit', 'Edit', '503f1caa-358e-4918-9094-4a2cdc4bc034'),
  system('LinkTitleNoMenu', 'Title', 'bc91a437-52e7-49e1-8c4e-4698904b2b6d', 'text'),
  system('LinkTitle', 'Title', '82642ec8-ef9b-478f-acf9-31f7d45fbc31', 'text'),
  system('ItemChildCount', 'Item Child Count', 'b824e17e-a1b3-426e-aecf-f0184d900485'),
  system('FolderChildCount', 'Folder Child Count', '960ff01f-2b6d-4f1b-9c3f-e19ad8927341'),
  system('_ComplianceFlags', 'Label setting', 'b0c6c8bb-6f05-4c27-a4b3-6b1d1ea7b4fb'),
  system('AppAuthor', 'App Created By', '6bfaba20-36bf-44b5-a1b2-eb6346d49716'),
  system('AppEditor', 'App Modified By', 'e08400f3-c779-4ed2-a18c-ab7f34caa318'),
];

/** The one column of its own that every new list has. */
export const TITLE_COLUMN: Column = {
  ...system('Title', 'Title', 'fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'text'),
  readOnly: false,
  settings: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: 255,
  },
};

function system(name: string, displayName: string, id: string, facet?: Facet): Column {
  return {
    id,
    name,
    displayName,
    description: '',
    columnGroup: 'Custom Columns',
    required: false,
    indexed: false,
    enforceUniqueValues: false,
    hidden: false,
    readOnly: true,
    facet,
    settings: {},
  };
}
