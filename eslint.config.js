import tseslint from "typescript-eslint";

import { noCircles } from "./scripts/lint/noCircles.ts";
import { oneDirection } from "./scripts/lint/oneDirection.ts";
import { SDK_ROOMS } from "./scripts/lint/sdkRooms.ts";

/** The SDK runs in web pages; the command stands upon it, not below it. */
const NOT_IN_A_PAGE = [{ patterns: ["node:*", "deepfunding-cli", "deepfunding-cli/*"] }];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "artifacts/",
      "cache/",
      "types/",
      "**/dist/",
      "coverage/",
      "site/.vitepress/cache/",
      "site/.vitepress/dist/",
      "site/.vitepress/pages/",
      "sdk/src/abi/",
      "sdk/src/client/generated/",
      "sdk/src/errors/generated/",
      "sdk/src/ethers/contracts/",
    ],
  },
  tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    files: ["**/*.ts"],
    plugins: { imports: { rules: { "no-circles": noCircles, "one-direction": oneDirection } } },
    rules: {
      "imports/no-circles": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-expressions": "off",
      complexity: ["error", 12],
      "max-lines-per-function": "off",
    },
  },
  {
    files: ["sdk/src/**/*.ts"],
    rules: { "imports/one-direction": ["error", SDK_ROOMS], "no-restricted-imports": ["error", ...NOT_IN_A_PAGE] },
  },
  { files: ["sdk/src/delivery/fileJournal.ts"], rules: { "no-restricted-imports": "off" } },
  {
    // What the command needs of the SDK, others may need as well: it goes through the SDK's entries.
    files: ["cli/src/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: ["**/sdk/**"] }] },
  },
);
