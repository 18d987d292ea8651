import type { HardhatPlugin } from "hardhat/types/plugins";

/** Not for us to mend, or of tests, which are larger than a chain allows. */
const IRRELEVANT = /--> npm\/|more than 256 warnings|code size is[^]*--> project\/(test|campaign)\//;

/** Hides what the compiler warns of in dependencies; what it warns of in the contracts, scripts/check.ts refuses. */
const plugin: HardhatPlugin = {
  id: "quiet-dependencies",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async invokeSolc(context, compiler, input, config, next) {
          const output = await next(context, compiler, input, config);
          const errors = output.errors?.filter(
            ({ severity, formattedMessage, message }) =>
              severity === "error" || !IRRELEVANT.test(formattedMessage ?? message),
          );
          return errors === undefined ? output : { ...output, errors };
        },
      }),
    }),
  },
};

export default plugin;
