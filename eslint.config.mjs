import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { readsClock, writesTicketSchema } from './scripts/lint/house-rules.mjs';

const TYPESCRIPT = '{ts,tsx}';
const TESTS = ['**/*.spec.ts', 'tests/**', 'bench/**', 'libs/testing/**'];
// What reads the machine's clock says so in its name; a browser has only its own.
const CLOCKS = ['**/clock.ts', '**/*-clock.ts', 'apps/console/**'];

/** Which house rules hold in which folder. */
const houseRules = (folder, rules) => ({
  files: [`${folder}/**/*.${TYPESCRIPT}`],
  rules: { 'no-restricted-syntax': ['error', ...rules] },
});

const typeChecked = {
  files: [`**/*.${TYPESCRIPT}`],
  extends: [tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/no-confusing-void-expression': [
      'error',
      { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
    ],
    // Spreading a string goes by code point, which is what Chinese text wants.
    '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    // Nest's modules are classes with nothing but a decorator.
    '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    '@typescript-eslint/no-unused-vars': [
      'error',
      {
        argsIgnorePattern: '^_',
        varsIgnorePattern: '^_',
        destructuredArrayIgnorePattern: '^_',
        ignoreRestSiblings: true,
      },
    ],
    // Full-width spaces belong to Chinese text.
    'no-irregular-whitespace': ['error', { skipJSXText: true, skipStrings: true, skipTemplates: true }],
  },
};

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'reports', '.stryker-tmp', '.ci']),
  eslint.configs.recommended,
  typeChecked,
  houseRules('apps', [...writesTicketSchema('apps'), ...readsClock]),
  houseRules('libs', writesTicketSchema('libs')),
  houseRules('libs/queue', writesTicketSchema('libs/queue')),
  houseRules('libs/platform', writesTicketSchema('libs/platform')),
  houseRules('libs/ticket', [...writesTicketSchema('libs/ticket'), ...readsClock]),
  houseRules('libs/calendar', [...writesTicketSchema('libs/calendar'), ...readsClock]),
  { files: CLOCKS, rules: { 'no-restricted-syntax': ['error', ...writesTicketSchema('clocks')] } },
  houseRules('libs/store', readsClock),
  { files: TESTS, rules: { 'no-restricted-syntax': 'off' } },
  // React and antd hand out functions as members of objects, to be taken out of them.
  { files: ['apps/console/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    files: ['**/*.{mjs,cjs}'],
    rules: { 'no-undef': 'off' },
  },
);
