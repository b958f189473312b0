import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { announceDue } from "../../../src/commands/checks/announce.ts";
import { findScreen } from "../../../src/commands/checks/screen.ts";
import { screenAddress } from "../../../src/commands/checks/screen-address.ts";
import { reconcilePosts } from "../../../src/commands/checks/reconcile-posts.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

/** Results beside another open check on the same data: what the class has read stays, and what waits says for what. */
let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const posted = async (typed: string): Promise<string> => /Posted as `([2-9a-z]{6})`/u.exec(await prof(typed))?.[1] ?? "";
const about = (quantity: string, rest = ""): string => `/check post question:"What is the ${quantity} of WMT?" key:${quantity} ticker:WMT title:"WMT ${quantity}" ${rest}`;
const channel = (): string => [...room.posts, ...room.edits].map((reply) => terminalText(reply, [])).join("\n---\n");
const newestEdit = (): string => terminalText(room.edits.at(-1)!, []);
const newestPost = (): string => terminalText(room.posts.at(-1)!, []);
const settle = async (): Promise<void> => {
  room.pass(5000);
  await announceDue(room.world);
  await reconcilePosts(room.world);
};

/** Closed with its solution in the channel. */
async function readAlready(): Promise<string> {
  const id = await posted(about("beta"));
  for (let person = 0; person < 8; person += 1) await room.words(`s${String(person)}`, `/check submit ${id} answer1:0.9`);
  await prof(`/check close ${id} confirm:true`);
  expect(newestPost()).toContain("Solution β");
  return id;
}

describe("results that the class has read stay as they are while another check on the same data is open", () => {
  test.each([
    { name: "a third check is posted and closed", act: async () => prof(`/check close ${await posted(about("alpha"))} confirm:true`) },
    { name: "a mistake in its answers is named", act: (id: string) => prof(`/check named ${id} beta ratio:1.336 name:"you guess" message:"Why?"`) },
    { name: "its message is brought up to date by hand", act: (id: string) => prof(`/check results ${id} post:true`) },
    { name: "its key is corrected", act: (id: string) => prof(`/check regrade ${id} tolerance:2% confirm:true`) },
    { name: "the process starts anew and an hour passes", act: async () => { await room.restart(); room.pass(3_600_000); } },
  ])("where $name", async ({ act }) => {
    const id = await readAlready();
    await prof(about("rSquared", "closes:2d"));
    const edits = room.edits.length;
    await act(id);
    await settle();
    const ofIt = room.edits.slice(edits).map((reply) => terminalText(reply, [])).filter((words) => words.includes("Results: WMT beta"));
    for (const words of ofIt) expect(words).toContain("Solution");
    for (const words of ofIt) expect(words).not.toContain("come when");
    expect(await room.words("s1", `/check mine ${id}`)).toContain("· not right");
    expect(await prof(`/check results ${id}`)).not.toContain("no marks");
    const { screenUrl } = room.world;
    expect(screenUrl).toBeNull();
    const world = { ...room.world, screenUrl: "" };
    const name = await screenAddress({ id }, await room.store(), world);
    const screen = await findScreen(name ?? "", world);
    if (screen !== null) expect(JSON.stringify(screen.view)).toContain("Solution");
  });

  test("but not where it opens again: whoever answers then reads none of it, and closed again, it is all there", async () => {
    const id = await readAlready();
    await prof(about("rSquared", "closes:2d"));
    await prof(`/check undo ${id} confirm:true`);
    expect(newestEdit()).toContain("Taken back: WMT beta");
    expect(newestEdit()).not.toMatch(/Solution|0\.67/u);
    await prof(`/check close ${id} confirm:true`);
    expect(newestPost()).toContain("Solution β");
    // What stands above it in the channel is true of a closed check too.
    expect(newestEdit()).not.toContain("is open");
  });
});

describe("results that another open check keeps back", () => {
  async function held(): Promise<{ readonly first: string; readonly id: string }> {
    const first = await posted(about("rSquared", "closes:2d"));
    const id = await posted(about("beta"));
    for (let person = 0; person < 6; person += 1) await room.words(`s${String(person)}`, `/check submit ${id} answer1:0.6738`);
    return { first, id };
  }

  test("are announced as such before closing, with a button that says what showing them costs", async () => {
    const { first, id } = await held();
    const asks = await prof(`/check close ${id}`);
    expect(asks).toContain("Posted in <#class> at once: how many tried.");
    expect(asks).toContain(`Without marks and solution for now: WMT rSquared (${first}) asks about the same data and is open until`);
    expect(asks).toContain(`whoever has not answered WMT rSquared (${first}) could work out its key`);
    expect(asks).toContain(`Close it, and show all of it: /check close check:${id} release:true confirm:true`);
    await prof(`/check close ${id} release:true confirm:true`);
    expect(newestPost()).toContain("Solution β");
    expect(await room.words("s1", `/check mine ${id}`)).toContain("· right");
    expect(await prof("/course audit")).toContain("check release");
  });

  test("say which check holds them, and are shown by one press, for good", async () => {
    const { first, id } = await held();
    const closed = await prof(`/check close ${id} confirm:true`);
    expect(closed).toContain(`The class has no marks and no solution yet**: WMT rSquared (\`${first}\`)`);
    expect(newestPost()).toContain("come when the check WMT rSquared on the same data closes");
    // Bringing it up to date shows nothing more, and does not say that it did.
    const again = await prof(`/check results ${id} post:true`);
    expect(again).not.toContain("has all of it");
    expect(again).toContain("could work out its key");
    expect(again).toContain(`Show the class all of it: /check results check:${id} post:true release:true`);
    expect(channel()).not.toContain("Solution β");
    expect(await prof(`/check results ${id} post:true release:true`)).toContain("has all of it");
    expect(newestEdit()).toContain("Solution β");
    const edits = room.edits.length;
    await prof(`/check close ${await posted(about("alpha"))} confirm:true`);
    await settle();
    expect(room.edits.slice(edits).map((reply) => terminalText(reply, [])).join()).not.toContain("**6** tried");
    expect(await prof(`/check results ${id}`)).not.toContain("no marks");
  });

  test("are not shown by that press while a student still has time, nor to whom another server's check holds", async () => {
    const { id } = await held();
    await prof(`/check extend closes:3d check:${id} student:zoe`);
    await prof(`/check close ${id} release:true confirm:true`);
    expect(newestPost()).not.toContain("Solution");
    expect(await prof(`/check results ${id} post:true release:true`)).toContain("no marks and no solution yet");
    expect(channel()).not.toContain("Solution β");
  });

  test("are kept back from nobody in a course that hides no keys", async () => {
    const { id } = await held();
    await prof("/course setup hide_keys:false");
    expect(await prof(`/check close ${id}`)).not.toContain("Without marks");
    await prof(`/check close ${id} confirm:true`);
    expect(newestPost()).toContain("Solution β");
  });
});

describe("a vote beside an open check on its data", () => {
  const votes = async (id: string, round: number, letters: string): Promise<void> => {
    for (const [index, letter] of [...letters].entries()) await room.words(`v${String(index)}`, `/check pick ${id} round:${String(round)} choice:${letter}`);
  };

  test("shows the class how many chose what and who changed, with nothing of right or wrong", async () => {
    await prof(about("rSquared", "closes:2d"));
    const id = await posted('/check vote question:"β of WMT?" key:beta ticker:WMT');
    await votes(id, 1, "AAAAAABBBBBB");
    expect(await prof(`/check close ${id}`)).toContain("There was no second vote");
    await prof(`/check discuss ${id}`);
    await prof(`/check revote ${id}`);
    await votes(id, 2, "BBBBBBBBBBBB");
    const asks = await prof(`/check close ${id}`);
    expect(asks).toContain("12 people have voted in the second vote.");
    expect(asks).toContain("how many chose what, with nothing of right or wrong");
    await prof(`/check close ${id} confirm:true`);
    const results = newestPost();
    expect(results).toMatch(/- A · [^:]*: 6, then folded|- A · [^:]*: 6, then 0/u);
    expect(results).toMatch(/- B · [^:]*: 6, then 12/u);
    expect(results).toContain("A to B 6 people");
    expect(results).toContain("The right choice and its reason come when the check WMT rSquared on the same data closes");
    expect(results).not.toMatch(/✓|\(right\)|That is what you get|Why|Right:|wrong to right|[Bb]ecame right/u);
    expect(JSON.stringify(room.posts.at(-1)!.pictures)).not.toMatch(/right|wrong/iu);
    await prof(`/check results ${id} post:true release:true`);
    expect(newestEdit()).toMatch(/✓/u);
  });

  test("on numbers shows how many voted alone", async () => {
    await prof(about("rSquared", "closes:2d"));
    const id = await posted('/check vote question:"β of WMT?" key:beta ticker:WMT as:numbers rounds:1');
    for (let person = 0; person < 8; person += 1) await room.words(`v${String(person)}`, `/check submit ${id} round:1 answer1:0.6738`);
    expect(await prof(`/check close ${id}`)).toContain("Posted in <#class> at once: how many voted.");
    await prof(`/check close ${id} confirm:true`);
    expect(newestPost()).toContain("8 voted");
    expect(newestPost()).not.toMatch(/0\.67|✓/u);
    expect(room.posts.at(-1)!.pictures).toEqual([]);
  });
});

describe("the question before closing says what will be posted", () => {
  test.each([
    { typed: "/check post think-plotting", says: "how many wrote an answer. The model answer comes when you reveal it.", not: /with the solution/u },
    { typed: '/check vote question:"Is β a slope?" key:true counts:correct', says: "There was no second vote: the results are those of the first alone. Whoever was right in it gets the points.", not: /with the solution/u },
    { typed: '/check vote question:"Is β a slope?" key:true', says: "Posted in <#class>: nobody voted.", not: /what is right/u },
    { typed: "/check post factor-share variants:true", says: "Its results would be posted in <#class>.", not: /solution/u },
    { typed: "/check post annualise-alpha", says: "Its results, with the solution, would be posted in <#class>.", not: /later/u },
  ])("$typed", async ({ typed, says, not }) => {
    const asks = await prof(`/check close ${await posted(typed)}`);
    expect(asks).toContain(says);
    expect(asks).not.toMatch(not);
  });
});
