/**
 * Makes store.db and buttons.json with the code of commit ab3038b (version 0.1.0): see README.md beside it.
 *
 * npx tsx make.mjs CHECKOUT OUT, where CHECKOUT is that commit with its packages installed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [checkout = ".", out = "."] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(resolve(checkout, path)).href);
const { answer } = await load("src/commands/answer.ts");
const { commands } = await load("src/commands/index.ts");
const { terminalOutside } = await load("src/commands/outside.ts");
const { parseCommand } = await load("src/commands/parse-command.ts");
const { regressionsIn } = await load("src/commands/exercises/reply-contents.ts");
const { readConfig } = await load("src/config.ts");
const { openWorld } = await load("src/open-world.ts");
const { customId, readCustomId } = await load("src/render/custom-id.ts");
const { messageOf } = await load("src/render/message.ts");
const { default: Database } = await load("node_modules/libsql/index.js");

process.chdir(checkout);
const folder = mkdtempSync(join(tmpdir(), "made-at-0.1.0-"));
const posts = [];
let time = Date.UTC(2026, 8, 14, 9);
const canvas = 'Student,ID,SIS User ID,SIS Login ID,Section,Check (1)\r\n"Lovelace, Ada",101,s101,ada,S1,\r\n"Boole, George",102,s102,george,S1,\r\n';
const outside = terminalOutside((reply) => posts.push(reply), () => ({ ok: true, value: canvas }));

const opened = openWorld(readConfig({ FACTOR_TA_LOCAL: folder }));
if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
let world = { ...opened.value, now: () => time, outside };
let interactions = 0;

const askerOf = (who) => ({ id: who, name: who, roleIds: who === "tutor" ? ["tutors"] : [], managesServer: who === "prof" });

function call(who, { command, options }) {
  time += 60_000;
  interactions += 1;
  return answer(
    { command, options, asker: askerOf(who), place: { guildId: "school", channelId: "class" }, id: `i${String(interactions)}` },
    commands,
    world,
  );
}

const buttons = [];
const seen = new Set();
/** Notes the buttons of what somebody was shown; a form's own custom_id too. */
function note(who, shown) {
  const ids =
    shown.kind === "form"
      ? [{ form: true, id: customId(shown.submit) }]
      : messageOf(shown).components.flatMap(({ components }) => components.map(({ custom_id }) => ({ form: false, id: custom_id })));
  for (const { form, id } of ids) {
    const key = `${who} ${id}`;
    if (id === null || seen.has(key)) continue;
    seen.add(key);
    buttons.push({ who, form, customId: id });
  }
}

async function type(who, typed, upload) {
  const parsed = parseCommand(typed, commands);
  if (!parsed.ok) throw new Error(`${typed}: ${JSON.stringify(parsed.problem)}`);
  const options = { ...parsed.value.options, ...(upload === undefined ? {} : { [upload]: { filename: "canvas.csv", url: "canvas.csv", size: canvas.length } }) };
  const before = posts.length;
  const { answer: shown, problem } = await call(who, { ...parsed.value, options });
  if (problem !== null) throw new Error(`${typed}: ${JSON.stringify(problem)}`);
  note(who, shown);
  for (const post of posts.slice(before)) note("ada", post);
  return shown;
}

const newestCheck = async () => {
  const store = await world.store();
  return (await store.value.checks.list("school", 1))[0].id;
};

// A course with its roster.
await type("prof", "/course setup role:<@&11> staff:<#12>");
await type("prof", "/roster import", "file");
// Practice, before a check is open that hides worked solutions: wrong, a hint, a worked example, right, given up.
await type("ada", "/practice jpm-regression jpm-2000-2009");
await type("ada", "/practice answer jpm-regression jpm-2000-2009");
await type("ada", "/practice submit jpm-regression jpm-2000-2009 answer1:1 answer2:0.4 answer3:0.5 answer4:less");
await type("ada", "/practice hint jpm-regression jpm-2000-2009 1");
await type("ada", "/practice twin jpm-regression jpm-2000-2009");
await type("george", "/practice annual-budget");
await type("george", "/practice giveup jpm-regression jpm-2000-2009");
await type("ada", "/progress");
// The chapter's first exercise: a wrong answer, a right one, a hint, one that is partly right.
await type("prof", "/check post jpm-regression closes:60d attempts:4");
const regression = await newestCheck();
await type("ada", `/check answer check:${regression}`);
await type("ada", `/check submit check:${regression} answer1:0.0585% answer2:0.359 answer3:0.5 answer4:more`);
await type("ada", `/check hint check:${regression} rung:2`);
await type("george", `/check submit check:${regression} answer2:1.395`);
// Each with their own variant, closed.
await type("prof", "/check post factor-share variants:true closes:60d");
const share = await newestCheck();
await type("ada", `/check question check:${share}`);
await type("ada", `/check submit check:${share} answer1:0.42 answer2:0.1`);
await type("prof", `/check extend check:${share} closes:50d student:<@102> attempts:1`);
await type("prof", `/check close check:${share}`);
await type("prof", `/check results check:${share}`);
// An instructor's own question, with a wrong answer of its own, corrected since.
await type("prof", '/check post question:"What is WMT\'s beta?" key:beta ticker:WMT from:2000-01-01 to:2009-12-31 wrong:1 message:"That is the market\'s own beta." closes:60d');
const own = await newestCheck();
await type("ada", `/check submit check:${own} answer1:1`);
await type("george", `/check submit check:${own} answer1:0.7`);
await type("prof", `/check regrade check:${own} tolerance:3% reason:"rounded in class"`);
// A question in words.
const [openQuestion] = world.exercises.open;
await type("prof", `/check post ${openQuestion.id} closes:60d`);
const open = await newestCheck();
await type("ada", `/check submit check:${open} answer1:"Because idiosyncratic risk is not priced."`);
// A question to the staff.
await type("george", '/staff-question "Is the quiz open book?"');
await type("george", '/staff-question post text:"Is the quiz open book?"');
// Every analysis, and what explains.
const analyses = commands.filter(({ options }) => Object.hasOwn(options, "show") && Object.hasOwn(options, "from"));
const values = { ticker: "MSFT", tickers: '"MSFT WMT"', budget: "1m", target: "20%", model: "capm", factor: "SPY", asset: "MSFT", window: "252" };
for (const { name, options } of analyses) {
  const needed = Object.entries(options).filter(([, { required }]) => required).map(([option]) => option);
  await type("prof", `/${name} ${needed.map((option) => `${option}:${values[option] ?? "MSFT"}`).join(" ")} from:2000-01-01 to:2009-12-31${"errors" in options ? " errors:hac" : ""}`);
}
for (const typed of ["/explain beta", "/selftest", "/data list", "/help", "/check list", '/ask "what is the beta of MSFT"']) await type("prof", typed);

const store = await world.store();
const file = store.value.where;
await opened.value.close();
const made = join(resolve(out), "store.db");
rmSync(made, { force: true });
const database = new Database(file);
// Small pages: most tables hold a few rows.
database.exec(`pragma page_size = 1024; vacuum into '${made}'`);
database.close();

// What that code answers to each button, in this order, on this store.
const reopened = openWorld(readConfig({ FACTOR_TA_LOCAL: folder }));
world = { ...reopened.value, now: () => time, outside };
const madeAt = time;
const pressed = [];
// A closed check takes no answers: what closes one comes last.
const closes = ({ customId: id }) => id.startsWith("1/check close");
const inOrder = [...buttons.filter((button) => !closes(button)), ...buttons.filter(closes)];
for (const { who, form, customId: id } of inOrder) {
  const read = readCustomId(id);
  const { answer: shown, problem } = await call(who, form ? { ...read, options: { ...read.options, answer1: "1" } } : read);
  pressed.push({
    who,
    form,
    customId: id,
    answered: {
      kind: shown.kind,
      problem: problem?.kind ?? null,
      audience: shown.audience ?? null,
      verdict: shown.result.marking?.verdict ?? null,
      regressions: regressionsIn(shown.result),
      submits: shown.kind === "form" ? customId(shown.submit) : null,
    },
  });
}
await reopened.value.close();
writeFileSync(join(resolve(out), "buttons.json"), `${JSON.stringify({ madeAt, buttons: [] }).slice(0, -2)}\n${pressed.map((one) => JSON.stringify(one)).join(",\n")}\n]}\n`);
rmSync(folder, { recursive: true });
console.log(`${String(pressed.length)} buttons, ${String(readFileSync(made).length)} bytes`);
