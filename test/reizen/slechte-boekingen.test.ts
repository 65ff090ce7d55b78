import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { controleerJournaal } from '#grootboek/deur.ts'
import { type Vorm, vormenUit } from '#test/formulieren.ts'
import {
  type Antwoord,
  GIF,
  type Indringer,
  keurFout,
  keurTekst,
  maakIndringer,
  RAAR,
} from '#test/indringer.ts'

/** Alles wat iemand verkeerd in een formulier over geld kan doen, tegen de echte website. */

const VREEMD: Readonly<Record<string, string>> = {
  ...RAAR,
  geenSchrikkeljaar: '29-02-2023',
  lang_geleden: '01-01-1900',
  ver_weg: '01-01-2999',
  halve_cent: '0,001',
  wetenschappelijk: '1e5',
  enorm: '90.071.992.547.409,93',
  min_nul: '-0,00',
  arabisch: '١٢٣',
  twee_kommas: '1,2,3',
  leeg: '',
}
const PAGINAS = [
  '/boekingen/nieuw',
  '/boekingen/nieuw?soort=ontvangst',
  '/boekingen/1/corrigeren',
  '/verplichtingen/nieuw',
  '/begrotingswijzigingen/nieuw',
  '/begrotingswijzigingen/verdelen',
  '/begrotingswijzigingen/regels',
  '/mandaten',
  '/boekregels',
  '/perioden/2024-01',
  '/jaareinde?jaar=2023',
  '/jaareinde/overhevelen?onderdeel=oco&bron=&jaar=2023',
  '/prognoses/oco/2023',
  '/mijn-onderdelen',
  '/inlezen',
  '/inlezen/kenmerken',
  '/koppeling',
  '/koppeling/nieuw',
  '/begroting',
  '/boekingen',
  '/verplichtingen',
  '/sinds',
  '/journaal',
  '/geldbevindingen',
  '/voorstellen',
]

describe('slechte invoer over geld', () => {
  let wij: Indringer
  let cookie: string
  before(async () => {
    wij = await maakIndringer()
    cookie = await wij.logIn('financieel-adviseur')
  })
  after(() => wij?.sluit())

  test('elk veld verdraagt alles, zegt wat er mis is en geeft terug wat er getypt is', {
    timeout: 300_000,
  }, async () => {
    let vormen = 0
    for (const pad of PAGINAS) {
      const { status, tekst } = await wij.lees(pad, { cookie })
      assert.equal(status, 200, pad)
      for (const vorm of vormenUit(pad, tekst)) {
        if (/uitloggen/u.test(vorm.actie)) continue
        vormen++
        for (const [soort, waarde] of Object.entries(VREEMD)) {
          const overal = Object.fromEntries(Object.keys(vorm.velden).map((naam) => [naam, waarde]))
          await probeer(vorm, overal, `${pad} ${soort} overal`)
          if (['gif', 'nul', 'naam'].includes(soort))
            await probeer(vorm, { ...vorm.velden, [waarde]: waarde }, `${pad} ${soort} als naam`)
          if (vorm.methode === 'get') continue
          for (const naam of gekozen(vorm)) {
            const antwoord = await probeer(
              vorm,
              { ...vorm.velden, [naam]: waarde },
              `${pad} ${soort} in ${naam}`,
            )
            if (![400, 409].includes(antwoord.status) || waarde.trim() === '') continue
            const terug = vormenUit(vorm.actie, antwoord.tekst).find((ander) => naam in ander.velden)
            // Wat al gecorrigeerd is heeft geen formulier meer, en zonder bestand is er niets gelezen.
            if (terug === undefined || pad === '/inlezen') continue
            assert.equal(kaal(terug.velden[naam]), kaal(waarde), `${pad} ${soort} in ${naam}: kwijt`)
          }
        }
      }
    }
    assert.ok(vormen >= 30, `${vormen} formulieren`)
  })

  async function probeer(vorm: Vorm, velden: Record<string, string>, hoe: string): Promise<Antwoord> {
    const wat = `${vorm.methode} ${vorm.actie}: ${hoe}`
    const kort = Object.entries(velden).map(([naam, w]): [string, string] => [naam, w.slice(0, 900)])
    const antwoord =
      vorm.methode === 'post'
        ? await wij.lees(vorm.actie, { method: 'POST', body: new URLSearchParams(velden), cookie })
        : await wij.lees(`${vorm.actie.replace(/[?#].*/u, '')}?${new URLSearchParams(kort)}`, { cookie })
    if (antwoord.status >= 400) keurFout(antwoord, [400, 404, 409], wat)
    else {
      assert.ok([200, 303].includes(antwoord.status), `${wat}: ${antwoord.status}`)
      keurTekst(antwoord.tekst.replaceAll(GIF, ''), wat)
    }
    return antwoord
  }

  test('daarna is het journaal heel', async () => {
    const { goed, eerste } = await controleerJournaal(wij.databank.gemeente('gm1731'))
    assert.ok(goed, JSON.stringify(eerste))
  })
})

/** Van velden met hetzelfde begin (`bedrag.R1`, `bedrag.R2`) één: zij gaan door dezelfde lezer. */
function gekozen(vorm: Vorm): string[] {
  const soorten = new Map<string, string>()
  for (const naam of Object.keys(vorm.velden))
    if (vorm.soorten[naam] === 'vrij') soorten.set(naam.split('.')[0] ?? naam, naam)
  return [...soorten.values()]
}

/** Kenmerken van een bron staan met een komma naast elkaar, hoe zij ook getypt zijn. */
const kaal = (tekst: string | undefined): string | undefined =>
  tekst?.toWellFormed().replaceAll(/\s*[,;]\s*/gu, ',')
