import tseslint from "typescript-eslint";

import { noCircles } from "./scripts/lint/noCircles.ts";
import { oneDirection } from "./scripts/lint/oneDirection.ts";
import { SDK_ROOMS } from "./scripts/lint/sdkRooms.ts";

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
  { files: ["sdk/src/**/*.ts"], rules: { "imports/one-direction": ["error", SDK_ROOMS] } },
);
