import { InvalidProjectError } from "../errors/csv.ts";

import { canonicalProject } from "./project.ts";

/**
 * Returns `canonicalProject` for a file, where most names are there many times: `undefined` for what cannot be a project.
 */
export function projectReader(): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, projectOf(text));
    return known.get(text);
  };
}

function projectOf(text: string): string | undefined {
  try {
    return canonicalProject(text);
  } catch (error) {
    if (error instanceof InvalidProjectError) return undefined;
    throw error;
  }
}
