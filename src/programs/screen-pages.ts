import { boundedCache } from "../bounded-cache.ts";
import type { AppContext } from "../commands/app-context.ts";
import { findScreen, type Screen } from "../commands/checks/screen.ts";
import type { DispatchContext } from "../discord/dispatch.ts";
import type { ScreenPages } from "../hosting/screen-server.ts";
import { screenFiles } from "../render/screen/screen-files.ts";
import { screenPage, screenPart } from "../render/screen/screen-page.ts";

/** How long one look at the store serves everybody who looks at a page. */
const keptMs = 1_000;
const mostKept = 100;

const html = "text/html; charset=utf-8";

/** The projector's pages, of the checks in the store. */
export function screenPages(context: AppContext, draw: DispatchContext["draw"]): ScreenPages {
  const kept = boundedCache<{ readonly at: number; readonly screen: Promise<Screen | null> }>(mostKept, () => 1);
  const find = (name: string): Promise<Screen | null> => {
    const known = kept.get(name);
    if (known !== undefined && Math.abs(context.now() - known.at) < keptMs) return known.screen;
    const screen = findScreen(name, context);
    kept.set(name, { at: context.now(), screen });
    return screen;
  };
  return {
    async page(name) {
      const screen = await find(name);
      return screen && { type: html, body: screenPage(screen.view, context.now()) };
    },
    async part(name) {
      const screen = await find(name);
      return screen && { type: html, body: screenPart(screen.view, context.now()) };
    },
    async picture(name) {
      const picture = (await find(name))?.picture ?? null;
      return picture && { type: "image/png", body: await draw(picture) };
    },
    files: screenFiles,
  };
}
