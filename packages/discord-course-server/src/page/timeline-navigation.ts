/** Moving about in the messages: arrows from one to the next, and staying at the newest while one is there. */

/** The list is one stop of the Tab key; inside it the arrows move. */
export function navigateMessages(list: HTMLElement): void {
  list.addEventListener("focusin", ({ target }) => {
    const article = (target as Element).closest("article");
    for (const each of list.querySelectorAll("article")) each.setAttribute("tabindex", each === article ? "0" : "-1");
    for (const tool of list.querySelectorAll(".tool")) tool.setAttribute("tabindex", article?.contains(tool) ? "0" : "-1");
  });
  list.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.tagName !== "ARTICLE") return;
    const articles = [...list.querySelectorAll<HTMLElement>("article")];
    const at = articles.indexOf(target);
    const to: Readonly<Record<string, number>> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: articles.length - 1 };
    const next = articles[to[key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

const idOf = (article: HTMLElement | null): string => article?.dataset["message"] ?? "";

/** Pixels by which a reader may be above the newest message's first line and still be at it. */
const near = 80;

/**
 * Keeps the newest message in view, unless the reader has scrolled up to others. One that is higher than the view is shown
 * from its first line, where its result is; the channel's first message is shown with the channel's start above it. Once the
 * reader has scrolled, what is in view stays there until the next message.
 */
export function stickToNewest(scroller: HTMLElement, content: HTMLElement, jump: HTMLElement): { readonly settle: () => void; readonly force: () => void } {
  let sticks = true;
  /** The newest message when the reader scrolled. */
  let readOn: string | null = null;
  /** Where this function has scrolled to, and how high everything was then. */
  let placed = { top: 0, ofAll: 0, ofView: 0 };
  const place = (top: number): void => {
    scroller.scrollTop = top;
    placed = { top: scroller.scrollTop, ofAll: scroller.scrollHeight, ofView: scroller.clientHeight };
  };
  /** The browser scrolls too, where heights change; then the watcher places the newest message again. */
  const hasReaderScrolled = (): boolean =>
    Math.abs(scroller.scrollTop - placed.top) >= 2 && scroller.scrollHeight === placed.ofAll && scroller.clientHeight === placed.ofView;
  const newest = (): HTMLElement | null => [...content.querySelectorAll<HTMLElement>("article")].at(-1) ?? null;
  const target = (): number => {
    const end = scroller.scrollHeight - scroller.clientHeight;
    const message = newest();
    if (message === null) return end;
    if (content.querySelectorAll("article").length === 1) return 0;
    return Math.min(end, scroller.scrollTop + message.getBoundingClientRect().top - scroller.getBoundingClientRect().top);
  };
  const settle = (): void => {
    if (sticks && (readOn === null || readOn !== idOf(newest()))) {
      readOn = null;
      place(target());
    } else {
      place(scroller.scrollTop);
    }
    jump.hidden = sticks;
  };
  const force = (): void => {
    sticks = true;
    readOn = null;
    settle();
  };
  scroller.addEventListener("scroll", () => {
    if (!hasReaderScrolled()) return;
    sticks = scroller.scrollTop > target() - near;
    readOn = idOf(newest());
    jump.hidden = sticks;
  });
  const watcher = new ResizeObserver(settle);
  watcher.observe(content);
  watcher.observe(scroller);
  jump.addEventListener("click", force);
  return { settle, force };
}
