import type { OutgoingMessage } from '../../connector/outgoing-message.ts';
import type { Turn } from '../../turn/turn.ts';
import type { Tools } from '../tools.ts';

/** Something people can write to the bot. */
export interface Command {
  /** How it is written; the first is the one shown. Lower case, single spaces. */
  readonly names: readonly [string, ...string[]];
  /** One line for the help. */
  readonly meaning: string;
  /** Where it works; elsewhere `elsewhere` says where. */
  readonly places: readonly Turn['place'][];
  readonly elsewhere: string;
  run(turn: Turn, tools: Tools): Promise<readonly OutgoingMessage[]>;
}
