import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const faces = ['plan', 'till', 'door', 'settings']

/** A face may use `design`, `host` and `gen`; never another face and never the shell that mounts it. */
const faceWalls = faces.map((face) => ({
  files: [`src/${face}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          tauriOnlyInHost(),
          {
            group: [...faces.filter((other) => other !== face).map((other) => `../${other}/*`), '../app/*'],
            message: 'A face never imports another face or the shell: move shared things to design/ or host/.',
          },
        ],
      },
    ],
  },
}))

function tauriOnlyInHost() {
  return { group: ['@tauri-apps/*'], message: 'Only src/host talks to the desktop shell.' }
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/gen'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // The React Compiler is not in use: nothing is memoised behind our back.
      'react-hooks/incompatible-library': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-warning-comments': 'error',
      'no-restricted-imports': ['error', { patterns: [tauriOnlyInHost()] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/design/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            tauriOnlyInHost(),
            { group: [...faces, 'app'].map((name) => `../${name}/*`), message: 'design/ knows no face.' },
          ],
        },
      ],
    },
  },
  ...faceWalls,
  { files: ['src/host/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['scripts/**', 'test/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off' },
  },
  prettier,
)
