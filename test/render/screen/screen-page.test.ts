import { expect, test } from "vitest";
import { leftWords, screenPage, screenPart } from "../../../src/render/screen/screen-page.ts";
import { openScreen, resultsScreen, waitingScreen } from "../../../src/render/screen/screen-view.ts";
import type { ShownCheck } from "../../../src/render/replies/check.ts";
import { reply } from "../../../src/render/reply.ts";

const shown: ShownCheck = {
  id: "abc234", title: 'A & B <script>alert("1")</script>', question: "Is **β** of `JPM` above 1?\n\nSay why.", labels: ["β of JPM"], attempts: null, points: 1,
  closesAt: 100_000, closedAt: null, voided: false, tolerance: "", feedback: "now", hints: true, credit: null, answered: 57,
};
const vote = (stage: "first" | "discussion" | "second") => ({ rounds: 2 as const, counts: "participation" as const, stage, choices: [{ letter: "A", text: "1.395 & more" }, { letter: "B", text: "<b>0.359</b>" }] });

test("whatever is written is text on the page, without Markdown's marks", () => {
  const page = screenPage(openScreen({ ...shown, vote: vote("first") }), 40_000);
  expect(page).toContain("<h1>A &amp; B &lt;script&gt;alert(&quot;1&quot;)&lt;");
  expect(page).toContain("&lt;b&gt;0.359&lt;/b&gt;");
  expect(page).not.toMatch(/<b>0\.359|<script>|\*\*|`/u);
  expect([...page.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address]) => address)).toEqual(["screen.css", "screen.js"]);
});

test("a date is one word, which no line end parts", () => {
  const part = screenPart(openScreen({ ...shown, question: "β of JPM, 1993-02-01 to 2009-12, row 12345-67-8?", vote: vote("first") }), 40_000);
  expect(part).toContain('JPM, <span class="date">1993-02-01</span> to <span class="date">2009-12</span>, row 12345-67-8?');
});

test("says what to do at each stage, how many have answered, and how long is left", () => {
  const first = screenPart(openScreen({ ...shown, vote: vote("first") }), 40_000);
  expect(first).toContain("First vote: decide alone");
  expect(first).toContain("57 have voted");
  expect(first).toContain('data-left="60000">1:00<');
  const discussion = screenPart(openScreen({ ...shown, vote: vote("discussion") }), 40_000);
  expect(discussion).toContain("Discuss");
  expect(discussion).not.toContain("57");
  expect(screenPart(openScreen({ ...shown, vote: vote("second"), answered: 1 }), 0)).toContain("1 has voted");
  const plain = screenPart(openScreen({ ...shown, closesAt: null }), 0);
  expect(plain).toContain("Answer in Discord");
  expect(plain).toContain("• β of JPM");
  expect(plain).not.toContain("closes in");
});

test("counts down in minutes and seconds, above an hour in hours and minutes, and never below zero", () => {
  expect([-5, 0, 999, 61_000, 3_599_000, 3_600_000, 90_061_000].map(leftWords)).toEqual(["0:00", "0:00", "0:01", "1:01", "59:59", "1 h 00 min", "25 h 01 min"]);
});

test("results are the channel's, with their picture in words", () => {
  const results = reply({ embed: { title: "Results: x", description: "**35** voted\n\nRight: 12 (34%)\n- B: 3. *That is what you get with 2·β.*" }, picture: { filename: "votes.png", description: "Bars: A 12 > B 3", spec: { width: 1, height: 1, title: "", panels: [] } }, result: {} });
  const part = screenPart(resultsScreen("x", results, "UTC"), 0);
  expect(part).toContain("<p>35 voted</p><p>Right: 12 (34%)</p><p>• B: 3. That is what you get with 2·β.</p>");
  expect(part).toContain('<img src="?picture" alt="Bars: A 12 &gt; B 3">');
  expect(screenPart(resultsScreen("x", reply({ embed: { description: "Nobody voted." }, result: {} }), "UTC"), 0)).not.toContain("<img");
});

test("results of several numbers are bars of the page's own, each beside what it was taken for", () => {
  const quantities = [{ label: "β (key 1.395)", nameOf: (id: string) => `you ${id} <it>`, bars: [{ kind: "correct", diagnoses: [], people: 20, ratio: 1 }, { kind: "mistakes", diagnoses: ["swap"], people: 10, ratio: 0.257 }, { kind: "others", diagnoses: [], people: 0, ratio: null }] }];
  const results = reply({ embed: { description: "**33** tried\n\n__β (key 1.395)__\n- right 20 people\n- you swap 10 people\n\n**Solution** OLS.\nSee <t:1795968000:f>." }, picture: { filename: "answers.png", description: "Bars", spec: { width: 1, height: 1, title: "", panels: [] } }, result: { quantities } });
  const part = screenPart(resultsScreen("x", results, "America/New_York"), 0);
  expect(part).toContain("<h2>β (key 1.395)</h2>");
  expect(part).toContain('<span class="name">right</span><svg aria-hidden="true"><rect class="correct" width="100%" height="100%"/></svg><b>20</b>');
  expect(part).toContain('<span class="name">you swap &lt;it&gt;</span><svg aria-hidden="true"><rect class="mistakes" width="50%"');
  expect(part).toContain('<span class="name">others</span><svg aria-hidden="true"><rect class="others" width="0%" height="100%"/></svg><b>&lt; 5</b>');
  expect(part).not.toContain("<img");
  expect(part).toContain('<div class="lines"><p>33 tried</p><p>Solution OLS.</p><p>See Sun <span class="date">2026-11-29</span>, 11:00 EST.</p></div>');
});

test("before it opens it says when, by the course's clocks, and nothing of the question", () => {
  const part = screenPart(waitingScreen(1_795_968_000_000, "America/New_York"), 1_795_968_000_000 - 61_000);
  expect(part).toContain('Opens Sun <span class="date">2026-11-29</span>, 11:00 EST');
  expect(part).toContain('data-left="61000">1:01<');
});
