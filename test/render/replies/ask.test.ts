import { expect, test } from "vitest";
import { noAdviceReply, ownDataReply, readAsReply, unsureReply } from "../../../src/render/replies/ask.ts";
import type { Reply } from "../../../src/render/reply.ts";
import { linesOf, replyText } from "../reply-text.ts";

const beta = { command: "beta", options: { ticker: "JPM" } };
const size = { command: "size", options: { ticker: "WMT", budget: "2m" } };
const answered: Reply = {
  kind: "reply", embeds: [{ title: "An answer" }], pictures: [], files: [], nextSteps: [{ label: "One", command: "help", options: {} }], audience: "everyone", result: { fit: 1 },
};

test("an answer says as what the question was read, and offers what else it could have meant", () => {
  expect(replyText(readAsReply(answered, { call: beta, others: [size], isPrivate: false }))).toMatchInlineSnapshot(`
    "content: I read this as \`/beta JPM\`
    # An answer (#000000)

    [One] /help
    [Or /size WMT budget:2m] /size ticker:WMT budget:2m
    for everyone; result: fit, reading, others"
  `);
});

test("a private answer is for its asker, another for whom the command says", () => {
  const audience = (isPrivate: boolean) => readAsReply(answered, { call: beta, others: [], isPrivate }).audience;
  expect([audience(true), audience(false)]).toEqual(["asker", "everyone"]);
});

test("what an answer says above its embed stays below how it was read", () => {
  expect(readAsReply({ ...answered, content: "Closed." }, { call: beta, others: [], isPrivate: false }).content).toBe("I read this as `/beta JPM`\nClosed.");
});

test("a command that nobody types is not shown: the answer's title says what was understood", () => {
  const call = { command: "claim", options: { claim: "alpha-is-skill" } };
  const above = (kept: readonly string[]) => readAsReply(answered, { call, others: [], isPrivate: false, kept, words: () => "α is skill" }).content;
  expect(above([])).toBe("");
  expect(above(["JPM"])).toBe("(from your last question: JPM)");
});

test("a backtick in a question can't end the code it stands in", () => {
  const call = { command: "explain", options: { topic: "be`ta" } };
  expect(readAsReply(answered, { call, others: [], isPrivate: false }).content).toBe("I read this as `/explain be'ta`");
});

test("of a short position it is said that none is computed, and how its numbers follow from those of one that is held", () => {
  const lines = replyText(unsureReply({ question: "?", others: [], staff: null, audience: "asker", isOfShort: true })).split("\n");
  expect(lines.slice(0, 2)).toEqual([
    "# I compute positions that are held, not short ones (#d55e00)",
    "Ask of the position as if you held it. You gain what its holder loses, and lose what its holder gains; what a holder sells of the factor to hedge, you buy, in the same amount.",
  ]);
});

test("a question that is not understood gets guesses where there are any, and the staff where they can be asked", () => {
  const unsure = (others: readonly (typeof beta)[], staff: boolean) =>
    unsureReply({ question: "?", others, staff: staff ? { label: "Ask the class staff", command: "staff-question", options: {} } : null, audience: "asker" });
  expect(replyText(unsure([beta, size], true))).toMatchInlineSnapshot(`
    "# I'm not sure what you mean (#d55e00)
    Perhaps \`/beta JPM\`, \`/size WMT budget:2m\`?

    I answer questions about the chapter and its data, such as:

    • what is JPM's hedged Sharpe since 2010?
    • how much WMT can I hold with 2m a year?
    • what is the difference between Sharpe and appraisal?
    • I got 1.31 for JPM's beta, why?

    If it is for a person: **Ask the class staff** posts your question here without your name.
    [/beta JPM] /beta ticker:JPM
    [/size WMT budget:2m] /size ticker:WMT budget:2m
    [Ask the class staff] /staff-question
    [What can I ask?] /help
    for asker; result: reading, others"
  `);
  expect(replyText(unsure([], false))).toMatchInlineSnapshot(`
    "# I'm not sure what you mean (#d55e00)
    I answer questions about the chapter and its data, such as:

    • what is JPM's hedged Sharpe since 2010?
    • how much WMT can I hold with 2m a year?
    • what is the difference between Sharpe and appraisal?
    • I got 1.31 for JPM's beta, why?
    [What can I ask?] /help
    for asker; result: reading, others"
  `);
});

test("where a language model was asked as well the reply says so, below how the question was read or what is offered", () => {
  const line = "-# I wasn't sure, so I asked a language model at models.school.edu which of my replies fits. It gets the question, not who asked; nothing it writes is shown.";
  const askedOf = "models.school.edu";
  expect(readAsReply({ ...answered, content: "Closed." }, { call: beta, others: [], isPrivate: false, askedOf }).content).toBe(`I read this as \`/beta JPM\`\n${line}\nClosed.`);
  expect(readAsReply(answered, { call: beta, others: [], isPrivate: false, leftOut: ["on mars"], askedOf }).content).toBe(`⚠️ Left out, as I can't do it: “on mars”.\nI read this as \`/beta JPM\`\n${line}`);
  expect(linesOf(unsureReply({ question: "?", others: [beta], staff: null, audience: "asker", askedOf })).at(-1)).toBe(line);
  expect(linesOf(unsureReply({ question: "?", others: [beta], staff: null, audience: "asker" })).join()).not.toContain("language model");
});

test("advice is refused, and what can be said is offered", () => {
  expect(replyText(noAdviceReply({ others: [beta], audience: "everyone" }))).toMatchInlineSnapshot(`
    "# I give no investment advice (#d55e00)
    I don't say what to buy, sell or hold, and I forecast nothing.

    What I can say is what past returns and the chapter's model show, with its uncertainty: how an asset moved with the market, what α was left, how much of its risk was its own.
    [/beta JPM] /beta ticker:JPM
    for everyone; result: reading, others"
  `);
});

test("a refusal without anything to offer has no button", () => {
  const reply = noAdviceReply({ others: [], audience: "asker" });
  expect(reply.nextSteps).toEqual([]);
  expect(linesOf(reply)[0]).toBe("I don't say what to buy, sell or hold, and I forecast nothing.");
});

test("who has data of their own learns who loads them, with which command", () => {
  expect(replyText(ownDataReply({ staff: null, audience: "everyone" }))).toMatchInlineSnapshot(`
    "# Instructors load data, for everybody in the server (#0072b2)
    \`/data add\` with a file attached (CSV, Excel or zip, with prices or returns) shows an instructor what it understood before anything is kept; \`/data fetch\` brings tickers by name. Whoever runs the bot can use a terminal: \`npm run data:import -- prices.csv\`.

    Are you a student? Ask your instructor.

    What is loaded can be combined without a file: \`/beta 0.6*JPM+0.4*WMT\`.
    [What is loaded?] /data list
    [What can I ask?] /help
    for everyone; result: reading, ownData"
  `);
});
