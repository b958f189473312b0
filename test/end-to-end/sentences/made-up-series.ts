import { Random } from "./random.ts";

/** A table of one file: days, and columns of decimals with blanks. */
export interface MadeUpFile {
  readonly name: string;
  readonly text: string;
}

const random = new Random(20_261_127);
const annual = (rate: number): number => rate / 252;

interface Market {
  readonly factor: number;
  readonly volatility: number;
}

/** Volatility that lingers, fat tails, a premium of 8% a year. */
function market(days: number): readonly Market[] {
  let log = 0;
  return Array.from({ length: days }, () => {
    log = 0.97 * log + 0.12 * random.normal();
    const volatility = 0.01 * Math.exp(log);
    return { factor: annual(0.08) + volatility * random.fat(5), volatility };
  });
}

type Rule = (day: Market, at: number, days: number) => number | null;

/** Residuals that resemble the one before (or reverse it). */
function following(share: number, size: number): () => number {
  let last = 0;
  return () => (last = share * last + size * Math.sqrt(1 - share * share) * random.normal());
}

const echo = following(0.3, 0.012);
const reverse = following(-0.3, 0.012);
const noise = (size: number): number => size * random.normal();

/** One rule for each series: what a student's data could be like, and what makes a careless sentence wrong. */
const assets: Readonly<Record<string, Rule>> = {
  UNIT: ({ factor }) => factor + noise(0.01),
  HIGH: ({ factor }) => 1.5 * factor + noise(0.014),
  LOW: ({ factor }) => 0.4 * factor + noise(0.008),
  NEG: ({ factor }) => -0.8 * factor + noise(0.011),
  NOBETA: () => annual(0.03) + noise(0.012),
  TINY: ({ factor }) => 0.02 * factor + noise(0.02),
  CALM: ({ factor }) => annual(0.02) + 1.1 * factor + noise(0.0015),
  HALF: ({ factor }) => 0.5 * factor,
  FATT: ({ factor }) => 0.9 * factor + 0.014 * random.fat(3),
  SKEWED: ({ factor }) => factor + 0.012 * (Math.log(1 - random.next()) + 1),
  DRIFT: ({ factor }, at, days) => (0.4 + (1.2 * at) / days) * factor + noise(0.008),
  ECHO: ({ factor }) => 0.9 * factor + echo(),
  BACK: ({ factor }) => factor + reverse(),
  WILD: ({ factor }) => 1.2 * factor + noise(0.003 + 0.9 * Math.abs(factor)),
  STORMY: ({ factor, volatility }) => factor + 1.2 * volatility * random.fat(5),
  RICH: ({ factor }) => annual(0.5) + 0.8 * factor + noise(0.012),
  POOR: ({ factor }) => annual(-0.5) + 1.2 * factor + noise(0.012),
  FALLING: ({ factor }) => (factor < 0 ? 1.6 : 0.8) * factor + noise(0.008),
  LATE: ({ factor }, at, days) => (at < 0.4 * days ? null : 1.1 * factor + noise(0.011)),
  HOLED: ({ factor }, at) => (at % 181 === 90 ? null : 0.9 * factor + noise(0.009)),
  DOWN: ({ factor }) => annual(-0.3) + 0.3 * factor + noise(0.009),
  NEAR: ({ factor }) => factor + noise(0.0006),
  SPY: ({ factor }) => 0.97 * factor + noise(0.001),
};

function madeUp(days: readonly string[]): readonly MadeUpFile[] {
  const path = market(days.length);
  const rules = Object.entries(assets);
  const cell = (value: number | null): string => (value === null ? "" : value.toFixed(6));
  const rows = days.map((day, at) => [day, ...rules.map(([, rule]) => cell(rule(path[at]!, at, days.length)))].join(","));
  const shift = 0.0001;
  const lifted = days.map((_, at) => (Number(path[at]!.factor.toFixed(6)) + shift).toFixed(6));
  /** HIGH and LOW together, to the last digit of their cells: what a factor leaves of it is what it leaves of both. */
  const column = (name: string): number => 1 + rules.findIndex(([other]) => other === name);
  const both = rows.map((row) => row.split(",")).map((cells) => (Number(cells[column("HIGH")]) + Number(cells[column("LOW")])).toFixed(6));
  /** UNIT, of which both α and β rise in 2020. */
  const jump = rows.map((row, at) => Number(row.split(",")[column("UNIT")]) + (days[at]! >= "2020" ? 0.004 + 0.5 * path[at]!.factor : 0)).map((value) => value.toFixed(6));
  /** No return: it creeps up and down. */
  const level = days.map((_, at) => (0.0003 * Math.sin(at / 200)).toFixed(6));
  /** Half of a move arrives a day late, as where an asset trades thinly. Its own draws leave the others as they are. */
  const apart = new Random(7);
  const stale = days.map((_, at) => (0.5 * path[at]!.factor + 0.5 * (path[at - 1]?.factor ?? 0) + 0.004 * apart.normal()).toFixed(6));
  /** A day in five without a return, in no order. Its own draws again. */
  const holes = new Random(8);
  const gappy = days.map((_, at) => [(0.7 * path[at]!.factor + 0.006 * holes.normal()).toFixed(6), holes.next()] as const).map(([value, chance]) => (chance < 0.2 ? "" : value));
  const percent = (value: number): string => (100 * value).toFixed(4);
  const rate = percent(annual(0.025));
  const others = days.map(() => ({ smb: 0.005 * random.fat(5), hml: 0.006 * random.fat(5), rmw: 0.004 * random.normal(), cma: 0.003 * random.normal(), mom: annual(0.05) + 0.008 * random.fat(4) }));
  const compact = (day: string): string => day.replaceAll("-", "");
  const french = (title: string, names: string, of: (at: number) => readonly string[]): string =>
    [`${title}: made up for a test`, "", `,${names}`, ...days.map((day, at) => [compact(day), ...of(at)].join(",")), ""].join("\r\n");
  const three = (at: number): readonly string[] => [percent(path[at]!.factor), percent(others[at]!.smb), percent(others[at]!.hml)];
  return [
    { name: "F-F_Research_Data_Factors_daily.CSV", text: french("Factors", "Mkt-RF,SMB,HML,RF", (at) => [...three(at), rate]) },
    {
      name: "F-F_Research_Data_5_Factors_2x3_daily.CSV",
      text: french("Five factors", "Mkt-RF,SMB,HML,RMW,CMA,RF", (at) => [...three(at), percent(others[at]!.rmw), percent(others[at]!.cma), rate]),
    },
    { name: "F-F_Momentum_Factor_daily.CSV", text: french("Momentum", "Mom", (at) => [percent(others[at]!.mom)]) },
    { name: "made_up_excess.csv", text: [["date", ...rules.map(([name]) => name), "LIFT", "BOTH", "LEVEL", "JUMP", "STALE", "GAPPY"].join(","), ...rows.map((row, at) => `${row},${lifted[at]!},${both[at]!},${level[at]!},${jump[at]!},${stale[at]!},${gappy[at]!}`), ""].join("\n") },
    {
      name: "made_up_total.csv",
      text: ["date,TOTAL", ...days.map((day, at) => `${day},${(annual(0.025) + 1.2 * path[at]!.factor + noise(0.01)).toFixed(6)}`), ""].join("\n"),
    },
  ];
}

/** The files of the made-up series on the days given; the same every time. */
let made: readonly MadeUpFile[] | null = null;
export const madeUpFiles = (days: readonly string[]): readonly MadeUpFile[] => (made ??= madeUp(days));
export const madeUpAssets: readonly string[] = [...Object.keys(assets), "LIFT", "TOTAL"];
