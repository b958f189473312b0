import { appendAudit } from "./courses.ts";
import type { Json } from "./records.ts";
import { jsonOf } from "./rows.ts";
import { inTransaction, randomText } from "./session.ts";
import type { Session } from "./session.ts";
import { idAlphabet } from "./create-check.ts";

/** A check that is kept to be posted later. */
interface KeptDraft {
  readonly id: string;
  readonly guild: string;
  readonly title: string;
  readonly content: Json;
  readonly by: string;
  readonly at: number;
}

/** Checks that are written and not posted. */
export interface Drafts {
  /** Stores all of them or none; returns them with their ids. */
  keep(guild: string, drafts: readonly Pick<KeptDraft, "title" | "content">[], attribution: { readonly by: string; readonly at: number }): Promise<readonly KeptDraft[]>;
  find(guild: string, id: string): Promise<KeptDraft | null>;
  /** Newest first. */
  list(guild: string): Promise<readonly KeptDraft[]>;
  /** Whether there was one. */
  discard(guild: string, id: string, attribution: { readonly by: string; readonly at: number }): Promise<boolean>;
}

export function drafts(session: Session): Drafts {
  const { db } = session;
  return {
    keep: (guild, kept, { by, at }) =>
      inTransaction(session, [], async (db) => {
        const rows = kept.map(({ title, content }): KeptDraft => ({ id: `d${randomText(6, idAlphabet)}`, guild, title, content, by, at }));
        for (const { content, by: createdBy, at: createdAt, ...row } of rows) await db.insertInto("drafts").values({ ...row, content: JSON.stringify(content), createdBy, createdAt }).execute();
        await appendAudit(db, { guild, at, actor: by, action: "check draft", person: null, details: { drafts: rows.map(({ id }) => id) } });
        return rows;
      }),
    async find(guild, id) {
      const row = await db.selectFrom("drafts").selectAll().where("guild", "=", guild).where("id", "=", id.toLowerCase()).executeTakeFirst();
      return row === undefined ? null : draftOf(row);
    },
    async list(guild) {
      const rows = await db.selectFrom("drafts").selectAll().where("guild", "=", guild).orderBy("createdAt", "desc").orderBy("id").execute();
      return rows.map(draftOf);
    },
    discard: (guild, id, { by, at }) =>
      inTransaction(session, [], async (db) => {
        const row = await db.deleteFrom("drafts").where("guild", "=", guild).where("id", "=", id.toLowerCase()).returning(["id", "title"]).executeTakeFirst();
        if (row === undefined) return false;
        await appendAudit(db, { guild, at, actor: by, action: "check discard", person: null, details: { draft: row.id, title: row.title } });
        return true;
      }),
  };
}

interface DraftRow {
  readonly id: string;
  readonly guild: string;
  readonly title: string;
  readonly content: string;
  readonly createdBy: string;
  readonly createdAt: number;
}

const draftOf = ({ content, createdBy, createdAt, ...same }: DraftRow): KeptDraft => ({ ...same, content: jsonOf(content), by: createdBy, at: createdAt });
