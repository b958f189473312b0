import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/dist/", "data/", "node_modules/", "coverage/", "out/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { noInlineConfig: true },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // Discord counts in code points, which is what spreading a string gives.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name='toFixed']",
          message: "A number becomes text in src/render/numbers.ts only.",
        },
      ],
    },
  },
  // Numeric columns are read by index in loops; elsewhere a type says what is there.
  {
    files: ["src/engine/**", "src/datasets/**", "src/render/chart/**", "bench/**", "scripts/**", "**/test/**", "**/testing/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  // An analysis answers the questions that it has numbers for; the default says that it has no answer to the others.
  {
    files: ["src/commands/answer-first/**"],
    rules: { "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }] },
  },
  {
    files: ["src/render/numbers.ts", "bench/**", "scripts/**", "test/**", "packages/**"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
);
