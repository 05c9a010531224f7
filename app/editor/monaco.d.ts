// Parts of Monaco that come without types of their own.
declare module 'monaco-editor/esm/vs/editor/editor.api.js' {
  export * from 'monaco-editor'
}
declare module 'monaco-editor/esm/vs/editor/browser/*'
declare module 'monaco-editor/esm/vs/editor/contrib/*'
declare module 'monaco-editor/esm/vs/base/*'

declare var MonacoEnvironment: { getWorker(): Worker }
