/** A table as comma-separated text at full precision; cells with commas or quotes stand in quotes. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
