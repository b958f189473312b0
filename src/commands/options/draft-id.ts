import { instructorsOnly } from "../instructor.ts";
import { matchingChoices, text } from "./kinds.ts";
import type { Choice, Option } from "./option.ts";
import type { Store } from "../../store/store.ts";

const listed = 100;

/** A draft of this server by its letters; the list is for instructors. */
export function draftId(description: string): Option<string> {
  return {
    ...text(description, 20),
    suggestStored: (typed, context) => instructorsOnly(context, async (store, guild) => matchingChoices(await draftsIn(store, guild), typed)),
  };
}

/** A draft, or a check that was posted. */
export function draftOrCheckId(description: string): Option<string> {
  return {
    ...text(description, 20),
    suggestStored: (typed, context) =>
      instructorsOnly(context, async (store, guild) => {
        const checks = (await store.checks.list(guild, listed)).map(({ id, title }) => ({ name: `${title} · ${id}`, value: id }));
        return matchingChoices([...(await draftsIn(store, guild)), ...checks], typed);
      }),
  };
}

const draftsIn = async (store: Store, guild: string): Promise<readonly Choice[]> => (await store.drafts.list(guild)).slice(0, listed).map(({ id, title }) => ({ name: `${title} · draft ${id}`, value: id }));
