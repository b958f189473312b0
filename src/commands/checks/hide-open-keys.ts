import type { Datasets } from "../../datasets/datasets.ts";
import { findSeriesOrPortfolio, proportionalText } from "../../datasets/portfolio.ts";
import { checkAssignment, ownVariantOf } from "../../grading/check-assignment.ts";
import { taskOf } from "../../grading/check-task.ts";
import { reportedSubjects } from "../../grading/reported-regressions.ts";
import { tellsKey, type DeclaredPrints, type TellsBy } from "../../grading/reveals-key.ts";
import { printedIn } from "../../render/prints.ts";
import { figuresLeftOutReply, hiddenKeyReply, keptPrivateWords } from "../../render/replies/exercise.ts";
import type { Reply } from "../../render/reply.ts";
import type { Store } from "../../store/store.ts";
import type { Caller, AppContext } from "../app-context.ts";
import { isInstructor } from "../instructor.ts";
import { wordsOf } from "./assignment-words.ts";
import { checkSteps } from "./check-steps.ts";
import { findOpenCheck, type OpenCheck } from "./open-checks-of.ts";

/**
 * The reply, or in its place the hint of an open check whose key it would print: for the students of the check's course,
 * wherever they ask, unless the course was set up otherwise. Every reply that holds numbers of the data comes through here.
 */
export async function hideOpenKeys(reply: Reply, question: Caller & AppContext): Promise<Reply> {
  const store = await question.store();
  // Where the store can't be opened, no check is open: the bot does not start without it.
  if (!store.ok) return reply;
  const { withoutFigures } = reply;
  const opened = store.value;
  const toldBy = async (shown: Reply): Promise<Told | null> => {
    const declared = declaredPrints(shown, question);
    const ways = new Map<string, TellsBy | null>();
    const open = await findOpenCheck(async (check) => {
      const by = tellsKey(declared, check, question, await ownVariantOf(check, question.asker.id, opened, question));
      ways.set(check.id, by);
      return by !== null;
    }, question, opened);
    return open === null ? null : { open, by: ways.get(open.check.id) ?? "stock" };
  };
  // What the words themselves say is there whatever their figures are of.
  const inWords = withoutFigures ? await toldBy(withoutFigures) : null;
  if (inWords) return hintReply(inWords, opened, question);
  const told = await toldBy(reply);
  if (!told) return reply;
  return withoutFigures ? figuresLeftOutReply(withoutFigures, shownAs(told.open)) : hintReply(told, opened, question);
}

/**
 * An instructor's public reply that would tell a key of a check that is open in this server, for the instructor alone; any
 * other reply as it is. Students read along in a channel, and on the wall of a lecture.
 */
export async function keepKeysPrivate(reply: Reply, question: Caller & AppContext): Promise<Reply> {
  const { asker, place } = question;
  const store = await question.store();
  if (!store.ok || reply.audience === "asker" || place.guildId === null || !(await isInstructor(asker, place, store.value))) return reply;
  if (!(await store.value.courses.settings(place.guildId)).hideKeys) return reply;
  const declared = declaredPrints(reply, question);
  for (const check of await store.value.checks.listOpenAnywhere(question.now())) {
    if (check.guild !== place.guildId) continue;
    if (tellsKey(declared, check, question, await ownVariantOf(check, asker.id, store.value, question)) === null) continue;
    return { ...reply, audience: "asker", content: [keptPrivateWords(check.title), reply.content ?? ""].filter((part) => part !== "").join("\n") };
  }
  return reply;
}

/** An open check, and by what a reply tells its key. */
interface Told {
  readonly open: OpenCheck;
  readonly by: TellsBy;
}

export function declaredPrints(reply: Reply, { datasets }: Pick<AppContext, "datasets">): DeclaredPrints {
  let numbers: readonly number[] | null = null;
  const { regressions, swept } = reportedSubjects(reply);
  return {
    regressions: regressions.flatMap((regression) => {
      const factors = [...new Set(regression.factors.flatMap((id) => seriesWithin(id, datasets)))];
      const [holdings] = partsOf([regression.asset], datasets);
      const factorHoldings = partsOf(regression.factors, datasets);
      return seriesWithin(regression.asset, datasets).map((asset) => ({ ...regression, asset, factors, factorHoldings, ...(holdings === undefined ? {} : { holdings }) }));
    }),
    swept: swept.flatMap((id) => seriesWithin(id, datasets)),
    written: reply.written ?? [],
    sweptPortfolios: partsOf(swept, datasets),
    numbers: () => (numbers ??= printedIn(reply)),
  };
}

/** A series, or a portfolio and everything that it holds: from `3*JPM` anybody works out JPM, and from twice a portfolio the portfolio. */
function seriesWithin(id: string, datasets: Datasets): readonly string[] {
  const found = findSeriesOrPortfolio(id, datasets);
  const holdings = found.ok ? found.value.holdings : undefined;
  return holdings === undefined ? [id] : [id, proportionalText(holdings), ...holdings.map(({ series }) => series.id)];
}

/** The parts of each portfolio among some ids. */
const partsOf = (ids: readonly string[], datasets: Datasets): readonly (readonly string[])[] =>
  ids.flatMap((id) => {
    const found = findSeriesOrPortfolio(id, datasets);
    const holdings = found.ok ? found.value.holdings : undefined;
    return holdings === undefined ? [] : [holdings.map(({ series }) => series.id)];
  });

/** What a student reads in place of what would give the key away; its button works in the check's own server alone. */
async function hintReply({ open, by }: Told, store: Store, question: Caller & AppContext): Promise<Reply> {
  const { check } = open;
  const task = taskOf(check, question);
  const assignment =
    task.ok && task.value.kind === "marked" ? await checkAssignment(check, task.value, question.asker.id, store, question) : null;
  const hint = check.hints && assignment?.ok ? (wordsOf(assignment.value).hints[0] ?? null) : null;
  // An answer is taken in the check's own server, and from whoever still has time.
  const isHere = question.place.guildId === check.guild && (await store.answers.refusal(check.id, question.asker.id, question.now())) === null;
  return hiddenKeyReply({ ...shownAs(open), by, hint }, isHere && task.ok && check.vote === null ? checkSteps(check, task.value, question).slice(0, 1) : []);
}

const shownAs = ({ check: { title }, isLate, until }: OpenCheck) => ({ title, isLate, until });
