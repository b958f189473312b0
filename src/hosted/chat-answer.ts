import * as v from "valibot";
import { failure, success, type Outcome } from "../outcome.ts";
import type { ModelFault } from "./model-fault.ts";
import { assetsOf, itemsOf, nothing, type MenuChoice, type ReadingMenu } from "./reading-menu.ts";

/** What is used of a chat.completion object; whatever else is in it is not looked at. */
const completion = v.object({
  choices: v.pipe(
    v.array(v.object({ finish_reason: v.nullish(v.string()), message: v.object({ content: v.nullish(v.string()), refusal: v.nullish(v.string()) }) })),
    v.minLength(1),
  ),
});

const chosen = v.strictObject({ reading: v.string(), asset: v.string() });

/**
 * The choice in a service's answer; null where the model chose nothing or refused. Only what stands in the menu is taken,
 * whatever the service promised to keep to: everything else is a fault, and no text of the answer goes any further.
 */
export function chatAnswer(bytes: Uint8Array, menu: ReadingMenu): Outcome<MenuChoice | null, ModelFault> {
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), completion), new TextDecoder().decode(bytes));
  const first = answer.success ? answer.output.choices[0] : undefined;
  if (first === undefined) return failure({ fault: "unreadable", found: "no chat.completion object" });
  const { message, finish_reason: ended } = first;
  if (typeof message.refusal === "string" && message.refusal !== "") return success(null);
  // Cut off, filtered, or a call of tools that it was never offered.
  if (ended !== undefined && ended !== null && ended !== "stop") return failure({ fault: "unreadable", found: "it did not end with stop" });
  const content = v.safeParse(v.pipe(v.string(), v.parseJson(), chosen), message.content);
  if (!content.success) return failure({ fault: "unreadable", found: "not the object of the schema" });
  const { reading, asset } = content.output;
  if (asset !== nothing && !assetsOf(menu).includes(asset)) return failure({ fault: "not-offered", found: "an asset" });
  if (reading === nothing) return success(null);
  const item = itemsOf(menu).find(({ written }) => written === reading);
  return item === undefined ? failure({ fault: "not-offered", found: "a reading" }) : success({ ...item.choice, asset: asset === nothing ? null : asset });
}
