/** The page's drawings: strokes on a field of 24 by 24, in the colour of the text around them. */

const paths = {
  hash: "M10 3 8 21M16 3l-2 18M4 8.5h17M3 15.5h17",
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1",
  chevron: "m6 9 6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  eye: "M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7-10-7-10-7Zm13 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
  plus: "M12 5v14M5 12h14",
  menu: "M4 6h16M4 12h16M4 18h16",
  sun: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  screen: "M3 5h18v11H3zM9 20h6M12 16v4",
  apps: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6",
  file: "M6 2h8l5 5v15H6zM14 2v5h5",
  download: "M12 4v11m0 0-5-5m5 5 5-5M5 20h14",
  down: "M12 5v14m0 0-6-6m6 6 6-6",
  check: "m5 13 4 4L19 7",
  send: "M3.5 11.500 21 3.500l-5 17-4.500-7zM11.500 13.500 21 3.500",
  reply: "M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  launch: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  people: "M12 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 5.300a3.500 3.500 0 0 1 0 6.400M18 14.500c2.500.8 4 2.800 4 5.500",
  warning: "M12 3 2 20h20zM12 10v4M12 17v.01",
} as const;

export type IconName = keyof typeof paths;

const svg = "http://www.w3.org/2000/svg";

export function icon(name: IconName): SVGSVGElement {
  const drawn = document.createElementNS(svg, "svg");
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", paths[name]);
  drawn.append(path);
  return drawn;
}
