/** What every part of the page may use: the channel's state, the connection to the server, the lightbox and the announcer. */
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
   * Sends an action, and opens the modal if the bot responds with one. Null if all is well, else the
   * error message to show beside the control.
   */
  act(request: ActionRequest): Promise<string | null>;
  readonly enlarge: (picture: Picture) => void;
  /** Announces to screen readers. */
  readonly announce: (words: string) => void;
}
