import { spawn } from 'node:child_process'
import lighthouse, { type Flags } from 'lighthouse'
import { CHROMIUM_STIL, findChromium } from '#test/chromium.ts'
import { startWebsite } from '#test/website.ts'

/** Lighthouse over de openbare pagina's, zoals een telefoon ze ziet. Gebruik: `npm run bench:lighthouse`. */
const PAGINAS = [
  '/',
  '/onderdelen',
  '/onderdelen/oco',
  '/geld',
  '/doelen',
  '/planning',
  '/plancontrole',
  '/open-data',
]
const SOORTEN = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const pad = findChromium()
if (pad === undefined) throw new Error('Chromium ontbreekt: installeer het pakket chromium.')
const poort = 9_300 + (process.pid % 500)
const profiel = `/tmp/omzien-lighthouse-${process.pid}`
const browser = spawn(
  pad,
  ['--headless', ...CHROMIUM_STIL, `--remote-debugging-port=${poort}`, `--user-data-dir=${profiel}`],
  {
    stdio: 'ignore',
  },
)
const site = await startWebsite()
try {
  const rijen: Record<string, string | number>[] = []
  for (const pagina of PAGINAS) {
    const opties: Flags = { port: poort, onlyCategories: [...SOORTEN], logLevel: 'error', output: 'json' }
    const uitslag = await lighthouse(site.adres + pagina, opties)
    const cijfers = SOORTEN.map((soort) => [
      soort,
      Math.round((uitslag?.lhr.categories[soort]?.score ?? 0) * 100),
    ])
    const gewicht = uitslag?.lhr.audits['total-byte-weight']?.numericValue ?? 0
    rijen.push({ pagina, ...Object.fromEntries(cijfers), 'kB eerste bezoek': Math.round(gewicht / 1024) })
  }
  console.table(rijen)
} finally {
  browser.kill()
  await site.sluit()
}
