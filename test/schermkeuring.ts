import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

/** Wat elk scherm moet doorstaan: geldig, toegankelijk, en passend zonder opzij te schuiven. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Alles wat axe uit zichzelf nagaat, en van WCAG 2.2 ook de maat van wat men aanraakt. */
const AXE_REGELS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Wat goed is, hoeft axe niet per plek te beschrijven: dat kost op een lange pagina de meeste tijd.
  resultTypes: ['violations'],
}
type Axe = { violations: { id: string; nodes: { target: unknown[]; html: string }[] }[] }

const MATEN = [320, 1280] as const
/** Hoe een scherm bewaard en gekeurd wordt: smal, breed, en breed in het donker. */
export const BEELDEN = [
  [320, 'light'],
  [1280, 'light'],
  [1280, 'dark'],
] as const

const htmlkeur = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] })

export async function htmlklachten(html: string): Promise<string[]> {
  const { results } = await htmlkeur.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `regel ${line}: ${ruleId} ${message}`),
  )
}

export async function axeklachten(pagina: Page): Promise<string[]> {
  await pagina.evaluate(AXE)
  const { violations } = await pagina.evaluate<Axe>(`axe.run(${JSON.stringify(AXE_REGELS)})`)
  return violations.map(({ id, nodes }) => {
    const plekken = nodes.slice(0, 3).map((node) => node.target.join(' '))
    return `${id}: ${plekken.join(', ')}, bijvoorbeeld ${nodes[0]?.html}`
  })
}

export const past = (pagina: Page): Promise<boolean> =>
  pagina.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')

/** De klachten over wat er nu staat, smal en breed. */
export async function beeldklachten(pagina: Page, naam: string): Promise<string[]> {
  const klachten: string[] = []
  for (const width of MATEN) {
    await pagina.setViewportSize({ width, height: 800 })
    klachten.push(...(await axeklachten(pagina)).map((een) => `${naam} ${width}: ${een}`))
    if (!(await past(pagina))) klachten.push(`${naam} schuift opzij op ${width} px`)
  }
  return klachten
}

/** De klachten over het scherm op dit adres: de html zelf, en het beeld na laden op elke maat. */
export async function schermklachten(pagina: Page, adres: string, pad: string): Promise<string[]> {
  const klachten: string[] = []
  for (const width of MATEN) {
    await pagina.setViewportSize({ width, height: 800 })
    const antwoord = await pagina.goto(adres + pad)
    assert.equal(antwoord?.status(), 200, pad)
    if (width === MATEN[0])
      klachten.push(...(await htmlklachten(await antwoord.text())).map((een) => `${pad} ${een}`))
    klachten.push(...(await axeklachten(pagina)).map((een) => `${pad} ${width}: ${een}`))
    if (!(await past(pagina))) klachten.push(`${pad} schuift opzij op ${width} px`)
  }
  return klachten
}

/** Bewaart het hele scherm. Op een volle machine lukt een lang beeld soms pas de tweede keer; het beeld is geen toets. */
export async function maakBeeld(pagina: Page, path: string): Promise<void> {
  const neem = () => pagina.screenshot({ path, fullPage: true })
  await neem().catch(neem)
}

/** De naam van een beeld van dit scherm. */
export const beeldnaam = (pad: string): string =>
  pad.replace(/[^a-z0-9]+/giu, '-').replace(/^-|-$/gu, '') || 'voorpagina'
