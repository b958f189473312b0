/** Moving about in the messages: arrows from one to the next, and staying at the end while one is there. */

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

const near = 80;

/** Keeps the newest message in view, unless the reader has scrolled up. */
export function stickToEnd(scroller: HTMLElement, content: HTMLElement, jump: HTMLElement): { readonly settle: () => void; readonly force: () => void } {
  let sticks = true;
  let lastTop = 0;
  const settle = (): void => {
    if (sticks) scroller.scrollTop = scroller.scrollHeight;
    jump.hidden = sticks;
  };
  const force = (): void => {
    sticks = true;
    settle();
  };
  scroller.addEventListener("scroll", () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const isNear = scrollHeight - scrollTop - clientHeight < near;
    // Content that grows moves the end away without anybody having scrolled.
    if (isNear || scrollTop < lastTop) sticks = isNear;
    lastTop = scrollTop;
    jump.hidden = sticks;
  });
  const watcher = new ResizeObserver(settle);
  watcher.observe(content);
  watcher.observe(scroller);
  jump.addEventListener("click", force);
  return { settle, force };
}
