/**
 * Rows as CSV (RFC 4180, CRLF). A cell that a spreadsheet would take for a formula (it begins with = + - @, their
 * wide forms, a tab or a line break) gets an apostrophe in front, as OWASP advises: names are typed by people.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(withoutFormula(cell))).join(",")}\r\n`).join("");
}

const withoutFormula = (cell: string): string => (/^\s*[=+\-−@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
