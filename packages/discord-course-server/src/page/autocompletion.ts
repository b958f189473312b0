/** Suggestions of the bot for an option, asked for a moment after the last key, and remembered while the command stands. */
import type { APIApplicationCommandOptionChoice } from "discord-api-types/v10";
import type { OptionListing, OptionValues } from "../page-protocol.ts";
import type { PageContext } from "./page-context.ts";

type Choices = readonly APIApplicationCommandOptionChoice[];

export interface Autocompletion {
  /** What is known so far: for this text, or else for the text before it. */
  readonly choices: (option: OptionListing, typed: string) => Choices;
  ask(path: readonly string[], option: OptionListing, typed: string, values: OptionValues): void;
  note(): string;
}

const patience = 120;

export function autocompletion(context: PageContext, changed: () => void): Autocompletion {
  let key = "";
  let shown: { readonly option: string; readonly choices: Choices } | null = null;
  let note = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function fetchChoices(asked: string, path: readonly string[], option: OptionListing, values: OptionValues): Promise<void> {
    const result = await context.ask({ act: "autocomplete", path, values, focused: option.name });
    if (asked !== key) return;
    const choices = result.event === "choices" ? result.choices : [];
    shown = { option: option.name, choices };
    note = result.event === "choices" ? "" : "Loading suggestions failed.";
    if (choices.length > 0) context.announce(choices.length === 1 ? "1 suggestion" : `${choices.length} suggestions`);
    changed();
  }

  return {
    choices: (option) => (shown?.option === option.name ? shown.choices : []),
    note: () => note,
    ask(path, option, typed, others) {
      const values = { ...others, [option.name]: typed };
      const asked = JSON.stringify([path, option.name, values]);
      if (asked === key) return;
      key = asked;
      note = "";
      clearTimeout(timer);
      timer = setTimeout(() => void fetchChoices(asked, path, option, values), patience);
    },
  };
}
