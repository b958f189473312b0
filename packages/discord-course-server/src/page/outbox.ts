/** Sending, and what is shown of it until the answer comes: "Sending command…", or why nothing came. */
import type { OptionValues } from "../page-protocol.ts";
import type { Result } from "./connection.ts";
import { withMentions } from "./suggestions.ts";
import type { PageContext } from "./page-context.ts";

/** A notice in the channel that only this tab shows. */
export interface Notice {
  readonly id: number;
  readonly time: Date;
  readonly command: string;
  /** Null while the bot has not answered. */
  readonly failure: string | null;
}

export interface Outbox {
  /** Null where it was sent, else why it was not. */
  run(path: readonly string[], values: OptionValues): Promise<string | null>;
  menu(name: string, target: string): Promise<string | null>;
  say(content: string, uploads: readonly string[]): Promise<string | null>;
  notices(): readonly Notice[];
  dismiss(id: number): void;
}

export function createOutbox(context: PageContext, opened: (result: Result) => void, changed: () => void): Outbox {
  let notices: readonly Notice[] = [];
  let last = 0;

  async function follow(command: string, asking: Promise<Result>): Promise<string | null> {
    last += 1;
    const notice: Notice = { id: last, time: new Date(), command, failure: null };
    notices = [...notices, notice];
    changed();
    const result = await asking;
    const failure = failureWords(result);
    notices = notices.flatMap((each) => (each !== notice ? [each] : failure === null ? [] : [{ ...each, failure }]));
    if (failure !== null) context.announce(`/${command}: ${failure}`);
    changed();
    opened(result);
    return result.event === "refused" ? result.message : null;
  }

  return {
    run: (path, values) => follow(path.join(" "), context.ask({ act: "run", path, values })),
    menu: (name, target) => follow(name, context.ask({ act: "menu", name, target })),
    async say(content, uploads) {
      const result = await context.ask({ act: "say", content: withMentions(content, context.state()), uploads });
      return result.event === "refused" ? result.message : failureWords(result);
    },
    notices: () => notices,
    dismiss(id) {
      notices = notices.filter((each) => each.id !== id);
      changed();
    },
  };
}

/** What is wrong, where something is. A refusal was never sent and is said where it was typed. */
export function failureWords(result: Result): string | null {
  if (result.event === "failed") return result.message;
  return result.event === "lost" ? "The connection was lost before an answer came." : null;
}
