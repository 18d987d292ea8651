/// <reference types="node" />
import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";

import { JournalEntryError } from "../errors/delivery.ts";
import { decodeEntry, encodeEntry, type Journal, type JournalEntry } from "./journal.ts";

/**
 * A journal in a folder, for programs under Node: a file for each key, which is there whole or not at all, whatever
 * dies when. Processes may share it.
 *
 * @param folder Made if it is not there.
 */
export function fileJournal(folder: string): Journal {
  const pathOf = (key: string) => join(folder, `${encodeURIComponent(key)}.json`);
  return {
    read: async (key) => readEntry(pathOf(key)),
    create: async (key, entry) => {
      const written = await writeAside(folder, entry);
      try {
        await link(written, pathOf(key)); // unlike a rename it fails if the file is there
        await sync(folder);
        return entry;
      } catch (error) {
        if (!isCode(error, "EEXIST")) throw error;
        return (await readEntry(pathOf(key))) ?? entry;
      } finally {
        await unlink(written);
      }
    },
    update: async (key, entry) => {
      await rename(await writeAside(folder, entry), pathOf(key));
      await sync(folder);
    },
  };
}

async function readEntry(path: string): Promise<JournalEntry | undefined> {
  try {
    return decodeEntry(await readFile(path, "utf8"));
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return undefined;
    throw new JournalEntryError({ path, cause });
  }
}

/** Writes an entry to a file of its own, down to the disk, and returns the file's path. */
async function writeAside(folder: string, entry: JournalEntry): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `.${randomUUID()}`);
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(encodeEntry(entry));
    await file.sync();
  } finally {
    await file.close();
  }
  return path;
}

/** Makes the names in a folder durable too, where the system can. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
