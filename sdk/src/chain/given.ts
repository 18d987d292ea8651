import { MissingParameterError } from "../errors/math.ts";

/** Names of what a caller may leave out. */
type OptionalOf<parameters> = {
  [name in keyof parameters]-?: object extends Pick<parameters, name> ? name : never;
}[keyof parameters];

/** When to read, which is optional everywhere. */
type Always = "blockNumber";

/**
 * The parameters of an action, to be taken apart: one that is not there is an error that names it. Only plain JavaScript
 * can leave one out, and would otherwise meet it as whatever `undefined` becomes further on.
 * @param optional Names of what may be left out, as far as it is read; the compiler hides the others.
 */
export function given<parameters extends object, const name extends OptionalOf<parameters> = never>(
  parameters: parameters,
  ...optional: readonly name[]
): Omit<parameters, Exclude<OptionalOf<parameters>, name | Always>> {
  const mayBeMissing: readonly PropertyKey[] = [...optional, "blockNumber" satisfies Always];
  const target: object = typeof parameters === "object" ? (parameters ?? {}) : {};
  return new Proxy(target, {
    get: (all, parameter: string) => {
      const value: unknown = Reflect.get(all, parameter) ?? undefined;
      if (value === undefined && !mayBeMissing.includes(parameter)) throw new MissingParameterError({ parameter });
      return value;
    },
  }) as parameters;
}
