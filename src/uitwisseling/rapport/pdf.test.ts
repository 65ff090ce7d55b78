import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { alleKnopen, type Knoop, leesPdf } from '#test/pdf.ts'
import { pdfTekst, zorgVoorPoppler } from '#test/poppler.ts'
import { proefrapport, rapportMet } from '#test/rapporten.ts'
import { maakRapportpoort } from '#uitwisseling/rapport/poort.ts'
import { WOORDEN } from '#uitwisseling/rapport/teksten.ts'
import { maakZetterij } from '#uitwisseling/rapport/zetterij.ts'
import type { Rapportinhoud, Rapporttabel } from '#verantwoording/deur.ts'

const zetterij = maakZetterij()
const poort = maakRapportpoort(zetterij)
after(() => zetterij.sluit())

const alsPdf = async (rapport: Rapportinhoud): Promise<Uint8Array> =>
  (await poort.schrijfRapport(rapport, 'pdf')).inhoud

const rapport = proefrapport({ onderdelen: 60, jaren: 5 })
const figuren = rapport.delen.flatMap(({ blokken }) => blokken.filter(({ soort }) => soort === 'grafiek'))

/** Niveaus in leesvolgorde; een sprong omlaag van meer dan één raakt iemand met een schermlezer kwijt. */
function sprongen(niveaus: readonly number[]): string[] {
  return niveaus.flatMap((niveau, i) => {
    const vorige = niveaus[i - 1] ?? 0
    return niveau > vorige + 1 ? [`${vorige} naar ${niveau}`] : []
  })
}

const koppenIn = (knopen: readonly Knoop[]): number[] =>
  knopen.flatMap(({ rol }) => (/^H[1-6]$/u.test(rol) ? [Number(rol[1])] : []))

describe('een jaarrapport als PDF', () => {
  let pdf: Awaited<ReturnType<typeof leesPdf>>
  let knopen: Knoop[]
  before(async () => {
    pdf = await leesPdf(await alsPdf(rapport))
    knopen = pdf.bladen.flatMap(({ structuur }) => alleKnopen(structuur))
  })

  test('noemt zich PDF/UA-1, met titel, taal en vaste tijd', () => {
    assert.equal(pdf.pdfua, '1')
    assert.equal(pdf.gemerkt, true)
    assert.equal(pdf.info.get('Title'), rapport.titel)
    assert.equal(pdf.info.get('Language'), 'nl-NL')
    assert.equal(pdf.info.get('CreationDate'), 'D:20250214093015Z')
  })

  test('alle inkt valt binnen de structuur of is versiering, en geen merk is zoek', () => {
    assert.ok(pdf.bladen.length > 10)
    for (const [i, { ongemerkt, merken, verwezen }] of pdf.bladen.entries()) {
      assert.equal(ongemerkt, 0, `bladzijde ${i + 1}`)
      assert.deepEqual(
        [...merken].filter((merk) => !verwezen.has(merk)),
        [],
        `bladzijde ${i + 1}`,
      )
    }
  })

  test('koppen slaan geen niveau over', () => {
    const niveaus = koppenIn(knopen)
    assert.ok(niveaus.length > 60)
    assert.equal(niveaus[0], 1)
    assert.deepEqual(sprongen(niveaus), [])
    assert.deepEqual(sprongen([1, 3]), ['1 naar 3'])
  })

  test('elke tabel heeft een bijschrift en kopcellen, ook waar zij op een volgende bladzijde doorloopt', () => {
    const tabellen = knopen.filter(({ rol }) => rol === 'Table')
    // pdf.js deelt een tabel per bladzijde. De kop die daar herhaald wordt is versiering: een schermlezer kent haar al.
    assert.ok(tabellen.length > figuren.length + 2, 'een tabel loopt door op een volgende bladzijde')
    const met = (rol: string) => (tabel: Knoop) =>
      alleKnopen(tabel)
        .filter((knoop) => knoop.rol === rol)
        .some((knoop) => alleKnopen(knoop).some(({ merken }) => merken.length > 0))
    assert.equal(tabellen.filter(met('TH')).length, figuren.length + 2)
    assert.equal(tabellen.filter(met('Caption')).length, figuren.length + 2)
  })

  test('elke figuur heeft een tekst voor wie haar niet ziet', () => {
    const gevonden = knopen.filter(({ rol }) => rol === 'Figure').map(({ alt }) => alt ?? '')
    const bedoeld = figuren.flatMap((blok) =>
      blok.soort === 'grafiek' ? [`${blok.boodschap}. ${blok.beschrijving}`] : [],
    )
    assert.deepEqual(gevonden, bedoeld)
  })

  test('de bladwijzers volgen de koppen', () => {
    assert.deepEqual(
      pdf.bladwijzers.map(({ titel }) => titel),
      [...rapport.delen.map(({ titel }) => titel), WOORDEN.bijlage],
    )
    assert.equal(pdf.bladwijzers[1]?.onder.length, 60)
  })
})

test('poppler haalt de tekst eruit in de volgorde van het rapport', async () => {
  assert.ok(zorgVoorPoppler(), 'installeer poppler-utils')
  const bytes = await alsPdf(rapport)
  const opVolgorde = (tekst: string, zinnen: readonly string[]): void => {
    const plat = tekst.replace(/\s+/gu, ' ')
    let plek = 0
    for (const zin of zinnen) {
      const gevonden = plat.indexOf(zin, plek)
      assert.ok(gevonden >= plek, `niet op volgorde: ${zin}`)
      plek = gevonden + 1
    }
  }
  const begin = [
    'Gemeente Voorbeeld',
    rapport.titel,
    WOORDEN.verzonnen,
    '14 februari 2025, 10:30 uur',
    'Inhoud',
    'Van elke tien onderdelen zijn er zeven op koers',
    'Bij drie onderdelen is de begroting op',
    'Het meeste geld komt uit de bestemmingsreserve',
    'Drie bronnen stromen naar vier groepen.',
    'De reserve is in 2026 naar verwachting op',
    'Begroot en uitgegeven per onderdeel in 2024',
  ]
  const slot = [
    'Bedragen zonder btw.',
    'Het onderdeel liep in 2024 grotendeels zoals gepland',
    'Uitgegeven per onderdeel en jaar',
    'Cijfers bij de figuren Bij elke figuur',
  ]
  const tabel = [
    'Onderdeel Groep Begroot, € Uitgegeven, € Verschil, € Stand',
    'Inloop in het dorpshuis Meedoen 74.706 52.295 22.412 Op koers',
  ]
  opVolgorde(pdfTekst(bytes), [...begin, ...slot])
  const koppen = pdfTekst(bytes, '-raw').split('Onderdeel Groep Begroot, €').length - 1
  assert.ok(koppen >= 2, 'de kop van een lange tabel staat op elke bladzijde')
  opVolgorde(pdfTekst(bytes, '-raw'), [...begin, ...tabel, ...slot])
  assert.throws(() => opVolgorde(pdfTekst(bytes), begin.toReversed()))
})

test('elke bladzijde zegt dat de cijfers verzonnen zijn, en alleen als dat zo is', async () => {
  const paginas = (bytes: Uint8Array): string[] => pdfTekst(bytes).split('\f').slice(0, -1)
  const kort = proefrapport({ onderdelen: 8, jaren: 2 })
  for (const pagina of paginas(await alsPdf(kort))) assert.match(pagina, /verzonnen/u)
  assert.doesNotMatch(paginas(await alsPdf({ ...kort, verzonnen: false })).join(''), /verzonnen/u)
})

test('twee processen geven dezelfde bytes, en een andere cent andere', async () => {
  const kort = proefrapport({ onderdelen: 4, jaren: 2 })
  const afdruk = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  const eerste = afdruk(await alsPdf(kort))
  const vers = maakZetterij()
  const tweede = await maakRapportpoort(vers).schrijfRapport(kort, 'pdf')
  await vers.sluit()
  assert.equal(afdruk(tweede.inhoud), eerste)
  assert.equal(afdruk(await alsPdf(kort)), eerste)
  assert.notEqual(afdruk(await alsPdf({ ...kort, ondertitel: `${kort.ondertitel}.` })), eerste)
})

test('letters die op de machine staan, ook met dezelfde naam, veranderen geen byte', async () => {
  const thuis = mkdtempSync(join(tmpdir(), 'omzien-letters-'))
  mkdirSync(join(thuis, '.fonts'))
  const vind = createRequire(import.meta.url)
  for (const gewicht of ['Regular', 'Semibold'])
    copyFileSync(
      vind.resolve(`source-sans/OTF/SourceSans3-${gewicht}.otf`),
      join(thuis, '.fonts', `${gewicht}.otf`),
    )
  const kort = proefrapport({ onderdelen: 2, jaren: 2 })
  const hier = await alsPdf(kort)
  const echt = process.env['HOME']
  const elders = maakZetterij()
  try {
    process.env['HOME'] = thuis
    assert.deepEqual((await maakRapportpoort(elders).schrijfRapport(kort, 'pdf')).inhoud, hier)
  } finally {
    process.env['HOME'] = echt
    await elders.sluit()
    rmSync(thuis, { recursive: true, force: true })
  }
})

describe('tekst van mensen wordt nooit opmaak', () => {
  const VIJANDIG = [
    '#read("/etc/passwd") #include "rapport.typ" #eval("1+1") #sys.inputs',
    '$x^2$ @label <label> *vet* _cursief_ `code` \\u{41} ~ -- // weg /* weg */',
    '= Kop\n- punt\n+ nummer\n/ term: uitleg',
    '</text></svg><script>alert(1)</script>&amp;"\'',
  ]
  for (const tekst of VIJANDIG)
    test(tekst.slice(0, 40), async () => {
      const bytes = await alsPdf(rapportMet(tekst))
      const plat = pdfTekst(bytes).replace(/\s+/gu, '')
      assert.ok(plat.includes(tekst.replace(/\s+/gu, '')))
      assert.doesNotMatch(plat, /root:/u)
    })

  for (const [wat, tekst] of [
    ['een woord van vierduizend letters', 'x'.repeat(4_000)],
    ['emoji en andere schriften', '😀👩‍👩‍👧 مرحبا שלום 漢字 \u202eachterstevoren'],
    ['stuurtekens en halve tekens', 'a\u0000\u0007\ud800b\u200b\ufeff'],
    ['losse accenten', 'cafe\u0301 e\u0323\u0301'],
    ['niets', ''],
    ['alleen wit', ' \n \n '],
  ] as const)
    test(wat, async () => {
      const pdf = await leesPdf(await alsPdf(rapportMet(tekst)))
      assert.equal(pdf.pdfua, '1')
      assert.deepEqual(
        pdf.bladen.map(({ ongemerkt }) => ongemerkt),
        pdf.bladen.map(() => 0),
      )
    })
})

test('een kop van niveau 3 zonder niveau 2 erboven wordt niveau 2', async () => {
  const { bladen } = await leesPdf(await alsPdf(rapportMet('tekst')))
  const niveaus = koppenIn(bladen.flatMap(({ structuur }) => alleKnopen(structuur)))
  assert.deepEqual(sprongen(niveaus), [])
})

test('een rapport zonder delen is nog steeds een rapport', async () => {
  const pdf = await leesPdf(await alsPdf({ ...proefrapport(), delen: [] }))
  assert.equal(pdf.info.get('Title'), rapport.titel)
})

test('een tabel met dertig kolommen past op liggend papier', async () => {
  const breed = proefrapport({ onderdelen: 3, jaren: 30 })
  const pdf = await leesPdf(await alsPdf(breed))
  assert.equal(pdf.pdfua, '1')
})

test('een cel met meer tekst dan een bladzijde loopt door; er valt geen woord weg', async () => {
  const woorden = Array.from({ length: 1_500 }, (_, i) => `w${i}`)
  const tabel: Rapporttabel = {
    soort: 'tabel',
    id: 't',
    titel: 'Lang',
    kolommen: [
      { naam: 'a', kop: 'Onderdeel', soort: 'tekst' },
      { naam: 'b', kop: 'Verklaring', soort: 'tekst' },
    ],
    rijen: [{ cellen: ['Inloop', woorden.join(' ')] }, { cellen: ['Vervoer', 'kort'] }],
    rond: 'euro',
  }
  const bytes = await alsPdf({ ...proefrapport(), delen: [{ id: 'd', titel: 'Deel', blokken: [tabel] }] })
  const tekst = new Set(pdfTekst(bytes).split(/\s+/u))
  assert.deepEqual(
    woorden.filter((woord) => !tekst.has(woord)),
    [],
  )
  const hoogte = 842
  const vakken = spawnSync('pdftotext', ['-bbox', '-', '-'], { input: bytes, encoding: 'utf8' }).stdout
  for (const [, onder] of vakken.matchAll(/yMax="([\d.]+)"/gu)) assert.ok(Number(onder) < hoogte)
})
