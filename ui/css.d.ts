/** Stylesheets that a screen brings along: `import './queue.css'`; Vite links them, nothing is inlined. */
declare module '*.css'
