import { expect, test } from "vitest";
import type { CourseServer } from "../src/start-course-server.ts";
import { openCourseServer } from "./fixtures.ts";

interface Refusal {
  readonly code?: number;
  readonly errors?: object;
}

/** The paths of the faults, as "embeds.0.title: CODE". */
function faultsOf({ code, errors }: Refusal): string[] {
  if (code !== 50035) return [`code ${String(code)}`];
  const walk = (node: unknown, path: readonly string[]): string[] =>
    Object.entries(node as object).flatMap(([step, inner]: [string, unknown]) =>
      step === "_errors"
        ? (inner as { code: string }[]).map((fault) => `${path.join(".")}: ${fault.code}`)
        : walk(inner, [...path, step]),
    );
  return walk(errors, []);
}

async function request(courseServer: CourseServer, method: string, path: string, body: unknown): Promise<Refusal> {
  const headers = { authorization: `Bot ${courseServer.token}`, "content-type": "application/json" };
  const answer = await fetch(`${courseServer.restApi}/v10${path}`, { method, headers, body: JSON.stringify(body) });
  return (await answer.json()) as Refusal;
}

const row = (...components: object[]): object => ({ type: 1, components });
const button = (custom_id: string, more: object = {}): object => ({ type: 2, style: 1, label: "Go", custom_id, ...more });
const long = (length: number): string => "β".repeat(length);
const v2 = 1 << 15;
const media = (url: string): object => ({ type: 12, items: [{ media: { url } }] });

const messages: readonly [string, object, string[]][] = [
  ["content over 2,000", { content: long(2001) }, ["content: BASE_TYPE_MAX_LENGTH"]],
  ["nothing at all", {}, ["code 50006"]],
  ["blanks alone", { content: "  " }, ["code 50006"]],
  ["an embed's title over 256", { embeds: [{ title: long(257) }] }, ["embeds.0.title: BASE_TYPE_MAX_LENGTH"]],
  ["a description over 4,096", { embeds: [{ description: long(4097) }] }, ["embeds.0.description: BASE_TYPE_MAX_LENGTH"]],
  ["an empty embed", { embeds: [{}] }, ["embeds.0.description: BASE_TYPE_REQUIRED"]],
  ["an empty field", { embeds: [{ fields: [{ name: "β", value: " " }] }] }, ["embeds.0.fields.0.value: BASE_TYPE_REQUIRED"]],
  [
    "a field's value over 1,024",
    { embeds: [{ fields: [{ name: "a", value: "1" }, { name: "b", value: long(1025) }] }] },
    ["embeds.0.fields.1.value: BASE_TYPE_MAX_LENGTH"],
  ],
  ["26 fields", { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: "a", value: "1" })) }] }, ["embeds.0.fields: BASE_TYPE_MAX_LENGTH"]],
  ["a footer over 2,048", { embeds: [{ footer: { text: long(2049) } }] }, ["embeds.0.footer.text: BASE_TYPE_MAX_LENGTH"]],
  ["an author over 256", { embeds: [{ author: { name: long(257) } }] }, ["embeds.0.author.name: BASE_TYPE_MAX_LENGTH"]],
  ["11 embeds", { embeds: Array.from({ length: 11 }, () => ({ title: "a" })) }, ["embeds: BASE_TYPE_MAX_LENGTH"]],
  ["6,001 characters in all embeds", { embeds: [{ description: long(4000) }, { description: long(2001) }] }, ["embeds: MAX_EMBED_SIZE_EXCEEDED"]],
  ["a colour that is none", { embeds: [{ title: "a", color: 0x1_00_00_00 }] }, ["embeds.0.color: NUMBER_TYPE_MAX"]],
  ["an address that is none", { embeds: [{ title: "a", url: "not an address" }] }, ["embeds.0.url: URL_TYPE_INVALID_URL"]],
  ["a scheme that is none", { embeds: [{ title: "a", url: "ftp://a.b" }] }, ["embeds.0.url: URL_TYPE_INVALID_SCHEME"]],
  ["a time that is none", { embeds: [{ title: "a", timestamp: "yesterday" }] }, ["embeds.0.timestamp: DATETIME_TYPE_PARSE"]],
  [
    "a picture that no file has",
    { embeds: [{ image: { url: "attachment://chart.png" } }] },
    ["embeds.0.image.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"],
  ],
  ["6 rows", { components: Array.from({ length: 6 }, (_, index) => row(button(`b${index}`))) }, ["components: BASE_TYPE_MAX_LENGTH"]],
  ["6 buttons", { components: [row(...Array.from({ length: 6 }, (_, index) => button(`b${index}`)))] }, ["components.0.components: BASE_TYPE_BAD_LENGTH"]],
  ["a row without anything", { components: [row()] }, ["components.0.components: BASE_TYPE_BAD_LENGTH"]],
  [
    "a custom id twice",
    { components: [row(button("a")), row(button("a"))] },
    ["components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED"],
  ],
  ["a custom id over 100", { components: [row(button(long(101)))] }, ["components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH"]],
  ["a label over 80", { components: [row(button("a", { label: long(81) }))] }, ["components.0.components.0.label: BASE_TYPE_MAX_LENGTH"]],
  ["a button without a label", { components: [row({ type: 2, style: 1, custom_id: "a" })] }, ["components.0.components.0: BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"]],
  ["a button with an address and a custom id", { components: [row(button("a", { url: "https://a.b" }))] }, ["components.0.components.0: BUTTON_COMPONENT_CUSTOM_ID_AND_URL_EXCLUSIVE"]],
  ["a button outside a row", { components: [button("a")] }, ["components.0.type: UNION_TYPE_CHOICES"]],
  [
    "a select beside a button",
    { components: [row(button("a"), { type: 5, custom_id: "b" })] },
    ["components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED"],
  ],
  [
    "a select's value twice",
    { components: [row({ type: 3, custom_id: "a", options: [{ label: "x", value: "1" }, { label: "y", value: "1" }] })] },
    ["components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"],
  ],
  ["a select without options", { components: [row({ type: 3, custom_id: "a", options: [] })] }, ["components.0.components.0.options: BASE_TYPE_BAD_LENGTH", "components.0.components.0.max_values: BASE_TYPE_BAD_LENGTH"]],
  ["components of version 2 without its flag", { components: [{ type: 10, content: "a" }] }, ["components.0.type: UNION_TYPE_CHOICES"]],
  [
    "content beside components of version 2",
    { flags: v2, content: "a", components: [{ type: 10, content: "a" }] },
    ["content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
  ],
  ["over 4,000 characters of version 2", { flags: v2, components: [{ type: 10, content: long(2001) }, { type: 10, content: long(2000) }] }, ["components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"]],
  [
    "over 40 components of version 2",
    { flags: v2, components: [{ type: 17, components: Array.from({ length: 40 }, () => ({ type: 14 })) }] },
    ["components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"],
  ],
  [
    "a gallery's picture that no file has",
    { flags: v2, components: [media("attachment://a.png")] },
    ["components.0.items.0.media.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"],
  ],
  ["alt text over 1,024", { content: "a", attachments: [{ id: 0, description: long(1025) }] }, ["attachments.0.description: BASE_TYPE_MAX_LENGTH"]],
  [
    "mentions both parsed and listed",
    { content: "a", allowed_mentions: { parse: ["users"], users: ["1"] } },
    ["allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"],
  ],
  ["a private message that nobody request for", { content: "a", flags: 64 }, ["flags: MESSAGE_EPHEMERAL_NEEDS_INTERACTION"]],
  ["text where a list belongs", { embeds: "a" }, ["embeds: LIST_TYPE_CONVERT"]],
  ["a number where text belongs", { content: 1 }, ["content: BASE_TYPE_STRING"]],
];

test("a message is refused with the path of what is wrong with it", async () => {
  const courseServer = await openCourseServer();
  const { channel } = courseServer.user("student-1");
  const refused = await Promise.all(
    messages.map(async ([what, body]) => [what, faultsOf(await request(courseServer, "POST", `/channels/${channel.id}/messages`, body))]),
  );
  expect(refused).toEqual(messages.map(([what, , faults]) => [what, faults]));
});

test("what is just within the limits is taken", async () => {
  const courseServer = await openCourseServer();
  const { channel } = courseServer.user("student-1");
  const fields = Array.from({ length: 25 }, () => ({ name: "a", value: "1" }));
  const rows = Array.from({ length: 5 }, (_, at) => row(...Array.from({ length: 5 }, (__, index) => button(`${at}${index}`))));
  const full = { content: "𝛽".repeat(2000), embeds: [{ title: long(256), description: long(4096), fields }], components: rows };
  expect(await request(courseServer, "POST", `/channels/${channel.id}/messages`, full)).toMatchObject({ type: 0 });
  const layout = { flags: v2, components: [{ type: 17, components: [{ type: 10, content: long(4000) }, row(button("a"))] }] };
  expect(await request(courseServer, "POST", `/channels/${channel.id}/messages`, layout)).toMatchObject({ flags: v2 });
});

const option = (name: string, more: object = {}): object => ({ type: 3, name, description: "…", ...more });
const choice = (value: unknown, name = String(value)): object => ({ name, value });

const commands: readonly [string, object, string[]][] = [
  ["a name with a capital", { name: "Beta" }, ["name: APPLICATION_COMMAND_INVALID_NAME"]],
  ["a name with a blank", { name: "be ta" }, ["name: APPLICATION_COMMAND_INVALID_NAME"]],
  ["a name over 32", { name: "b".repeat(33) }, ["name: BASE_TYPE_BAD_LENGTH", "name: APPLICATION_COMMAND_INVALID_NAME"]],
  ["no description", { description: "" }, ["description: BASE_TYPE_BAD_LENGTH"]],
  ["a description over 100", { description: long(101) }, ["description: BASE_TYPE_BAD_LENGTH"]],
  [
    "a required option after an optional one",
    { options: [option("a"), option("b", { required: true })] },
    ["options.1.required: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"],
  ],
  ["an option twice", { options: [option("a"), option("a")] }, ["options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"]],
  [
    "choices together with autocomplete",
    { options: [option("a", { autocomplete: true, choices: [choice("x")] })] },
    ["options.0.choices: APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE"],
  ],
  ["a choice's value over 100", { options: [option("a", { choices: [choice("x".repeat(101), "x")] })] }, ["options.0.choices.0.value: BASE_TYPE_BAD_LENGTH"]],
  ["a choice twice", { options: [option("a", { choices: [choice("x", "1"), choice("x", "2")] })] }, ["options.0.choices.1.value: APPLICATION_COMMAND_OPTIONS_CHOICE_ALREADY_EXISTS"]],
  ["26 choices", { options: [option("a", { choices: Array.from({ length: 26 }, (_, index) => choice(`x${index}`)) })] }, ["options.0.choices: BASE_TYPE_MAX_LENGTH"]],
  ["26 options", { options: Array.from({ length: 26 }, (_, index) => option(`a${index}`)) }, ["options: BASE_TYPE_MAX_LENGTH"]],
  ["an option type that is none", { options: [option("a", { type: 12 })] }, ["options.0.type: BASE_TYPE_CHOICES"]],
  ["a subcommand beside an option", { options: [{ type: 1, name: "s", description: "…" }, option("a")] }, ["options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"]],
  ["bounds the wrong way round", { options: [option("a", { type: 4, min_value: 2, max_value: 1 })] }, ["options.0.min_value: APPLICATION_COMMAND_OPTIONS_BOUNDS_INVALID"]],
  [
    "8,001 characters in all",
    { options: [option("a", { choices: Array.from({ length: 25 }, (_, index) => choice(`${index}`.padEnd(100, "x"), `${index}`.padEnd(100, "y"))) }), option("b", { choices: Array.from({ length: 25 }, (_, index) => choice(`${index}`.padEnd(100, "x"), `${index}`.padEnd(100, "y"))) })] },
    [": APPLICATION_COMMAND_TOO_LARGE"],
  ],
  ["a menu with a description", { type: 3, name: "Ask", description: "…" }, ["description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID"]],
  ["permissions that are none", { default_member_permissions: "many" }, ["default_member_permissions: BITFIELD_TYPE_CONVERT"]],
];

test("a command is refused with the path of what is wrong with it", async () => {
  const courseServer = await openCourseServer();
  const path = `/applications/${courseServer.botId}/commands`;
  const refused = await Promise.all(
    commands.map(async ([what, body]) => [what, faultsOf(await request(courseServer, "POST", path, { name: "beta", description: "…", ...body }))]),
  );
  expect(refused).toEqual(commands.map(([what, , faults]) => [what, faults]));
});

test("a list of commands keeps ids, refuses names twice and names the command at fault", async () => {
  const courseServer = await openCourseServer();
  const path = `/applications/${courseServer.botId}/guilds/${courseServer.guildIds[0]!}/commands`;
  const put = (...list: object[]): Promise<Refusal> => request(courseServer, "PUT", path, list);
  const beta = { name: "beta", description: "…" };
  const [first] = (await put(beta)) as unknown as { id: string }[];
  const [second] = (await put({ ...beta, description: "Another" })) as unknown as { id: string; description: string }[];
  expect(second).toMatchObject({ id: first!.id, description: "Another" });
  expect(faultsOf(await put(beta, beta))).toEqual(["1.name: APPLICATION_COMMANDS_DUPLICATE_NAME"]);
  expect(faultsOf(await put(beta, { ...beta, name: "B" }))).toEqual(["1.name: APPLICATION_COMMAND_INVALID_NAME"]);
  const many = Array.from({ length: 101 }, (_, index) => ({ name: `c${index}`, description: "…" }));
  expect(faultsOf(await put(...many))).toEqual(["code 30032"]);
});
