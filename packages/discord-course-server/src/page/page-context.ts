/** What every part of the page may use: the room as it is now, the line to the server, and the shared surfaces. */
import type { Connection, ActionRequest } from "./connection.ts";
import type { ChannelState } from "./channel-state.ts";

export interface Picture {
  readonly address: string;
  readonly description: string;
  readonly filename: string;
}

export interface PageContext extends Connection {
  state(): ChannelState;
  /**
   * Asks, and shows a form if that is what comes back. Gives null where all is well, else the words
   * to show beside what was used.
   */
  act(request: ActionRequest): Promise<string | null>;
  readonly enlarge: (picture: Picture) => void;
  /** For those who listen to the page. */
  readonly announce: (words: string) => void;
}
