import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { leesPlan } from '#programma/deur.ts'
import { linksUit, type Vorm, vormenUit } from '#test/formulieren.ts'
import {
  type Antwoord,
  GIF,
  type Indringer,
  keurFout,
  keurTekst,
  maakIndringer,
  RAAR,
} from '#test/indringer.ts'

/** Alles wat iemand verkeerd in een formulier kan doen, tegen de echte website. */

/** Formulieren zonder velden om iets in te typen, en het uitloggen dat de rest zou stoppen. */
const GEEN_INVOER = /\/(?:uitloggen|mijn)/u
const BEGIN = [
  '/wijzigen',
  '/',
  '/besluiten',
  '/vaststellen',
  '/plan-bestand',
  '/plancontrole/bestand',
  '/plannen/wmo-2017-2018',
]
const ONDERDEEL = '/wijzigen/onderdelen/oco'

describe('slechte invoer in formulieren', () => {
  let wij: Indringer
  let cookie: string
  before(async () => {
    wij = await maakIndringer()
    cookie = await wij.logIn('programmamanager')
  })
  after(() => wij?.sluit())

  const nieuwste = async (): Promise<number> => {
    const { tekst } = await wij.lees('/versies', { cookie })
    return Math.max(...[...tekst.matchAll(/\/versies\/(\d+)"/gu)].map(([, nummer]) => Number(nummer)))
  }
  const stuur = (actie: string, velden: Record<string, string>): Promise<Antwoord> =>
    wij.lees(actie, { method: 'POST', body: new URLSearchParams(velden), cookie })
  const open = async (pad: string): Promise<Vorm> => {
    const { status, tekst } = await wij.lees(pad, { cookie })
    assert.equal(status, 200, pad)
    const vorm = vormenUit(pad, tekst).find(
      ({ methode, actie }) => methode === 'post' && !GEEN_INVOER.test(actie),
    )
    assert.ok(vorm !== undefined, `${pad} heeft geen formulier`)
    return vorm
  }

  test('200 mensen bewaren tegelijk hetzelfde: één wint, ieder ander ziet wat hij typte', {
    timeout: 240_000,
  }, async () => {
    const voor = await nieuwste()
    const { velden } = await open(ONDERDEEL)
    const antwoorden = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        stuur(ONDERDEEL, { ...velden, titel: `Titel van nummer ${i}.`, waarom: `Ik ben ${i}.` }),
      ),
    )
    assert.equal(antwoorden.filter(({ status }) => status === 303).length, 1)
    antwoorden.forEach((antwoord, i) => {
      if (antwoord.status === 303) return
      keurFout(antwoord, [409], `nummer ${i}`)
      assert.ok(antwoord.tekst.includes(`value="Titel van nummer ${i}."`), `nummer ${i} is zijn titel kwijt`)
      assert.ok(antwoord.tekst.includes(`Ik ben ${i}.</textarea>`), `nummer ${i} is zijn reden kwijt`)
      assert.match(antwoord.tekst, /Iemand anders was u voor/u)
    })
    assert.equal(await nieuwste(), voor + 1)
  })

  test('twee keer op de knop, en terug in de browser: niets dubbel en niets kwijt', async () => {
    const voor = await nieuwste()
    const { velden } = await open('/wijzigen/nieuw/groep')
    const groep = { ...velden, titel: 'Dubbel geklikt', waarom: 'Ik klikte twee keer.' }
    const klikken = await Promise.all([1, 2].map(() => stuur('/wijzigen/nieuw/groep', groep)))
    assert.deepEqual(klikken.map(({ status }) => status).toSorted(), [303, 400])
    const besluit = { orgaan: 'raad', datum: '1-1-2024', nummer: 'R-77', onderwerp: 'Twee keer geklikt' }
    for (const { status } of await Promise.all([1, 2].map(() => stuur('/besluiten', besluit))))
      assert.equal(status, 303)
    assert.equal((await wij.lees('/besluiten')).tekst.match(/R-77/gu)?.length, 1)
    const { velden: oud } = await open(ONDERDEEL)
    assert.equal((await stuur(ONDERDEEL, { ...oud, titel: 'Eerste keer', waarom: 'eerste' })).status, 303)
    const terug = await stuur(ONDERDEEL, { ...oud, titel: 'Na de knop terug', waarom: 'tweede' })
    keurFout(terug, [409], 'terug')
    assert.match(terug.tekst, /value="Na de knop terug"/u)
    const zelfde = await stuur(ONDERDEEL, { ...oud, titel: 'Eerste keer', waarom: 'eerste' })
    assert.ok([303, 409, 400].includes(zelfde.status), String(zelfde.status))
    assert.equal(await nieuwste(), voor + 2)
    for (const basis of ['', '0', '-1', '99999', '1e309', '1; drop table x', 'x'.repeat(5_000)]) {
      const fout = await stuur(ONDERDEEL, { ...oud, basis, titel: 'Blijft staan', waarom: 'x' })
      keurFout(fout, [400], `basis ${basis.slice(0, 20)}`)
      assert.match(fout.tekst, /value="Blijft staan"/u)
    }
  })

  test('elk veld van elk formulier verdraagt alles, en geeft terug wat er getypt is', {
    timeout: 240_000,
  }, async () => {
    const vormen = await vindVormen(wij, cookie)
    assert.ok(vormen.length >= 18, vormen.map(({ actie }) => actie).join(' '))
    for (const vorm of vormen)
      for (const [soort, waarde] of Object.entries(RAAR)) {
        const overal = Object.fromEntries(Object.keys(vorm.velden).map((naam) => [naam, waarde]))
        await probeer(vorm, overal, `${soort} overal`)
        for (const naam of gekozen(vorm, soort)) {
          const velden = { ...vorm.velden, waarom: 'Proef.', [naam]: waarde }
          const antwoord = await probeer(vorm, velden, `${soort} in ${naam}`)
          if (vorm.methode === 'get' || ![400, 409].includes(antwoord.status)) continue
          if (vorm.soorten[naam] !== 'vrij' || waarde.trim() === '') continue
          const terug = vormenUit(vorm.actie, antwoord.tekst).find(
            (ander) => naam in ander.velden && ander.velden['bevinding'] === vorm.velden['bevinding'],
          )
          assert.equal(terug?.velden[naam], waarde.toWellFormed(), `${vorm.actie} ${soort} in ${naam}: kwijt`)
        }
        if (!['gif', 'nul', 'naam'].includes(soort)) continue
        await probeer(vorm, { ...vorm.velden, [waarde]: waarde, [`wat.${waarde}`]: 'x' }, `${soort} als naam`)
      }
  })

  async function probeer(vorm: Vorm, velden: Record<string, string>, hoe: string): Promise<Antwoord> {
    const wat = `${vorm.methode} ${vorm.actie}: ${hoe}`
    const kort = Object.entries(velden).map(([naam, waarde]): [string, string] => [
      naam,
      waarde.slice(0, 900),
    ])
    const antwoord =
      vorm.methode === 'post'
        ? await stuur(vorm.actie, velden)
        : await wij.lees(`${vorm.actie.replace(/[?#].*/u, '')}?${new URLSearchParams(kort)}`, { cookie })
    if (antwoord.status >= 400)
      keurFout(antwoord, 'versie' in velden && vorm.methode === 'get' ? [400, 404] : [400, 409], wat)
    else {
      assert.ok([200, 303].includes(antwoord.status), `${wat}: ${antwoord.status}`)
      keurTekst(antwoord.tekst.replaceAll(GIF, ''), wat)
    }
    return antwoord
  }

  test('daarna is elke versie heel, staat nergens opmaak, en ziet het publiek alleen wat is vastgesteld', {
    timeout: 240_000,
  }, async () => {
    const laatste = await nieuwste()
    assert.ok(laatste > 10, 'er is echt iets bewaard')
    for (const nummer of [1, 2, Math.ceil(laatste / 2), laatste]) {
      const { status, tekst } = await wij.lees(`/planbestand.json?versie=${nummer}`, { cookie })
      assert.equal(status, 200)
      const gelezen = leesPlan(JSON.parse(tekst))
      assert.ok(gelezen.ok, `versie ${nummer}: ${JSON.stringify(gelezen)}`)
    }
    const gezien = await loop(
      wij,
      cookie,
      ['/wijzigen', `/?versie=${laatste}`, `/versies/1/${laatste}`, '/zoeken?zoek=script', '/plancontrole'],
      80,
    )
    assert.ok(
      gezien.some(({ tekst }) => tekst.includes('&lt;script&gt;alert(1)')),
      'wat getypt is, staat er als tekst',
    )
    for (const { pad, tekst } of gezien) keurTekst(tekst, pad)
    for (const pad of [
      '/',
      '/onderdelen',
      '/onderdelen/oco',
      '/geld',
      '/doelen',
      '/versies',
      '/zoeken?zoek=script',
      '/tabellen/onderdelen.csv',
      '/api/v1/onderdelen',
      '/planbestand.json',
    ]) {
      const { status, tekst } = await wij.lees(pad)
      assert.equal(status, 200, pad)
      assert.doesNotMatch(
        tekst.replaceAll('value="script"', ''),
        /alert\(1\)|Titel van nummer|Eerste keer/u,
        pad,
      )
    }
    for (const pad of [
      '/',
      '/onderdelen/oco',
      '/versies/2',
      '/versies/1/2',
      '/planbestand.json',
      '/tabellen/onderdelen.csv',
      '/api/v1/onderdelen',
      '/api/v1/onderdelen/oco',
    ]) {
      const concept = pad.startsWith('/versies') ? pad : `${pad}?versie=2`
      keurFout(await wij.lees(concept), [404], concept)
    }
  })
})

/** Bij de zwaarste proef elk veld; bij de rest een paar, want elk veld gaat door dezelfde lezer. */
function gekozen(vorm: Vorm, soort: string): string[] {
  const namen = Object.keys(vorm.velden).filter((naam) => vorm.soorten[naam] !== 'bestand')
  return soort === 'gif' ? namen : ['nul', 'lang'].includes(soort) ? namen.slice(0, 2) : []
}

/** Van elke soort formulier één, gevonden door links te volgen. */
async function vindVormen(wij: Indringer, cookie: string): Promise<Vorm[]> {
  const vormen = new Map<string, Vorm>()
  for (const { pad, tekst } of await loop(wij, cookie, BEGIN, 110))
    for (const vorm of vormenUit(pad, tekst)) {
      const plek = vorm.actie
        .replace(/[?#].*/u, '')
        .replace(/(onderdelen|doelen|bronnen|groepen)\/[\w-]+/u, '$1/x')
      const soort = `${vorm.methode} ${plek}`
      if (!GEEN_INVOER.test(plek) && !vormen.has(soort)) vormen.set(soort, vorm)
    }
  return [...vormen.values()]
}

/** Volgt links; van elke soort pagina hoogstens een paar. */
async function loop(
  wij: Indringer,
  cookie: string,
  begin: readonly string[],
  hoogstens: number,
): Promise<{ pad: string; tekst: string }[]> {
  const paginas: { pad: string; tekst: string }[] = []
  const rij = [...begin]
  const keren = new Map<string, number>()
  const gezien = new Set<string>()
  for (let pad = rij.shift(); pad !== undefined && paginas.length < hoogstens; pad = rij.shift()) {
    const soort = pad
      .replace(/\?.*/u, '')
      .replace(/(onderdelen|doelen|bronnen|groepen|vermeldingen|document|versies)\/[\w-]+/gu, '$1/x')
    const keer = keren.get(soort) ?? 0
    if (gezien.has(pad) || keer >= 2) continue
    gezien.add(pad)
    keren.set(soort, keer + 1)
    const { tekst, koppen } = await wij.lees(pad, { cookie })
    if (koppen.get('content-type')?.startsWith('text/html') !== true) continue
    paginas.push({ pad, tekst })
    rij.push(...linksUit(tekst))
  }
  return paginas
}
