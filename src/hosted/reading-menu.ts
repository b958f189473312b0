/** What the model may choose among: names of the program, and nothing of anybody's. */
export interface ReadingMenu {
  /** Commands that only read, with what each answers. */
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  /** Entries of the glossary. */
  readonly entries: readonly { readonly id: string; readonly name: string }[];
  /** Ids of series that a question may be about. */
  readonly assets: readonly string[];
}

/** One item of the menu, with the asset that the question seems to mean; null: none. */
export interface MenuChoice {
  readonly of: "command" | "entry";
  /** A command's name, or an entry's id. */
  readonly id: string;
  readonly asset: string | null;
}

/** An item as it stands in the exchange. */
interface MenuItem {
  readonly written: string;
  readonly choice: Omit<MenuChoice, "asset">;
  readonly about: string;
}

/** What stands for no item, and for no asset. */
export const nothing = "none";

/** Services take schemas with at most a thousand values; a course has a few dozen series. */
const mostAssets = 200;

export const itemsOf = ({ commands, entries }: ReadingMenu): readonly MenuItem[] => [
  ...commands.map(({ name, about }): MenuItem => ({ written: `/${name}`, choice: { of: "command", id: name }, about })),
  ...entries.map(({ id, name }): MenuItem => ({ written: `entry:${id}`, choice: { of: "entry", id }, about: name })),
];

export const assetsOf = ({ assets }: ReadingMenu): readonly string[] => [...new Set(assets)].filter((id) => id !== nothing).slice(0, mostAssets);
