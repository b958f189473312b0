import { ButtonStyle, ComponentType, TextInputStyle } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { buttonStyle, componentType, textInputStyle } from "../../src/page/component-types.ts";

test("the page's numbers are those of discord-api-types, by name", () => {
  expect(Object.keys(componentType).length).toBeGreaterThan(15);
  expect(ComponentType).toMatchObject(componentType);
  expect(ButtonStyle).toMatchObject(buttonStyle);
  expect(TextInputStyle).toMatchObject(textInputStyle);
});
