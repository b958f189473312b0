/** A moment (epoch milliseconds) that Discord shows in each reader's own zone: "in 5 minutes", "3 March 2026 14:00". */
export function timestamp(moment: number, style: "R" | "f" = "R"): string {
  return `<t:${String(Math.round(moment / 1000))}:${style}>`;
}
