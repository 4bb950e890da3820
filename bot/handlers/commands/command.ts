import type { OutgoingMessage } from '../../connector/outgoing-message.ts';
import type { Turn } from '../../turn/turn.ts';
import type { Tools } from '../tools.ts';

/** Something people can write to the bot. */
export interface Command {
  /** How it is written; the first is the one shown. Lower case, single spaces. */
  readonly names: readonly [string, ...string[]];
  /** Words may follow the name: `move meeting 26 Jan`. Default: none may. */
  readonly takesWords?: boolean;
  /** Whether Teams' menu offers it, which takes twelve; the help names all. Default: it does. */
  readonly inMenu?: false;
  /** One line for the help. */
  readonly meaning: string;
  /** Where it works; elsewhere `elsewhere` says where. */
  readonly places: readonly Turn['place'][];
  readonly elsewhere: string;
  /** `words` follow the name; blank where none do. */
  run(turn: Turn, tools: Tools, words: string): Promise<readonly OutgoingMessage[]>;
}
