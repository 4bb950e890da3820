import { asPerson } from '../as-person.ts';
import { toAddressReply } from '../calendar/address.ts';
import type { Command } from './command.ts';

/** The calendar address of every plan the person manages, one card each. */
export const calendarCommand: Command = {
  names: ['calendar', 'calendar address', 'ical'],
  meaning: 'In our chat, by plan managers: an address for Outlook with the plan’s due dates.',
  places: ['personal'],
  elsewhere: 'That is between plan managers and me: write “calendar” in our own chat.',

  async run(turn, tools) {
    const all = await asPerson(turn, tools, (actor) => tools.useCases.viewCalendarFeeds({ actor }));
    return all.map((content) => toAddressReply(content, tools));
  },
};
