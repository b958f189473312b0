/** A number in one of the chapter's print formats: Python's {:.3f}, {:,.0f}, {:.1%} and statsmodels' %#.4g. */
export function asPrinted(value: number, format: string): string {
  const digits = Number(/\d+$/.exec(format)?.[0] ?? 0);
  switch (format.replace(/\d+$/, "")) {
    case "fixed":
      return withoutNegativeZero(value.toFixed(digits));
    case "percent":
      return `${withoutNegativeZero((100 * value).toFixed(digits))}%`;
    case "significant":
      return significant(value, digits);
    case "count":
      return String(value);
    case "dollars":
      return `$${Math.round(value).toLocaleString("en-US")}`;
    default:
      throw new RangeError(`no such print format: ${format}`);
  }
}

function withoutNegativeZero(text: string): string {
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/** C's %#.Ng: N significant digits, trailing zeros and the point kept, an exponent of at least two digits. */
function significant(value: number, digits: number): string {
  if (value === 0) return (0).toFixed(digits - 1);
  const text = value.toPrecision(digits);
  const [mantissa, exponent] = text.split("e");
  const pointed = mantissa!.includes(".") ? mantissa! : `${mantissa!}.`;
  if (exponent === undefined) return pointed;
  return `${pointed}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, "0")}`;
}
