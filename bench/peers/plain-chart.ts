import { ChartJSNodeCanvas } from "chartjs-node-canvas";

export interface PlainChart {
  readonly title: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The fitted line's ends. */
  readonly line: readonly { readonly x: number; readonly y: number }[];
}

const room = new ChartJSNodeCanvas({ width: 1000, height: 600, backgroundColour: "white" });

/** The scatter as its documentation shows to make one: Chart.js draws every point, the canvas writes the PNG. */
export function plainChart({ title, x, y, line }: PlainChart): Buffer {
  return room.renderToBufferSync({
    type: "scatter",
    data: {
      datasets: [
        { type: "line", label: "fit", data: [...line], borderColor: "#d55e00", borderWidth: 3, pointRadius: 0 },
        {
          label: "days",
          data: Array.from(x, (value, row) => ({ x: value, y: y[row]! })),
          backgroundColor: "#0072b259",
          borderWidth: 0,
          pointRadius: 1.5,
          pointStyle: "rect",
        },
      ],
    },
    options: {
      animation: false,
      plugins: { title: { display: true, text: title } },
      scales: { x: { title: { display: true, text: "SPY" } }, y: { title: { display: true, text: "JPM" } } },
    },
  });
}
