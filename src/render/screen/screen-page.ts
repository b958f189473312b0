import type { AnswerGroup, ScreenView } from "./screen-view.ts";

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
  const title = `<h1>${textHtml(view.title)}</h1>`;
  if (view.kind === "waiting") {
    const left = `<p class="countdown">opens in <span data-left="${String(Math.max(0, view.opensAt - now))}">${leftWords(view.opensAt - now)}</span></p>`;
    return `<header>${title}<p class="stage">Not open yet</p></header><div class="question"><p>${textHtml(view.opens)}</p></div><footer>${left}</footer>`;
  }
  if (view.kind === "results") return `<header>${title}<p class="stage">Results</p></header>${resultsPart(view)}`;
  const { question, choices, stage, answered, closesAt } = view;
  const list = choices.length === 0 ? "" : `<ol class="choices">${choices.map(({ letter, text }) => `<li><b>${textHtml(letter)}</b> ${textHtml(text)}</li>`).join("")}</ol>`;
  const countdown = closesAt === null ? "" : `<p class="countdown">closes in <span data-left="${String(Math.max(0, closesAt - now))}">${leftWords(closesAt - now)}</span></p>`;
  const paragraphs = question.split("\n").filter((line) => line !== "").map((line) => `<p>${textHtml(line)}</p>`);
  return `<header>${title}<p class="stage">${textHtml(stage)}</p></header><div class="question">${paragraphs.join("")}</div>${list}<footer><p class="count">${textHtml(answered)}</p>${countdown}</footer>`;
}

function resultsPart({ lines, picture, groups }: Extract<ScreenView, { kind: "results" }>): string {
  const text = `<div class="lines">${lines.map((line) => `<p>${textHtml(line)}</p>`).join("")}</div>`;
  if (groups.length === 0) {
    const drawn = picture === null ? "" : `<img src="?picture" alt="${escapeHtml(picture)}">`;
    return `<div class="results${picture === null ? "" : " beside"}">${drawn}${text}</div>`;
  }
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ people }) => people)));
  return `<div class="groups">${groups.map((group) => groupPart(group, most)).join("")}</div>${text}`;
}

/** One scale for all groups, so that their bars compare. */
function groupPart({ label, bars }: AnswerGroup, most: number): string {
  const rows = bars.map(({ kind, name, people }) => {
    const bar = `<svg aria-hidden="true"><rect class="${kind}" width="${String((100 * people) / most)}%" height="100%"/></svg>`;
    return `<li><span class="name">${textHtml(name)}</span>${bar}<b>${people === 0 ? "&lt; 5" : String(people)}</b></li>`;
  });
  return `<section><h2>${textHtml(label)}</h2><ul>${rows.join("")}</ul></section>`;
}

/** "1 h 05 min", "4:07": as the page's script counts down. */
export function leftWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (number: number): string => String(number).padStart(2, "0");
  if (seconds >= 3600) return `${String(Math.floor(seconds / 3600))} h ${two(Math.floor((seconds % 3600) / 60))} min`;
  return `${String(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** A date stays in one line: "1993-02-01" in two would be read as a range. */
const textHtml = (text: string): string => escapeHtml(text).replaceAll(/(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?!\d)/gu, '<span class="date">$&</span>');

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
