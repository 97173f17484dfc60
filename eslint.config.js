import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const NODE_GLOBALS = ['process', 'URL', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'globalThis'];
const BROWSER_GLOBALS = ['document', 'window', 'fetch', 'FormData', 'HTMLElement', 'HTMLFormElement', 'HTMLInputElement', 'HTMLTextAreaElement', 'Event', 'navigator', 'requestAnimationFrame', 'sessionStorage', 'crypto', 'location', 'history', 'AbortController', 'URLSearchParams', 'DOMParser'];
const DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' };
const REPOSITORY = {
  selector: 'Decorator[expression.callee.name="InjectRepository"]',
  message: 'Work through Tx: one transaction carries the rows, the audit entry and the outbox.',
};
const WEB = { group: ['**/web/**'], message: 'web may import any feature; no feature imports web.' };

export default tseslint.config(
  { ignores: ['dist/', '.dist-*/', 'coverage/', '.data/', 'node_modules/'] },
  js.configs.recommended,
  {
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: {
      eqeqeq: 'error',
      'no-control-regex': 'off', // the import looks for such characters
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 7],
      'no-restricted-syntax': ['error', DEFAULT_EXPORT, REPOSITORY],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 7 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-undef': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/web/assets/scripts/*.js'], // these run in the browser
    languageOptions: { globals: Object.fromEntries(BROWSER_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['src/*/**/*.{ts,tsx}'],
    ignores: ['src/web/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [WEB] }] },
  },
  {
    // describe blocks, and migrations that are one SQL text
    files: ['**/*.spec.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['*.config.js', 'test/support/global-*.mjs'], // each is read by a tool that wants a default export
    rules: { 'no-restricted-syntax': 'off' },
  },
);
