import type { APIMessage } from "discord-api-types/v10";

/** The custom_id of the button with that label. */
export function buttonOf(message: APIMessage, label: string): string {
  const rows = (message.components ?? []) as readonly { readonly components?: readonly { label?: string; custom_id?: string }[] }[];
  const button = rows.flatMap((row) => row.components ?? []).find((part) => part.label === label);
  if (button?.custom_id === undefined) throw new Error(`the message has no button "${label}"`);
  return button.custom_id;
}
