import { reply, type CommandCall, type Reply } from "./reply.ts";
import { spokenCommand } from "./spoken-command.ts";

/** The answer to a bug of ours: nothing of its inside, only a reference that the log has too. */
export function faultReply(reference: string): Reply {
  return reply({
    embed: {
      title: "Our fault",
      description: `Something broke on our side, reference **${reference}**.\n\nNothing that was confirmed to you is lost. Ask again; if it breaks again, give the reference to the course staff.`,
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** The answer to a button or form of an older version, or a forged one. */
export function staleReply(): Reply {
  return reply({
    embed: {
      title: "Please ask again",
      description: "This button was made by another version of me, or what it was to do is no longer kept. Type its command once more; `/` lists them all.",
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** In the place of a form that was not ready in time: Discord opens one only as the first response. */
export function lateFormReply(): Reply {
  return reply({
    embed: {
      title: "Please press again",
      description: "The form took longer than Discord waits for one. Nothing was done: press the same button once more.",
      color: 0xe69f00,
    },
    audience: "asker",
    result: {},
  });
}

/** What came in while the bot leaves: nothing of it was begun. */
export function restartingReply(): Reply {
  return reply({
    embed: {
      title: "I am restarting",
      description: "Nothing was done. Ask once more in a minute.",
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** Too much at once: nothing of it was begun, and the way back is named. */
export function busyReply(because: "person" | "everybody" | "heavy", waitSeconds: number): Reply {
  const words = {
    person: "You have several questions under way already.",
    everybody: "Many people are asking at this moment.",
    heavy: "You asked several long ones in a row; shorter ones are answered as always.",
  };
  return reply({
    embed: {
      title: "Busy for a moment",
      description: `${words[because]} Nothing was done: try again in about ${String(waitSeconds)} s.`,
      color: 0xe69f00,
    },
    audience: "asker",
    result: { because, waitSeconds },
  });
}

/** The public message in place of a private answer: its button shows the answer to the person who presses it. */
export function forYouAloneReply(call: CommandCall | null): Reply {
  return reply({
    embed: {
      title: "That answer is for you alone",
      description: call
        ? "Press the button: only you will see it."
        : "Ask with a slash command instead: only you will see the answer. `/help` lists them all.",
      color: 0x0072b2,
    },
    nextSteps: call ? [{ label: spokenCommand(call), ...call, style: "primary" }] : [{ label: "/help", command: "help", options: {} }],
    result: {},
  });
}

/** Where Discord does not let the bot pin. */
export function pinRefusedReply(): Reply {
  return reply({
    embed: {
      title: "I may not pin here",
      description: "Give my role the permission **Pin Messages** in this channel, or pin it yourself.",
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** Where the channel has as many pins as Discord takes. */
export function pinsFullReply(): Reply {
  return reply({
    embed: {
      title: "This channel is full of pins",
      description: "Discord takes no more here. Unpin an older message, then press the button again.",
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** In place of an answer to a message that holds a picture or a file alone. */
export function noTextReply(): Reply {
  return reply({
    embed: {
      title: "That message has no text",
      description: "I read words, not pictures or files. Type the question to `/ask`.",
      color: 0xe69f00,
    },
    audience: "asker",
    result: {},
  });
}
