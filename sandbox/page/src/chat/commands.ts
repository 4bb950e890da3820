/** The commands of the app package's message extension, as its manifest names them. */
export const MESSAGE_COMMANDS = [{ id: 'addAsAction', title: 'Add as action' }] as const;

export const SEARCH_COMMAND = {
  id: 'findItem',
  title: 'Find a recommendation or action',
  parameter: 'text',
} as const;
