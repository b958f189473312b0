import { Client, GatewayIntentBits, type Interaction } from "discord.js";
import { afterEach } from "vitest";
import { type CourseServer, type CourseServerOptions, startCourseServer } from "../src/start-course-server.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A course server on a free port, closed after the test. */
export async function openCourseServer(options: Partial<CourseServerOptions> = {}): Promise<CourseServer> {
  const started = await startCourseServer({ port: 0, ...options });
  closing.push(() => started.close());
  return started;
}

export interface BotOptions {
  readonly intents?: readonly GatewayIntentBits[];
  readonly shards?: { readonly index: number; readonly count: number };
  /** Milliseconds until a request is given up. */
  readonly timeout?: number;
}

/** A bot that has nothing to do with ours: it answers with whatever the test says. */
export async function startBot(
  courseServer: CourseServer,
  answer: (interaction: Interaction) => Promise<unknown>,
  { intents = [GatewayIntentBits.Guilds], shards = { index: 0, count: 1 }, timeout = 15_000 }: BotOptions = {},
): Promise<{ readonly client: Client<true>; readonly errors: unknown[] }> {
  const rest = { api: courseServer.restApi, timeout };
  const client = new Client({ intents, rest, shards: [shards.index], shardCount: shards.count });
  const errors: unknown[] = [];
  client.on("interactionCreate", (interaction) => {
    answer(interaction).catch((error: unknown) => errors.push(error));
  });
  client.on("error", (error) => errors.push(error));
  closing.push(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once("clientReady", resolve));
  await client.login(courseServer.token);
  return { client: await ready, errors };
}
