/** A cell of a CSV line, quoted where it must be. */
export const csvCell = (cell: string): string => (/[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
