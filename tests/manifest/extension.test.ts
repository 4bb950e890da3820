import { expect, test } from '@jest/globals';
import {
  MESSAGE_COMMANDS,
  SEARCH_COMMANDS,
  SEARCH_PARAMETER,
} from '../../bot/handlers/extension/extension.ts';
import { readSources } from '../../manifest/make-package.ts';

interface Command {
  readonly id: string;
  readonly type: 'query' | 'action';
  readonly context: readonly string[];
  readonly fetchTask?: boolean;
  readonly initialRun?: boolean;
  readonly parameters?: readonly { readonly name: string }[];
}

const readCommands = async (type: Command['type']): Promise<readonly Command[]> => {
  const { template } = await readSources();
  const { composeExtensions } = template as unknown as { composeExtensions: { commands: Command[] }[] };
  return composeExtensions.flatMap(({ commands }) => commands).filter((command) => command.type === type);
};

test('the searches Teams offers are those the bot answers, by the parameter it reads', async () => {
  const commands = await readCommands('query');
  expect(commands.map(({ id }) => id)).toEqual(Object.keys(SEARCH_COMMANDS));
  for (const { parameters, initialRun } of commands) {
    expect(parameters?.map(({ name }) => name)).toEqual([SEARCH_PARAMETER]);
    expect(initialRun).toBe(true);
  }
});

test('what Teams offers on a message is what the bot opens a form for', async () => {
  const commands = await readCommands('action');
  expect(commands.map(({ id }) => id)).toEqual(Object.keys(MESSAGE_COMMANDS));
  for (const { context, fetchTask } of commands) {
    expect(context).toEqual(['message']);
    expect(fetchTask).toBe(true);
  }
});
