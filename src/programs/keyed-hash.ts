import { createHmac } from "node:crypto";

/** HMAC-SHA-256 of a text, in hexadecimal: what nobody can work out, or undo, without the secret. */
export const keyedHash = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex");
