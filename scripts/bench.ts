import '../bench/run.ts'

// npm run bench: see bench/run.ts
