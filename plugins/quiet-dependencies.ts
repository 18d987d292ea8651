import type { HardhatPlugin } from "hardhat/types/plugins";

/** Hides the compiler's warnings about dependencies, and makes those about our own code errors. */
/** Counted lines and planted mutants make contracts too large for a chain: the compiler warns of it. */
const strict = process.env["INSTRUMENTED"] === undefined;

const plugin: HardhatPlugin = {
  id: "quiet-dependencies",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async invokeSolc(context, compiler, input, config, next) {
          const output = await next(context, compiler, input, config);
          if (output.errors === undefined) return output;
          output.errors = output.errors
            .filter(
              (error) =>
                error.severity === "error" ||
                !/--> npm\/|more than 256 warnings/.test(error.formattedMessage ?? error.message),
            )
            .map((error) => (error.severity === "warning" && strict ? { ...error, severity: "error" } : error));
          return output;
        },
      }),
    }),
  },
};

export default plugin;
