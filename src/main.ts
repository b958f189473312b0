import { commands } from "./commands/index.ts";
import { readConfigOrExit, type Config } from "./config.ts";
import { startBot, type Bot } from "./discord/client.ts";
import { logger } from "./logger.ts";
import { openWorld, type OpenWorld } from "./open-world.ts";
import { failure, success, type Outcome } from "./outcome.ts";
import { startPlayground, type Playground } from "./playground/start-playground.ts";
import { drawChart } from "./render/chart/draw.ts";
import { problemWords } from "./render/problem.ts";

/** First things to try, on the course server's page. */
const tries = ["/beta JPM", "/compare JPM WMT", "/size MSFT 1m", "/explain portable alpha", "/practice", "/help"];

/** Wiring only: config → datasets → bot. Without a token the local course server stands in for Discord. */
interface Running {
  readonly bot: Bot;
  readonly world: OpenWorld;
  readonly playground: Playground | null;
}

async function start(config: Config): Promise<Outcome<Running>> {
  const world = openWorld(config);
  if (!world.ok) return world;
  const store = await world.value.store();
  if (!store.ok) return store;
  const desk = {
    commands,
    world: world.value,
    draw: (spec: Parameters<typeof drawChart>[0]) => Promise.resolve(drawChart(spec)),
    log: logger(config.logLevel),
  };
  if (config.discord) {
    const bot = await startBot({ ...config.discord, restApi: null }, desk);
    return success({ bot, world: world.value, playground: null });
  }
  const playground = await startPlayground({ port: config.port, page: { folder: config.folders.page, tries } });
  if (!playground.ok) return failure(playground.problem);
  const { token, restApi } = playground.value;
  const bot = await startBot({ token, restApi, guildId: null }, desk);
  return success({ bot, world: world.value, playground: playground.value });
}

const started = await start(readConfigOrExit());
if (started.ok) {
  const { bot, playground, world } = started.value;
  console.log(playground ? `The course server is open: ${playground.url}` : "Factor TA is serving Discord.");
  const stop = (): void => {
    void bot
      .close()
      .then(() => playground?.close())
      .then(() => world.close())
      .then(() => process.exit(0));
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
} else {
  const { cause, next } = problemWords(started.problem);
  console.error(`${cause}\n${next}`);
  process.exitCode = 1;
}
