/** Reading multipart/form-data (RFC 7578) from a body that is in memory already, and bounded. */

export interface Part {
  readonly name: string;
  /** Null for an ordinary field. */
  readonly filename: string | null;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** More parts than Discord takes: ten files, the payload and some air. */
const mostParts = 20;
const lineBreak = Buffer.from("\r\n");
const blankLine = Buffer.from("\r\n\r\n");

export const boundaryOf = (contentType: string): string | null =>
  /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)?.slice(1).find(Boolean) ??
  null;

/** The parts in order, or null where the body doesn't keep to the format. */
export function readMultipart(body: Buffer, boundary: string): readonly Part[] | null {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const opening = delimiter.subarray(lineBreak.length);
  if (!body.subarray(0, opening.length).equals(opening)) return null;
  const parts: Part[] = [];
  let at = opening.length;
  while (body.toString("latin1", at, at + 2) !== "--") {
    const headersFrom = body.indexOf(lineBreak, at);
    const headersTo = body.indexOf(blankLine, at);
    const end = headersTo < 0 ? -1 : body.indexOf(delimiter, headersTo + blankLine.length - lineBreak.length);
    if (headersFrom < 0 || end < 0 || parts.length === mostParts) return null;
    const part = readPart(
      body.toString("utf8", headersFrom + lineBreak.length, headersTo),
      body.subarray(headersTo + blankLine.length, end),
    );
    if (part === null) return null;
    parts.push(part);
    at = end + delimiter.length;
  }
  return parts;
}

function readPart(headers: string, bytes: Buffer): Part | null {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(headers)?.[1];
  const name = parameter(disposition, "name");
  if (name === null) return null;
  return {
    name,
    filename: parameter(disposition, "filename"),
    contentType: /^content-type:\s*(\S.*?)\s*$/im.exec(headers)?.[1] ?? "",
    bytes,
  };
}

/** Quotes and line breaks in a name travel percent-encoded, as browsers and undici send them. */
function parameter(disposition: string | undefined, name: string): string | null {
  const quoted = new RegExp(`;\\s*${name}="([^"]*)"`, "i").exec(disposition ?? "")?.[1];
  return quoted?.replaceAll(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) ?? null;
}
