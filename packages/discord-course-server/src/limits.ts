/** Discord's limits as its documentation gives them. Lengths are counted in code points. */

export const mebibyte = 1024 * 1024;

export const limit = {
  content: 2000,
  embedTotal: 6000,
  embeds: 10,
  rows: 5,
  componentsV2: 40,
  componentsV2Text: 4000,
  files: 10,
  fileBytes: 10 * mebibyte,
  requestBytes: 25 * mebibyte,
  choices: 25,
  options: 25,
  commandCharacters: 8000,
  commands: { 1: 100, 2: 15, 3: 15 },
  /** Milliseconds to the first response, and to the end of the interaction's token. */
  firstResponse: 3000,
  tokenLife: 15 * 60 * 1000,
} as const;
