import { buildHelpCard } from '../../cards/help-card.ts';
import type { OutgoingMessage } from '../../connector/outgoing-message.ts';
import type { Turn } from '../../turn/turn.ts';
import type { Tools } from '../tools.ts';
import { say } from '../tools.ts';
import { addActionCommand } from './add-action.ts';
import { attendanceCommand } from './attendance.ts';
import { awayCommand, backCommand } from './away.ts';
import { boardSummaryCommand } from './board-summary.ts';
import { calendarCommand } from './calendar.ts';
import { cancelMeetingCommand } from './cancel-meeting.ts';
import { checkInCommand } from './check-in.ts';
import { closeCheckInCommand } from './close-check-in.ts';
import { closuresCommand } from './closures.ts';
import { rankCommand, signOffCommand } from './co-production.ts';
import type { Command } from './command.ts';
import { decisionCommand } from './decision.ts';
import { deliveriesCommand } from './deliveries.ts';
import { commentCommand, logCommand, readingCommand } from './engagement.ts';
import { exportCommand, exportCsvCommand } from './export.ts';
import { importCommand } from './import.ts';
import { moveMeetingCommand } from './move-meeting.ts';
import { myActionsCommand } from './my-actions.ts';
import { settingsCommand } from './settings.ts';
import { sharepointCommand } from './sharepoint.ts';
import { snoozeCommand } from './snooze.ts';

const helpCommand: Command = {
  names: ['help', 'hi', 'hello', 'hey', '?'],
  meaning: 'This list.',
  places: ['personal', 'channel', 'groupChat'],
  elsewhere: '',
  async run(_turn, tools) {
    const commands = COMMANDS.map(({ names, meaning }) => ({ command: names[0], meaning }));
    return [
      {
        kind: 'card',
        card: buildHelpCard({ commands }, tools.cardContext()),
        summary: 'What you can ask Milepost',
      },
    ];
  },
};

/** Everything people can write, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  checkInCommand,
  addActionCommand,
  decisionCommand,
  attendanceCommand,
  closeCheckInCommand,
  moveMeetingCommand,
  cancelMeetingCommand,
  myActionsCommand,
  awayCommand,
  backCommand,
  snoozeCommand,
  settingsCommand,
  rankCommand,
  signOffCommand,
  commentCommand,
  logCommand,
  readingCommand,
  boardSummaryCommand,
  exportCommand,
  exportCsvCommand,
  importCommand,
  closuresCommand,
  calendarCommand,
  sharepointCommand,
  deliveriesCommand,
  helpCommand,
];

/** The command that a text is, and what follows its name. */
const findCommand = (text: string): { readonly command: Command; readonly words: string } | undefined => {
  for (const command of COMMANDS)
    for (const name of command.names) {
      if (text === name) return { command, words: '' };
      if (command.takesWords && text.startsWith(`${name} `))
        return { command, words: text.slice(name.length + 1) };
    }
  return undefined;
};

/** Whether a text is a command somewhere. */
export const isCommand = (text: string): boolean => findCommand(text) !== undefined;

/** What people ask for most, where they are. */
const SUGGESTED: Readonly<Record<Turn['place'], readonly Command[]>> = {
  personal: [myActionsCommand, awayCommand, settingsCommand],
  channel: [checkInCommand, addActionCommand, boardSummaryCommand],
  groupChat: [],
};

const unknownWords = (place: Turn['place']): string => {
  const names = SUGGESTED[place].map((command) => `“${command.names[0]}”`);
  if (names.length === 0) return 'I don’t know that one. Write “help” to see what you can ask.';
  const some = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return `I don’t know that one. You can write ${some}; “help” lists everything.`;
};

/** Answers what somebody wrote. Never nothing: unknown text is told what is known. */
export const runCommand = async (
  text: string,
  turn: Turn,
  tools: Tools,
): Promise<readonly OutgoingMessage[]> => {
  if (text === '') return helpCommand.run(turn, tools, '');
  const found = findCommand(text);
  if (!found) return [say(unknownWords(turn.place))];
  const { command, words } = found;
  if (!command.places.includes(turn.place)) return [say(command.elsewhere)];
  return command.run(turn, tools, words);
};
