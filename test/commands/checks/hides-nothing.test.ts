import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seriesNamedIn } from "../../../src/commands/checks/series-named-in.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

let room: Courseroom;
beforeEach(() => (room = openCourseroom()));
afterEach(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const posted = async (): Promise<number> => (await (await room.store()).checks.list("school", 20)).length;
const stepsOf = async (typed: string): Promise<readonly string[]> => {
  const { answer } = await room.as("prof", typed);
  return answer.kind === "reply" ? answer.nextSteps.map(({ label }) => label) : [];
};

test.each([
  ["What share of WMT risk is idiosyncratic, 1993-2024?", ["WMT"]],
  ["What is 1 - R2 of JPM?", ["JPM"]],
  ["How risky is Walmart's stock?", ["WMT"]],
  ["Is microsoft or wmt riskier?", ["MSFT", "WMT"]],
  ["What is the β of JPM on SPY?", ["JPM"]],
  ["What is SPY's volatility a year?", ["SPY"]],
  ["How many trading days has a year?", []],
  ["What is the premium of SMB?", ["SMB"]],
  ["Mean of RF a day?", ["RF"]],
  ["What was the average risk-free rate a day?", ["RF"]],
  ["What was the risk free return of 2008?", ["RF"]],
  ["What do T-bills earn a day?", ["RF"]],
  ...["Mkt-RF", "Mkt−RF", "Mkt–RF", "Mkt—RF", "Mkt‑RF", "Mkt - RF", "Mkt − RF", "Mkt RF", "MktRF", "mkt-rf", "market excess return", "market's excess return", "excess return of the market", "market risk premium", "equity premium"].map(
    (name): [string, string[]] => [`What is the mean of the ${name} a year?`, ["Mkt-RF"]],
  ),
  ["What is the mean of hml a year?", ["HML"]],
  ["What is the mean of small minus big?", ["SMB"]],
  ["What does the value premium earn, and the momentum factor?", ["HML", "MOM"]],
  ["What is the β of JPM on the market excess return, with the risk-free rate subtracted?", ["JPM"]],
  ["How many numbers has an RFP?", []],
  ["Is a bet that pays 3% free of risk?", []],
  ["Which of ZZZZ and QQQQ is riskier?", []],
])("%s names %j", (text, named) => {
  expect([...seriesNamedIn(text, room.world)].toSorted()).toEqual(named.toSorted());
});

describe("a typed key that belongs to no series, of a question that names one", () => {
  const asked = 'question:"What share of WMT risk is idiosyncratic?" key:0.7577';
  const vote = 'question:"Can the α of WMT be negative?" key:true';

  test.each([`/check post ${asked}`, `/check post ${asked} opens:1h`, `/check vote ${vote}`])("%s is asked about before it is posted, with a button each way", async (typed) => {
    const words = await prof(typed);
    expect(words).toContain("The question names WMT");
    expect(words).toContain("Nothing has happened yet");
    expect(words).not.toContain("JPM");
    expect(await posted()).toBe(0);
    expect(room.posts).toHaveLength(0);
    expect(await stepsOf(typed)).toEqual(["Hide WMT", "Post it as it is"]);
  });

  test("hidden, a student is not told what gives it away; as it is, the reply names that series in its advice", async () => {
    await prof(`/check post ${asked} about:WMT`);
    expect(await room.words("ada", "/beta WMT")).not.toMatch(/idiosyncratic risk/u);
    const open = await prof('/check post question:"And what share of MSFT risk?" key:0.6 about:nothing');
    expect(open).toContain("Nothing is hidden");
    expect(open).toContain("The question names MSFT: about:MSFT hides every analysis of it.");
    expect(await posted()).toBe(2);
  });

  test.each([
    ["Mean of RF a day?", "RF"],
    ["Mean of Mkt−RF a year?", "Mkt-RF"],
    ["What is the risk-free rate a day?", "RF"],
  ])("%s is asked about like one of a stock, hidden by its button, and named where it is to hide nothing", async (question, id) => {
    const post = `/check post question:"${question}" key:0.0001 closes:1h`;
    expect(await stepsOf(post)).toEqual([`Hide ${id}`, "Post it as it is"]);
    expect(await posted()).toBe(0);
    const open = await prof(`${post} about:nothing`);
    expect(open).toContain(`The question names ${id}: about:${id} hides every analysis of it.`);
    await prof(`/check void check:${/Posted as (\w{6})/u.exec(open)?.[1] ?? ""} confirm:true`);
    const before = await room.words("ada", `/describe ${id}`);
    expect(await prof(`${post} about:${id} again:true`)).toContain(`every analysis of ${id}`);
    expect(await room.words("ada", `/describe ${id}`)).not.toBe(before);
    expect(await room.words("ada", `/describe ${id}`)).toContain("being asked");
  });

  test("a draft of it is asked about when it is posted, and a button answers", async () => {
    await prof(`/check post ${asked} draft:true`);
    const [draft] = await (await room.store()).drafts.list("school");
    expect(await prof(`/check copy ${draft!.id}`)).toContain("The question names WMT");
    expect(await posted()).toBe(0);
    await prof(`/check copy ${draft!.id} about:WMT`);
    expect((await (await room.store()).checks.list("school", 1))[0]?.question).toMatchObject({ about: [{ asset: "WMT", quantity: null }] });
  });

  test.each([
    'question:"How many trading days?" key:252',
    'question:"β of WMT?" key:beta ticker:WMT',
    'question:"Share of WMT?" key:0.7577 ticker:WMT',
    "jpm-regression",
  ])("%s is posted at once", async (typed) => {
    expect(await prof(`/check post ${typed}`)).toContain("Posted as");
  });

  test("nothing is asked where the course hides no keys", async () => {
    await prof("/course setup hide_keys:false");
    expect(await prof(`/check post ${asked}`)).toContain("Posted as");
  });
});
