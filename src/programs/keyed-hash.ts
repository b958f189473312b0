import { createHmac } from "node:crypto";

/** HMAC-SHA-256 of a text, in hexadecimal: it cannot be computed or verified without the secret. */
export const keyedHash = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex");
