/** The two files of a projector's page, from its own address: dark, and large enough for the back row. */
const screenStyle = `:root { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: #10141a; color: #f2f4f8; font: 400 clamp(18px, 2.6vmin, 40px)/1.35 system-ui, sans-serif; }
main { min-height: 100vh; padding: 4vmin 5vmin; display: flex; flex-direction: column; gap: 3vmin; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 1vmin 4vmin; }
h1 { margin: 0; font-size: 1.25em; font-weight: 600; color: #b8c2d0; }
p { margin: 0 0 .5em; }
.stage { margin: 0; font-size: 1.25em; font-weight: 700; color: #56b4e9; }
.question { font-size: calc(1.5em * var(--grow, 1)); line-height: 1.2; overflow-wrap: anywhere; }
.date { white-space: nowrap; }
.choices { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.6vmin; font-size: calc(1.5em * min(var(--grow, 1), 2)); line-height: 1.2; }
.choices b { display: inline-block; min-width: 1.6em; color: #e69f00; }
footer { margin-top: auto; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 1vmin 4vmin; }
.count { font-size: 2.4em; font-weight: 700; margin: 0; }
.countdown { font-size: 1.6em; margin: 0; color: #b8c2d0; font-variant-numeric: tabular-nums; }
.results { display: grid; gap: 3vmin; align-items: start; }
@media (min-width: 900px) { .results.beside { grid-template-columns: 1fr 1fr; } }
.results img { width: 100%; max-height: 78vh; object-fit: contain; object-position: left top; border-radius: 8px; }
.groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr)); gap: 1.2em 2.5em; align-items: start; }
.groups h2 { margin: 0 0 .3em; font-size: 1.1em; font-weight: 700; }
.groups ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .35em; }
.groups li { display: grid; grid-template-columns: 1fr 40% 2.2em; gap: .6em; align-items: center; line-height: 1.15; }
.groups .name { text-align: right; overflow-wrap: anywhere; }
.groups svg { display: block; width: 100%; height: 1.3em; background: #1d2430; border-radius: 3px; }
.groups b { font-size: 1.15em; font-variant-numeric: tabular-nums; }
.correct { fill: #009e73; }
.mistakes { fill: #e69f00; }
.unmatched { fill: #8a8f98; }
.others { fill: #cc79a7; }
.lines { font-size: 1.15em; overflow-wrap: anywhere; }
#lost { position: fixed; inset: auto 0 0 0; margin: 0; padding: .4em 1em; background: #d55e00; color: #fff; text-align: center; }
#lost[hidden] { display: none; }
`;

/** Fetches the changing part again every two seconds, and counts down meanwhile by the server's clock. */
const screenScript = `"use strict";
const live = document.getElementById("live");
const lost = document.getElementById("lost");
const address = location.pathname + "?live";
let text = null;
let arrivedAt = performance.now();
function count() {
  for (const left of live.querySelectorAll("[data-left]")) {
    const seconds = Math.max(0, Math.ceil((Number(left.dataset.left) - (performance.now() - arrivedAt)) / 1000));
    const two = (number) => String(number).padStart(2, "0");
    left.textContent = seconds >= 3600 ? Math.floor(seconds / 3600) + " h " + two(Math.floor((seconds % 3600) / 60)) + " min" : Math.floor(seconds / 60) + ":" + two(seconds % 60);
  }
}
/** Letters as large as the whole fits on the screen, and not below what is read from behind: then the page scrolls. Of an open check the question alone grows. */
function fit() {
  const size = (letters) => { document.body.style.fontSize = letters + "px"; };
  const grow = (times) => { document.body.style.setProperty("--grow", String(times)); };
  grow(1);
  if (!live.querySelector(".results, .groups")) {
    document.body.style.fontSize = "";
    let times = 4;
    for (grow(times); times > 1 && (live.scrollHeight > innerHeight || live.scrollWidth > innerWidth); grow(times)) times = Math.max(1, times - 0.1);
    return;
  }
  let letters = Math.min(innerWidth, innerHeight) / 18;
  const least = Math.min(innerWidth, innerHeight) / 45;
  for (size(letters); letters > least && live.scrollHeight > innerHeight; size(letters)) letters -= 0.5;
}
async function update() {
  try {
    const response = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(5000) });
    lost.hidden = response.ok || response.status === 404;
    if (response.status === 404) {
      // Opened again, it comes back.
      live.textContent = text = "This page has closed.";
    }
    if (response.ok) {
      const next = await response.text();
      arrivedAt = performance.now();
      if (next !== text) live.innerHTML = next;
      if (next !== text) fit();
      text = next;
      count();
    }
  } catch {
    lost.hidden = false;
  }
  setTimeout(update, 2000);
}
addEventListener("resize", fit);
document.addEventListener("load", fit, true);
fit();
setInterval(count, 250);
setTimeout(update, 2000);
`;

/** By their names. */
export const screenFiles = {
  "screen.css": { type: "text/css; charset=utf-8", body: screenStyle },
  "screen.js": { type: "text/javascript; charset=utf-8", body: screenScript },
} as const;
