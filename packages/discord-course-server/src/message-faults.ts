import { Form, type FormFault } from "./form.ts";
import { checkMessage } from "./validate-message.ts";

/**
 * What Discord would reject in a message, without sending it: the body as a bot would send it, and the names of the
 * files that would go with it. Empty where Discord would take it.
 *
 * @example
 * messageFaults({ content: "a".repeat(2001) }); // [{ path: "content", code: "BASE_TYPE_MAX_LENGTH", message: "Must be 2000 or fewer in length." }]
 */
export function messageFaults(body: object, filenames: readonly string[] = []): readonly FormFault[] {
  const form = new Form(body);
  checkMessage(form, new Set(filenames));
  return form.faults();
}
