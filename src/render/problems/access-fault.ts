import type { AccessFault } from "../../datasets/problem.ts";
import type { FaultWords } from "./fault-words.ts";

/** The file as a whole: whether it can be had, opened and kept. */
export const accessFaultWords: Readonly<Record<AccessFault, FaultWords>> = {
  missing: () => ({ what: "there is no such file", next: "Check the path and the spelling." }),
  "not-a-file": () => ({ what: "this is a folder or a device", next: "Name the CSV file itself." }),
  unreadable: ({ value }) => ({ what: `the file can't be read (${value})`, next: "Check its permissions, then try again." }),
  "too-large": ({ value }) => ({
    what: `the file is too large (${value})`,
    next: "A data file may have 64 MB. Leave out columns or years that the course does not need.",
  }),
  binary: () => ({
    what: "this is neither a text file nor an Excel sheet",
    next: "Give a CSV file, an .xlsx file, or French's zip as it is.",
  }),
  "not-text": () => ({ what: "this is no text file (a workbook, .xlsx, is none)", next: "Give the CSV file as Canvas exports it, or save the sheet as CSV UTF-8." }),
  "bad-archive": ({ value }) => ({
    what: `the archive can't be used: ${value}`,
    next: "Download it again, or unpack it and give the CSV file inside.",
  }),
  offline: ({ value }) => ({
    what: `the server can't be reached (${value})`,
    next: "Check the connection and try again, or download the file in a browser and import it.",
  }),
  "not-found": ({ value }) => ({
    what: `the server does not give the file (${value})`,
    next: "Try again later, or find the file on the library's page and import it.",
  }),
  "no-ticker": ({ value }) => ({ what: `the service has no prices of such a ticker${value === "" ? "" : ` (${value})`}`, next: "Check how it writes the ticker, like BRK-B, VOD.L or ^GSPC, or import a file of it." }),
  "refused-ticker": ({ value }) => ({
    what: `the service does not give its prices (${value})`,
    next: value.endsWith("429")
      ? "It was asked too often: try again in an hour, or import a file of it."
      : /40[13]$|token|api key/iu.test(value)
        ? "It does not take this host's key, or this machine: whoever runs the bot looks at TIINGO_API_KEY in .env. Or import a file of it."
        : "Try again later, or import a file of it.",
  }),
  "odd-answer": ({ value }) => ({ what: `the service's answer is no table of prices (${value})`, next: "It may refuse this machine, or have changed: try again later, or import a file of it." }),
  "cut-short": ({ value }) => ({ what: `the download broke off (${value})`, next: "Try again." }),
  "too-slow": ({ value }) => ({
    what: `the download took longer than ${value}`,
    next: "Try again on a faster connection.",
  }),
  "not-prepared": () => ({ what: "its preview is no longer kept", next: "Add the file again." }),
  "not-imported": ({ value }) => ({
    what: "nothing of that name was imported",
    next: value === "" ? "`npm run data:list` shows what is." : `Did you mean ${value}? \`npm run data:list\` shows all.`,
  }),
  "nothing-to-undo": () => ({ what: "no import is left to take back", next: "`npm run data:list` shows what is loaded." }),
  "over-quota": ({ value }) => ({ what: `this server's data would have ${value}`, next: "Remove a file that is not needed with `/data remove`, or leave out columns." }),
  "too-many-students": ({ value }) => ({ what: `it has more than ${value} students`, next: "Give the export of one course." }),
  "changed-since-import": () => ({ what: "the stored file is no longer the one that was imported", next: "Import the original file again." }),
  unwritable: ({ value }) => ({
    what: `the file can't be stored (${value})`,
    next: "Check the space on the disk and the data folder's permissions, then import again.",
  }),
};
