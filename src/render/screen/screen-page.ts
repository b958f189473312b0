import type { ScreenView } from "./screen-view.ts";

/** The page of a projector, and the part of it that is fetched again. Everything that anybody wrote is escaped. */
export function screenPage(view: ScreenView, now: number): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(view.title)}</title>
<link rel="stylesheet" href="screen.css">
<script src="screen.js" defer></script>
<noscript><meta http-equiv="refresh" content="5"></noscript>
</head>
<body>
<main id="live">${screenPart(view, now)}</main>
<p id="lost" role="status" hidden>No connection. What you see may be old.</p>
</body>
</html>
`;
}

/** What changes: the script of the page puts it in the place of the one before. */
export function screenPart(view: ScreenView, now: number): string {
  const title = `<h1>${escapeHtml(view.title)}</h1>`;
  if (view.kind === "results") {
    const picture = view.picture === null ? "" : `<img src="?picture" alt="${escapeHtml(view.picture)}">`;
    return `<header>${title}<p class="stage">Results</p></header><div class="results">${picture}<div class="lines">${view.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("")}</div></div>`;
  }
  const { question, choices, stage, answered, closesAt } = view;
  const list = choices.length === 0 ? "" : `<ol class="choices">${choices.map(({ letter, text }) => `<li><b>${escapeHtml(letter)}</b> ${escapeHtml(text)}</li>`).join("")}</ol>`;
  const countdown = closesAt === null ? "" : `<p class="countdown">closes in <span data-left="${String(Math.max(0, closesAt - now))}">${leftWords(closesAt - now)}</span></p>`;
  const paragraphs = question.split("\n").filter((line) => line !== "").map((line) => `<p>${escapeHtml(line)}</p>`);
  return `<header>${title}<p class="stage">${escapeHtml(stage)}</p></header><div class="question">${paragraphs.join("")}</div>${list}<footer><p class="count">${escapeHtml(answered)}</p>${countdown}</footer>`;
}

/** "1 h 05 min", "4:07": as the page's script counts down. */
export function leftWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (number: number): string => String(number).padStart(2, "0");
  if (seconds >= 3600) return `${String(Math.floor(seconds / 3600))} h ${two(Math.floor((seconds % 3600) / 60))} min`;
  return `${String(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
