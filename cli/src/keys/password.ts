import type { OfflineContext } from "../command.ts";
import { InvalidValueError, MissingSettingError } from "../errors.ts";

/** Reads the password of a keystore from a file, or asks for it without showing it. */
export async function readPassword(
  { io, readInput }: Pick<OfflineContext, "io" | "readInput">,
  path: string,
  passwordFile: string | undefined,
): Promise<string> {
  // A file that an editor has saved ends with a line end that is no part of the password.
  if (passwordFile !== undefined) return (await readInput(passwordFile)).replace(/\r?\n$/, "");
  if (io.ask === undefined) throw missing(path);
  return io.ask(`Password of ${path}: `, { secret: true });
}

/** As {@link readPassword}, for a new keystore: asks twice. */
export async function readNewPassword(
  context: Pick<OfflineContext, "io" | "readInput">,
  path: string,
  passwordFile: string | undefined,
): Promise<string> {
  const password = await readPassword(context, path, passwordFile);
  if (password === "") throw new InvalidValueError({ what: "Password", text: "", expected: "at least one character" });
  if (passwordFile !== undefined || context.io.ask === undefined) return password;
  const again = await context.io.ask("Once more: ", { secret: true });
  if (again === password) return password;
  throw new InvalidValueError({ what: "Password", text: "…", expected: "the same both times" });
}

function missing(path: string): MissingSettingError {
  return new MissingSettingError({
    what: `The password of ${path}`,
    remedies: ["Pass a file that holds it with `--password-file`, or run this in a terminal."],
  });
}
