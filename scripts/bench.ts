// npm run bench: see bench/run.ts. npm run bench -- archive | desk | sitemaps | cards | names | typing | media: see the file of that name in bench/.
const [, , which = ''] = process.argv
await import(
  `../bench/${['archive', 'desk', 'sitemaps', 'cards', 'names', 'typing', 'media'].includes(which) ? which : 'run'}.ts`
)

export {}
