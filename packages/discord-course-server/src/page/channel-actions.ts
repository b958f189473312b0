/** What the messages' and members' views may do. */
import type { Outbox } from "./outbox.ts";
import type { PageContext } from "./page-context.ts";

export interface ChannelActions {
  readonly context: PageContext;
  readonly outbox: Outbox;
  /** Types a line and sends it. */
  readonly send: (line: string) => void;
}
