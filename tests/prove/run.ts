/** `npm run prove -- NAME`: what needs more than npm packages, or minutes. Each throws where it does not hold. */
const proofs: Record<string, () => Promise<{ prove: () => Promise<void> }>> = {
  print: () => import('./print'),
  kills: () => import('./kills'),
  outbox: () => import('./outbox'),
  'import-kills': () => import('./import-kills'),
  'two-clocks': () => import('./two-clocks'),
  season: () => import('./season'),
  audit: () => import('./audit'),
  pictures: () => import('./pictures'),
}

async function main() {
  const name = process.argv[2] ?? ''
  const load = proofs[name]
  if (!load) {
    console.error(`No proof "${name}". There are: ${Object.keys(proofs).join(', ')}.`)
    process.exit(2)
  }
  const { prove } = await load()
  await prove().catch((reason: unknown) => {
    console.error(`prove ${name}: FAILED: ${reason instanceof Error ? reason.message : String(reason)}`)
    process.exit(1)
  })
}

void main()
