import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { announceDue } from "../../../src/commands/checks/announce.ts";
import { textOf, type Reply } from "../../../src/render/reply.ts";
import { previewReply } from "../../../src/render/replies/check-preview.ts";
import { goldenFile } from "./golden-file.ts";
import { openScene, type Scene } from "./golden-scene.ts";
import { goldenText } from "./golden-text.ts";

/** Each file's lines are played in a course of its own. */
async function played(play: (scene: Scene) => Promise<string>): Promise<string> {
  const scene = openScene();
  try {
    return await play(scene);
  } finally {
    await scene.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "factor-ta-golden-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Canvas' own export, where the course's reader finds it. */
function canvasFile(rows: readonly string[]): string {
  const path = join(folder, `canvas-${String(rows.length)}.csv`);
  writeFileSync(path, ["Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (4711)", "Points Possible,,,,,10", ...rows].join("\n"));
  return path;
}

const students = [
  '"Lovelace, Ada",101,s101,ada@uni.edu,A,',
  '"Babbage, Ben",102,s102,ben@uni.edu,A,',
  '"Somerville, Mary",103,s103,mary@uni.edu,A,',
];

const wrongOwn = '/check post question:"Trading days a year?" key:252 wrong:365 message:"Those are calendar days: markets close at weekends."';
const crowd = ["a1", "a2", "a3", "a4", "a5", "a6"];

/** A person each, by the letter they press. */
const votesOf = (round: number, letters: string): readonly string[] => [...letters].map((letter, index) => `… v${String(index)}: /check pick CHECK round:${String(round)} choice:${letter}`);

/** Lines that need nothing but each other. */
const stages: Readonly<Record<string, readonly string[]>> = {
  "check-preview": [
    "prof: /check preview jpm-regression",
    "prof: /check preview annualise-alpha closes:20m attempts:1 points:5 tolerance:2%",
    "prof: /check preview factor-share variants:true",
    "prof: /check preview think-estimating",
    'prof: /check preview question:"β of WMT on SPY in 2000–2009?" key:beta ticker:WMT from:2000 to:2009',
  ],
  "check-preview-not-sound": [
    'prof: /check preview question:"Days?" key:252 wrong:252.1 message:"Nearly"',
    'prof: /check post question:"Days?" key:252 wrong:252.1 message:"Nearly"',
    'prof: /check post question:"Days?" key:252 wrong:252.1 message:"Nearly" anyway:true',
  ],
  "check-post": [
    "prof: /check post jpm-regression closes:20m attempts:4 points:10",
    "prof: /check post annualise-alpha attempts:1",
    "prof: /check post factor-share variants:true",
    "prof: /check post think-estimating closes:2h",
    `prof: ${wrongOwn}`,
  ],
  "check-post-incomplete": [
    "prof: /check post",
    'prof: /check post question:"What?"',
    'prof: /check post question:"What?" key:beta',
    'prof: /check post question:"What?" key:5 wrong:4',
    "prof: /check post annualise-alpha closes:2020-01-01",
  ],
  "check-vote": [
    "prof: /check vote jpm-regression quantity:beta preview:true",
    "prof: /check vote jpm-regression quantity:beta",
    "prof: /check key CHECK",
    "prof: /check vote jpm-regression quantity:beta",
    'prof: /check vote question:"Can α be negative while the mean is positive?" key:true why:"β times the market can be more than all of it." rounds:1 points:2',
    'prof: /check vote question:"What does hedging take away?" choices:"the market\'s part | the *whole* risk | the α" key:A counts:correct about:"JPM beta"',
    "prof: /check vote annualise-alpha as:numbers",
    "prof: /check vote think-estimating",
  ],
  "check-vote-rounds": [
    "… prof: /check vote jpm-regression quantity:beta",
    "ada: /check pick CHECK round:1 choice:A",
    "ada: /check pick CHECK round:1 choice:B",
    "ada: /check pick CHECK round:2 choice:A",
    "ada: /check mine CHECK",
    "prof: /check revote CHECK",
    "prof: /check discuss CHECK",
    "ada: /check pick CHECK round:1 choice:A",
    "prof: /check revote CHECK",
    "ada: /check pick CHECK round:1 choice:C",
    "ada: /check pick CHECK round:2 choice:C",
    "ada: /check mine CHECK",
    "prof: /check close CHECK confirm:true",
    "ada: /check mine CHECK",
    "prof: /check undo CHECK",
  ],
  "check-vote-results": [
    "… prof: /check vote jpm-regression quantity:beta",
    ...votesOf(1, "AAAAAABBBBBBBCD"),
    "… prof: /check discuss CHECK",
    "… prof: /check revote CHECK",
    ...votesOf(2, "AABBBBBBBBBBBBB"),
    "prof: /check close CHECK confirm:true",
    "prof: /check results CHECK",
  ],
  "check-vote-numbers": [
    "… prof: /check vote annualise-alpha as:numbers counts:correct",
    "ada: /check answer CHECK round:1",
    "ada: /check submit CHECK round:1 answer1:3.33",
    "… prof: /check discuss CHECK",
    "ada: /check answer CHECK round:1",
    "… prof: /check revote CHECK",
    ...crowd.map((person) => `… ${person}: /check submit CHECK round:2 answer1:14.74%`),
    "prof: /check close CHECK confirm:true",
  ],
  "check-drafts": [
    "prof: /check drafts",
    'prof: /check post question:"Trading days a year?" key:252 draft:true',
    "prof: /check vote jpm-regression quantity:beta draft:true",
    "prof: /check drafts",
    "… prof: /check post annualise-alpha closes:30m",
    "prof: /check copy CHECK title:Again",
    "prof: /check export",
    "prof: /check import file:nowhere.json",
    "prof: /check discard d222222",
  ],
  "check-asked-first": [
    'prof: /check post annualise-alpha closes:"Friday 5pm"',
    'prof: /check post annualise-alpha opens:"Monday 9am" closes:"Monday 5pm"',
    'prof: /check post question:"What share of WMT risk is idiosyncratic?" key:0.7577',
    'prof: /check preview question:"What share of WMT risk is idiosyncratic?" key:0.7577',
  ],
  "check-scheduled": ["prof: /check post annualise-alpha opens:\"2026-09-15 09:00Z\" closes:1d", "prof: /check list", "ada: /check submit CHECK answer1:1", "prof: /check close CHECK confirm:true", "prof: /check unanswered CHECK"],
  "gradebook-statistics": [
    "prof: /gradebook statistics",
    "prof: /gradebook misconceptions",
    "… prof: /check post annualise-alpha",
    ...crowd.map((person) => `… ${person}: /check submit CHECK answer1:4.017%`),
    "… prof: /check close CHECK confirm:true",
    "prof: /gradebook statistics",
    "prof: /gradebook misconceptions",
  ],
  "check-question": [
    "… prof: /check post factor-share variants:true",
    "ada: /check question CHECK",
    "ada: /check answer CHECK",
    "ada: /check hint CHECK 1",
    "ada: /check question CHECK",
    "ben: /check question CHECK",
  ],
  "check-form": [
    "… prof: /check post jpm-regression",
    "ada: /check answer CHECK",
    "… prof: /check post annualise-alpha",
    "ada: /check answer CHECK",
    "… prof: /check post think-estimating",
    "ada: /check answer CHECK",
  ],
  "check-hints": [
    "… prof: /check post annualise-alpha",
    "ada: /check hint CHECK 3",
    "ada: /check hint CHECK 2",
    "ada: /check hint CHECK 3",
    "ada: /check hint CHECK 3",
  ],
  "check-answers": [
    "… prof: /check post annualise-alpha attempts:3",
    "ada: /check submit CHECK answer1:3.33",
    "ada: /check submit CHECK answer1:333%",
    "ada: /check submit CHECK answer1:nothing",
    "ada: /check submit CHECK answer1:0.702%",
    "ada: /check submit CHECK answer1:4.44",
    "ada: /check submit CHECK answer1:5.55",
    "ada: /check submit CHECK answer1:14.74%",
    "ben: /check submit CHECK answer1:14.74%",
    "ben: /check submit CHECK answer1:14.74%",
  ],
  "check-answers-own-question": [`… prof: ${wrongOwn}`, "ada: /check submit CHECK answer1:365", "ada: /check submit CHECK answer1:300", "ada: /check submit CHECK answer1:252"],
  "check-answers-open-question": [
    "… prof: /check post think-estimating",
    "ada: /check submit CHECK answer1:\"Least squares of *r* on f\"",
    "ben: /check submit CHECK",
    "prof: /check close CHECK confirm:true",
    "prof: /check results CHECK post:true",
  ],
  "check-open-question-unanswered": ["… prof: /check post think-plotting", "prof: /check close CHECK confirm:true"],
  "check-list": [
    "prof: /check list",
    "… prof: /check post annualise-alpha",
    "… prof: /check post factor-share closes:20m",
    "… prof: /check post monthly-position",
    "prof: /check close CHECK confirm:true",
    "… prof: /check post jpm-regression",
    "prof: /check void CHECK confirm:true",
    "prof: /check list",
  ],
  "check-void": ["… prof: /check post annualise-alpha", "prof: /check void", "prof: /check void CHECK confirm:true", "ada: /check submit CHECK answer1:0.1", "prof: /check results CHECK"],
  "check-regrade": [
    '… prof: /check post question:"Trading days a year?" key:365',
    "ada: /check submit CHECK answer1:252",
    "ben: /check submit CHECK answer1:365",
    'prof: /check regrade CHECK key:252',
    'prof: /check regrade CHECK key:252 reason:"calendar days" confirm:true',
    "prof: /check regrade CHECK tolerance:5% confirm:true",
    "prof: /check regrade CHECK",
    "prof: /check regrade CHECK quantity:beta key:1",
    "prof: /check regrade CHECK key:many",
    "prof: /check close CHECK confirm:true",
  ],
  "check-regrade-exercise": [
    "… prof: /check post jpm-regression",
    "ada: /check submit CHECK answer1:0.000159 answer2:1.2 answer3:0.5 answer4:more",
    "prof: /check regrade CHECK key:1.2",
    "prof: /check regrade CHECK quantity:beta key:1.2 confirm:true",
    "prof: /check close CHECK confirm:true",
  ],
  "check-mine": [
    "… prof: /check post annualise-alpha attempts:2",
    "ada: /check mine CHECK",
    "… ada: /check submit CHECK answer1:4.44",
    "ada: /check mine CHECK",
    "prof: /check close CHECK confirm:true",
    "ada: /check mine CHECK",
  ],
  "check-undo": [
    "… prof: /check post annualise-alpha",
    "prof: /check undo CHECK",
    "… prof: /check extend closes:2d check:CHECK",
    "… prof: /check void CHECK confirm:true",
    "prof: /check undo CHECK",
    "prof: /check undo CHECK confirm:true",
    "prof: /check undo CHECK confirm:true",
    "ada: /check undo CHECK",
  ],
  "check-name": [
    '… prof: /check post question:"Trading days a year?" key:252',
    ...crowd.map((who) => `… ${who}: /check submit CHECK answer1:356.3`),
    "… zoe: /check submit CHECK answer1:252",
    "… prof: /check close CHECK confirm:true",
    "prof: /check name CHECK answer ratio:1.414",
    'prof: /check named CHECK answer ratio:1.414 name:"you multiply by √2" message:"A year is a year."',
    "prof: /check results CHECK",
    "prof: /check named CHECK answer ratio:many name:x message:y",
    "ada: /check name CHECK answer ratio:2",
  ],
  "check-results-nobody": ["… prof: /check post annualise-alpha", "prof: /check results CHECK", "prof: /check close CHECK confirm:true"],
  "check-results-own-variants": ["… prof: /check post factor-share variants:true", "ada: /check submit CHECK answer2:0.5", "prof: /check close CHECK confirm:true"],
  "check-unknown": ["prof: /check close", "prof: /check results zzzzzz", "ada: /check answer zzzzzz"],
  "check-remind": ["… prof: /check post annualise-alpha closes:3h", "prof: /check remind CHECK", "ada: /check remind CHECK", "ada: /check reminders direct:false", "ada: /check reminders direct:true"],
  "check-for-instructors": ["ada: /check list", "ada: /course setup", "ada: /gradebook export"],
  "hidden-key": [
    "… prof: /check post annualise-alpha closes:20m",
    "ada: /performance MSFT",
    "ada: /practice example tracking-portfolio jpm-full",
    "prof: /check close CHECK confirm:true",
    "… prof: /check post jpm-regression",
    "ada: /beta JPM",
  ],
  "course-setup": [
    "prof: /course setup",
    "prof: /course setup role:tutors staff:backroom class:hall hide_keys:false",
    "prof: /course setup",
    "tutor: /check list",
    "tutor: /course setup role:all",
  ],
  "course-faq": [
    "ada: /ask when is the midterm?",
    "prof: /course faq",
    'prof: /course faq topic:exam answer:"Friday 10am, room 2. One page of notes."',
    "ada: /ask when is the midterm?",
    "prof: /course faq topic:exam remove:true",
  ],
  "course-unanswered": [
    "… ada: /ask does the thing hold for gizmos on widgets",
    "prof: /course unanswered",
    "prof: /course attach UNCLEAR",
    "prof: /course attach UNCLEAR choice:lesson:beta",
    "prof: /course unanswered",
    "prof: /course attach nosuch",
  ],
  "course-close": [
    "… prof: /check post annualise-alpha",
    "ada: /course close",
    "prof: /course close",
    "prof: /course close confirm:true",
    "prof: /course close",
    "ada: /practice",
    "prof: /check post jpm-regression",
    "ada: /course audit",
    "prof: /course audit",
    "prof: /course close reopen:true",
    "prof: /course close reopen:true",
  ],
};

describe("a check and what belongs to it", () => {
  test.each(Object.entries(stages))("%s", async (name, lines) => {
    await expect(await played((scene) => scene.play(lines))).toMatchFileSnapshot(goldenFile(name));
  });

  test("results with a group of its own, folded ones, and what nobody recognised", async () => {
    const text = await played((scene) =>
      scene.play([
        `… prof: ${wrongOwn}`,
        ...crowd.map((who) => `… ${who}: /check submit CHECK answer1:356.3`),
        ...crowd.map((who) => `… b${who}: /check submit CHECK answer1:252`),
        "… zoe: /check submit CHECK answer1:365",
        "prof: /check close CHECK confirm:true",
        "prof: /check results CHECK post:true",
      ]),
    );
    await expect(text).toMatchFileSnapshot(goldenFile("check-results"));
  });

  test("results where the key is 0, and an unknown answer has no ratio to it", async () => {
    const text = await played((scene) =>
      scene.play(['… prof: /check post question:"The correlation of residuals and factor?" key:0', "… ada: /check submit CHECK answer1:0.3", "… ben: /check submit CHECK answer1:0.3", "prof: /check close CHECK confirm:true"]),
    );
    await expect(text).toMatchFileSnapshot(goldenFile("check-results-key-zero"));
  });

  test("closed by its time: announced once, and who comes late is told when it closed", async () => {
    const text = await played(async (scene) => {
      const posted = await scene.play(["… prof: /check post jpm-regression closes:20m", "ada: /check submit CHECK answer2:1.395", "prof: /check results CHECK"]);
      scene.room.pass(21 * 60_000);
      await announceDue(scene.room.world);
      const announced = scene.named(goldenText(scene.room.posts.at(-1)!));
      return [posted, `**In the channel, 20 minutes later**\n\n${announced}`, await scene.play(["ben: /check submit CHECK answer2:1.395"])].join("\n");
    });
    await expect(text).toMatchFileSnapshot(goldenFile("check-closed-by-time"));
  });

  test("more time, for one student and for the class", async () => {
    const text = await played(async (scene) => {
      const before = await scene.play(["… prof: /check post annualise-alpha closes:20m attempts:1", "prof: /check extend closes:1h check:CHECK"]);
      scene.room.pass(61 * 60_000);
      const after = await scene.play([
        "prof: /check extend closes:1h check:CHECK student:dmitri",
        "prof: /check extend closes:1h check:CHECK student:esi attempts:1",
        "chiara: /check submit CHECK answer1:0.1474",
        "dmitri: /check submit CHECK answer1:0.1",
        "prof: /check results CHECK post:true",
      ]);
      return [before, after].join("\n");
    });
    await expect(text).toMatchFileSnapshot(goldenFile("check-extend"));
  });
});

test("a collision report that is not sound: keys that don't pass, more mistakes than the reply shows", async () => {
  const collision = (place: number) => ({ quantity: "β", mistakes: [`you slip at step ${String(place)}`, "you turn it around"], variants: place, separatedBy: place % 2 === 0 ? ["α a day", "R²"] : [] });
  const found = { variants: 16, sound: false, failing: ["jpm-full", "wmt-2000-2009"], hidden: [1, 2, 3, 4, 5].map(collision), declared: [], inseparable: [1, 2, 3, 4, 5, 6].map(collision), separate: 1, pairs: 12 };
  const check = { id: "preview", title: "β", question: "What is β?", labels: ["β"], attempts: 3, points: 1, closesAt: null, closedAt: null, voided: false, tolerance: "", feedback: "now" as const, hints: true, credit: null };
  const reply = previewReply(check, found, { heading: "Not posted.", modelAnswer: null }, []);
  await expect(goldenText(reply)).toMatchFileSnapshot(goldenFile("check-collisions"));
});

describe("the course's scores", () => {
  const graded = [
    '… prof: /check post question:"Days?" key:252 points:10 title:"Week 1"',
    "… ada: /check submit CHECK answer1:252",
    "… ben: /check submit CHECK answer1:365",
    "… zoe: /check submit CHECK answer1:252",
    "… prof: /check close CHECK confirm:true",
  ];

  test("a roster, who is found on it, and who is matched by hand", async () => {
    const text = await played((scene) =>
      scene.play([
        `prof: /roster import file:${canvasFile(students)}`,
        "prof: /roster match 103 zoe",
        "prof: /roster match 999 zoe",
        `prof: /roster import file:${canvasFile(students.slice(1))}`,
        "prof: /roster import file:nowhere.csv",
        "prof: /roster time",
        "prof: /roster time zoe times:1.5",
        "prof: /roster time",
        "prof: /roster time zoe times:1",
      ]),
    );
    await expect(text.replaceAll(folder, "FOLDER")).toMatchFileSnapshot(goldenFile("roster"));
  });

  test("a gradebook: nobody left out, somebody not on the roster, somebody gone", async () => {
    const text = await played(async (scene) => {
      return scene.play([
        ...graded,
        "prof: /gradebook export",
        `prof: /gradebook export canvas:${canvasFile(students)}`,
        "prof: /roster match 103 zoe",
        "prof: /gradebook export",
        "ben: /privacy delete",
        "ben: /privacy delete confirm:true",
        "prof: /gradebook export",
        "ada: /privacy export",
      ]);
    });
    await expect(text.replaceAll(folder, "FOLDER")).toMatchFileSnapshot(goldenFile("gradebook"));
  });

  test("names to be confirmed, codes, and the row that a code claims", async () => {
    const text = await played(async (scene) => {
      const imported = await scene.play([...graded, `prof: /roster import file:${canvasFile(["\"Lovelace, Ada\",101,s101,ada,A,", ...students.slice(1)])}`]);
      const [, list = ""] = /\/roster confirm list:(\S+?)`/u.exec(imported) ?? [];
      const confirmed = await scene.play(["prof: /roster confirm", "prof: /roster confirm list:another", `prof: /roster confirm list:${list}`, "prof: /roster confirm", "prof: /roster codes"]);
      const codes = (await scene.room.ask("prof", "/roster codes")) as Reply;
      const [, code = ""] = /,103,[^,]*,([a-z0-9]{8})/u.exec(codes.files.map(textOf)[0] ?? "") ?? [];
      const claimed = await scene.play([`zoe: /roster claim ${code}`, `zoe: /roster claim ${code}`, "esi: /roster claim 22222222"]);
      return [imported, confirmed, claimed].join("\n").replaceAll(list, "LIST").replaceAll(code, "CODE");
    });
    await expect(text.replaceAll(folder, "FOLDER")).toMatchFileSnapshot(goldenFile("roster-claims"));
  });

  test("every answer as a CSV: of all closed checks, of one, of one that is open", async () => {
    const text = await played((scene) =>
      scene.play(["prof: /gradebook answers", ...graded, "prof: /gradebook answers", "prof: /gradebook answers CHECK", "… prof: /check post annualise-alpha", "prof: /gradebook answers CHECK", "ada: /gradebook answers"]),
    );
    await expect(text).toMatchFileSnapshot(goldenFile("gradebook-answers"));
  });
});
