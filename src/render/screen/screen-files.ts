/** The two files of a projector's page, from its own address: dark, and large enough for the back row. */
const screenStyle = `:root { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: #10141a; color: #f2f4f8; font: 400 clamp(18px, 2.6vmin, 40px)/1.35 system-ui, sans-serif; }
main { min-height: 100vh; padding: 4vmin 5vmin; display: flex; flex-direction: column; gap: 3vmin; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 1vmin 4vmin; }
h1 { margin: 0; font-size: 1.25em; font-weight: 600; color: #b8c2d0; }
p { margin: 0 0 .5em; }
.stage { margin: 0; font-size: 1.25em; font-weight: 700; color: #56b4e9; }
.question { font-size: 1.5em; overflow-wrap: anywhere; }
.choices { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.6vmin; font-size: 1.5em; }
.choices b { display: inline-block; min-width: 1.6em; color: #e69f00; }
footer { margin-top: auto; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 1vmin 4vmin; }
.count { font-size: 2.4em; font-weight: 700; margin: 0; }
.countdown { font-size: 1.6em; margin: 0; color: #b8c2d0; font-variant-numeric: tabular-nums; }
.results { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26em), 1fr)); gap: 3vmin; align-items: start; }
.results img { width: 100%; max-height: 78vh; object-fit: contain; object-position: left top; border-radius: 8px; }
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
async function update() {
  try {
    const response = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(5000) });
    lost.hidden = response.ok || response.status === 404;
    if (response.status === 404) {
      live.textContent = "This page has closed.";
      return;
    }
    if (response.ok) {
      const next = await response.text();
      arrivedAt = performance.now();
      if (next !== text) live.innerHTML = next;
      text = next;
      count();
    }
  } catch {
    lost.hidden = false;
  }
  setTimeout(update, 2000);
}
setInterval(count, 250);
setTimeout(update, 2000);
`;

/** By their names. */
export const screenFiles = {
  "screen.css": { type: "text/css; charset=utf-8", body: screenStyle },
  "screen.js": { type: "text/javascript; charset=utf-8", body: screenScript },
} as const;
