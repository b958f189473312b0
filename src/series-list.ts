/** Several series as one option's value: "JPM WMT"; a comma parts them where one is a portfolio: "SPY, JPM - WMT". */
export const listText = (ids: readonly string[]): string => ids.join(ids.some((id) => /[*\s]/u.test(id)) ? ", " : " ");

/** The items of a value that `listText` wrote, or that is one series. */
export const listItems = (text: string): readonly string[] => text.split(/,/u.test(text) ? /\s*,\s*/u : /\*|\s-\s/u.test(text) ? /$/u : " ").filter((item) => item !== "");
