import type { HardhatPlugin } from "hardhat/types/plugins";

/** Hides the compiler's warnings about dependencies, so that a warning about our own code is seen. */
const plugin: HardhatPlugin = {
  id: "quiet-dependencies",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async invokeSolc(context, compiler, input, config, next) {
          const output = await next(context, compiler, input, config);
          if (output.errors === undefined) return output;
          output.errors = output.errors.filter(
            (error) =>
              error.severity === "error" ||
              !/--> npm\/|more than 256 warnings/.test(error.formattedMessage ?? error.message),
          );
          return output;
        },
      }),
    }),
  },
};

export default plugin;
