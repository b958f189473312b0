import { reply, type Reply } from "./reply.ts";

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

/** The answer to a button or form that an older version made, or that nobody made. */
export function staleReply(): Reply {
  return reply({
    embed: {
      title: "Please ask again",
      description: "This button was made by another version of me. Type its command once more; `/` lists them all.",
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}
