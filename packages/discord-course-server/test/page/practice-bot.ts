/** A bot that is not ours, small enough to read at once, with one of everything that the page draws. */
import { createCanvas } from "@napi-rs/canvas";
import {
  ActionRowBuilder,
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ApplicationCommandDataResolvable,
  type ChatInputCommandInteraction,
  type Interaction,
} from "discord.js";

const tickers = ["JPM", "WMT", "MSFT", "SPY"];
const ticker = { name: "ticker", description: "The asset, like JPM", type: Option.String, required: true, autocomplete: true } as const;

const commands: ApplicationCommandDataResolvable[] = [
  {
    name: "chart",
    description: "A picture and a table of an asset",
    options: [
      ticker,
      { name: "lags", description: "How many lags", type: Option.Integer, minValue: 0, maxValue: 60 },
      { name: "frequency", description: "Days or months", type: Option.String, choices: ["daily", "monthly"].map((value) => ({ name: value, value })) },
    ],
  },
  { name: "ask", description: "A question in words", options: [{ name: "question", description: "What you want to know", type: Option.String, required: true }] },
  { name: "secret", description: "Something for you alone" },
  { name: "slow", description: "An answer that takes a moment" },
  { name: "deaf", description: "A command that is never answered" },
  { name: "letters", description: "Everything that Markdown does here" },
  { name: "hand-in", description: "Takes a file", options: [{ name: "work", description: "Your file", type: Option.Attachment, required: true }] },
  { name: "grade", description: "For instructors", defaultMemberPermissions: "32" },
  { name: "Explain this", type: ApplicationCommandType.Message },
  { name: "Greet", type: ApplicationCommandType.User },
];

/** The picture's size in pixels. */
export const pictureSize = { width: 800, height: 450 } as const;

export async function startPracticeBot(token: string, restApi: string): Promise<{ close(): Promise<void> }> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages], rest: { api: restApi } });
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  client.on(Events.MessageCreate, (message) => {
    if (message.mentions.has(client.user!)) void message.reply("You called?");
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await (await ready).application.commands.set(commands);
  return { close: () => client.destroy() };
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toUpperCase();
    return interaction.respond(tickers.filter((each) => each.startsWith(typed)).map((value) => ({ name: `${value} · simulated`, value })));
  }
  if (interaction.isChatInputCommand()) return answerCommand(interaction);
  if (interaction.isMessageContextMenuCommand()) return interaction.reply({ content: `About: ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
  if (interaction.isUserContextMenuCommand()) return interaction.reply(`Hello ${interaction.targetUser.toString()}`);
  if (interaction.isStringSelectMenu()) return interaction.reply({ content: `Chosen: ${interaction.values.join(", ")}`, flags: MessageFlags.Ephemeral });
  if (interaction.isModalSubmit()) return interaction.reply(`Noted: ${interaction.fields.getTextInputValue("note")}`);
  if (!interaction.isButton()) return undefined;
  if (interaction.customId === "note") return interaction.showModal(noteForm());
  return interaction.update({ content: `Pressed by **${interaction.user.displayName}**`, components: [buttons(true)] });
}

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<unknown> {
  switch (interaction.commandName) {
    case "chart":
      return interaction.reply({ ...chart(interaction), components: [buttons(false), choices()] });
    case "ask":
      return interaction.reply(`You asked: ${interaction.options.getString("question", true)}`);
    case "secret":
      return interaction.reply({ content: "The variant is ||7||", flags: MessageFlags.Ephemeral });
    case "slow":
      await interaction.deferReply();
      await new Promise((resolve) => setTimeout(resolve, 700));
      return interaction.editReply("Here it is.");
    case "hand-in": {
      const { name, size } = interaction.options.getAttachment("work", true);
      return interaction.reply({ content: `Got ${name}, ${String(size)} bytes`, files: [new AttachmentBuilder(Buffer.from("date,JPM\n"), { name: "marks.csv" })] });
    }
    case "letters":
      return interaction.reply(`${letters}\nTry </chart:1> or </gone:2>`);
    case "grade":
      return interaction.reply("Graded.");
    default:
      return undefined;
  }
}

const letters = [
  "# Heading\n**bold**, *italic*, __underlined__, ~~struck~~, `code` and [a link](https://example.com/a)",
  "- first\n  - inside\n- second\n1. one\n2. two\n> quoted\n-# small print",
  "```python\nbeta = cov / var\n```<t:1767225600:D> and a_variable_name, 2 * 3 * 4",
].join("\n");

function chart(interaction: ChatInputCommandInteraction) {
  const asset = interaction.options.getString("ticker", true);
  const embed = new EmbedBuilder()
    .setColor(0x2f_6f_b0)
    .setTitle(`β of ${asset} on SPY is 1.395`)
    .setDescription("95 % interval **1.375 to 1.415** (classical). More than one for one: *aggressive*.")
    .addFields(
      { name: "α a day", value: "0.016 %", inline: true },
      { name: "R²", value: "0.53", inline: true },
      { name: "n", value: "7,974", inline: true },
      { name: "Exercise", value: "What happens to R² if you double the position?" },
    )
    .setImage("attachment://chart.png")
    .setFooter({ text: `${asset} ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · simulated sample` });
  return { embeds: [embed], files: [new AttachmentBuilder(picture(), { name: "chart.png", description: `Scatter of ${asset} on SPY with a rising line` })] };
}

const buttons = (pressed: boolean) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder({ customId: "hedge", label: "Hedge it", style: ButtonStyle.Primary, disabled: pressed }),
    new ButtonBuilder({ customId: "note", label: "Write a note", style: ButtonStyle.Secondary }),
    new ButtonBuilder({ customId: "right", label: "Right", style: ButtonStyle.Success }),
    new ButtonBuilder({ customId: "wrong", label: "Wrong", style: ButtonStyle.Danger }),
  );

const choices = () =>
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder({
      customId: "pick",
      placeholder: "Another factor",
      options: [
        { label: "Mkt-RF", value: "mkt", description: "The market" },
        { label: "SMB", value: "smb", description: "Size" },
        { label: "HML", value: "hml", description: "Value" },
      ],
    }),
  );

const noteForm = () =>
  new ModalBuilder({ customId: "note-form", title: "A note" }).addLabelComponents(
    new LabelBuilder()
      .setLabel("Your note")
      .setDescription("Everybody will see it")
      .setTextInputComponent(new TextInputBuilder({ customId: "note", style: TextInputStyle.Paragraph, minLength: 3, maxLength: 200, required: true })),
  );

function picture(): Buffer {
  const { width, height } = pictureSize;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#2f6fb0";
  for (let point = 0; point < 300; point += 1) {
    const across = 60 + ((point * 137) % 680);
    pen.fillRect(across, 400 - across * 0.45 + ((point * 61) % 90) - 45, 4, 4);
  }
  pen.strokeStyle = "#d1495b";
  pen.lineWidth = 4;
  pen.beginPath();
  pen.moveTo(60, 373);
  pen.lineTo(740, 67);
  pen.stroke();
  return canvas.toBuffer("image/png");
}
