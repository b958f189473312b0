import { deflateSync } from "node:zlib";
import { ApplicationCommandOptionType, AttachmentBuilder, type Interaction } from "discord.js";
import { expect, test } from "vitest";
import { specFaults } from "../testing/spec-faults.ts";
import { openCourseServer, startBot } from "./fixtures.ts";

/** The head of a PNG, 3 by 2 pixels: enough to be known as one. */
const png = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d494844520000000300000002", "hex"),
  deflateSync(Buffer.alloc(16)),
]);

async function answerBeta(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  const chart = new AttachmentBuilder(png, { name: "chart.png", description: "A scatter of points" });
  await interaction.editReply({
    embeds: [{ title: interaction.options.getString("ticker", true), image: { url: "attachment://chart.png" } }],
    files: [chart],
  });
}

test("a discord.js bot logs in, registers a command and answers it with an embed and a picture", async () => {
  const courseServer = await openCourseServer();
  const { client } = await startBot(courseServer, answerBeta);
  const option = { type: ApplicationCommandOptionType.String as const, name: "ticker", description: "Which", required: true };
  await client.application.commands.set([{ name: "beta", description: "A beta", options: [option] }]);

  const { message, failure } = await courseServer.user("student-1").command("beta", { ticker: "JPM" });

  expect(failure).toBeNull();
  expect(message?.embeds[0]?.title).toBe("JPM");
  expect(message?.embeds[0]?.image).toMatchObject({ width: 3, height: 2, description: "A scatter of points" });
  const picture = await fetch(message?.embeds[0]?.image?.url ?? "");
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect(Buffer.from(await picture.arrayBuffer()).equals(png)).toBe(true);
  expect(specFaults(courseServer.requests)).toEqual([]);
});
