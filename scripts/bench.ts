// npm run bench: see bench/run.ts. npm run bench -- archive: see bench/archive.ts.
await import(process.argv[2] === 'archive' ? '../bench/archive.ts' : '../bench/run.ts')

export {}
