import type { CourseServer } from "discord-course-server";
import { beta } from "../commands/beta.ts";

/**
 * A newcomer to the course server sees a reply before typing anything: the instructor asks for the chapter's first number,
 * as any person of the channel would. Rejects where the bot does not answer.
 */
export async function showFirstReply(courseServer: Pick<CourseServer, "user">): Promise<void> {
  await courseServer.user("instructor").command(beta.name, { ticker: "JPM" });
}
