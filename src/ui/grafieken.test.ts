import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, tijdvak } from '#basis/datum.ts'
import { type Centen, toonBedrag, toonEuro } from '#basis/geld.ts'
import { GrafiekBullet } from '#ui/grafiek-bullet.tsx'
import { GrafiekSankey } from '#ui/grafiek-sankey.tsx'
import { GrafiekStaaf } from '#ui/grafiek-staaf.tsx'
import { GrafiekTijdlijn } from '#ui/grafiek-tijdlijn.tsx'
import { GrafiekUitputting } from '#ui/grafiek-uitputting.tsx'
import { GrafiekVerloop } from '#ui/grafiek-verloop.tsx'
import { GrafiekWarmte } from '#ui/grafiek-warmte.tsx'
import { GrafiekWaterval } from '#ui/grafiek-waterval.tsx'
import { euro, KNOPEN, PLANNING, STROMEN } from '#ui/kit-cijfers.ts'
import { groepeerKleine } from '#ui/sankey.ts'

const FIGUUR = { id: 'f', boodschap: 'De zin die zegt wat er te zien is' } as const

const zonderMerk = (html: string): string => html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')
const tabelVan = (html: string): string => zonderMerk(/<table[\s\S]*<\/table>/u.exec(html)?.[0] ?? '')
const zonderTabel = (html: string): string => zonderMerk(html.replace(/<table[\s\S]*<\/table>/u, ''))

/** De bedragen achter `€` of in een eigen element, in de volgorde van de tekening. */
function staatErIn(tekst: string, bedragen: readonly Centen[]): void {
  for (const bedrag of bedragen)
    assert.ok(tekst.includes(toonBedrag(bedrag)), `${toonBedrag(bedrag)} ontbreekt`)
}

const ALLES = { knopen: KNOPEN, stromen: STROMEN }

test('Sankey: de tabel heeft elke stroom, de tekening elk getekend bedrag en elke naam', () => {
  const klein = groepeerKleine(ALLES, { kolom: 2, hoogstens: 11, woord: 'onderdelen' })
  const html = String(GrafiekSankey({ ...FIGUUR, ...klein, alles: ALLES }))
  staatErIn(
    tabelVan(html),
    STROMEN.map((stroom) => stroom.bedrag),
  )
  for (const knoop of KNOPEN) assert.ok(tabelVan(html).includes(knoop.naam), knoop.naam)
  staatErIn(
    zonderTabel(html),
    klein.stromen.map((stroom) => stroom.bedrag),
  )
  for (const knoop of klein.knopen) {
    const letters = (tekst: string): string => tekst.replace(/[\s-]/gu, '')
    assert.ok(letters(zonderTabel(html)).includes(letters(knoop.naam)), knoop.naam)
  }
})

test('Sankey met links is geen plaatje, en elk lint zegt wat het is', () => {
  const html = String(GrafiekSankey({ ...FIGUUR, ...ALLES }))
  assert.ok(!/<svg[^>]*class="oz-svg"[^>]*role="img"/u.test(html))
  const linten = html.match(/<path class="oz-lint[^>]*>/gu) ?? []
  assert.equal(linten.length, STROMEN.length * 2)
  for (const lint of linten) assert.match(lint, /aria-label="van .+ naar .+, €/u)
})

test('Sankey: met nadruk is alleen gekleurd waar de zin over gaat', () => {
  const html = String(GrafiekSankey({ ...FIGUUR, ...ALLES, nadruk: ['5.3.6'] }))
  const gekleurd = html.match(/oz-lint oz-hue-1/gu)?.length
  assert.equal(gekleurd, 2)
  assert.ok(!/oz-hue-[2-5]/u.test(html))
})

test('Verloop: elke stand staat in de tekening en in de tabel', () => {
  const punten = [
    { jaar: 2024, saldo: euro(260000), erbij: euro(5000), eraf: euro(700) },
    { jaar: 2025, saldo: euro(-48000), verwacht: true },
  ]
  const html = String(GrafiekVerloop({ ...FIGUUR, punten }))
  staatErIn(tabelVan(html), [euro(260000), euro(5000), euro(700), euro(-48000)])
  staatErIn(zonderTabel(html), [euro(260000), euro(-48000)])
  assert.match(html, /oz-verloop__punt--verwacht/u)
  assert.match(tabelVan(html), /2025 \(verwacht\)/u)
})

test('Tijdlijn: elke mijlpaal staat in de tekening en in de tabel, en verwacht is anders getekend', () => {
  const html = String(GrafiekTijdlijn({ ...FIGUUR, rijen: PLANNING, vandaag: datum('2025-11-22') }))
  const letters = (tekst: string): string => tekst.replace(/[\s-]/gu, '')
  for (const mijlpaal of PLANNING.flatMap((rij) => rij.mijlpalen)) {
    assert.ok(tabelVan(html).includes(mijlpaal.tekst), mijlpaal.tekst)
    assert.ok(letters(zonderTabel(html)).includes(letters(mijlpaal.tekst)), mijlpaal.tekst)
  }
  const verwacht = PLANNING.flatMap((rij) => rij.mijlpalen).filter((mijlpaal) => mijlpaal.verwacht).length
  assert.equal(html.match(/oz-tijd__punt--verwacht/gu)?.length, verwacht * 3)
  assert.equal(tabelVan(html).match(/ verwacht /gu)?.length, verwacht + 2)
})

test('Tijdlijn zonder links is een plaatje met een naam', () => {
  const rijen = [{ naam: 'x', balken: [{ van: tijdvak('2022'), tot: tijdvak('2023') }], mijlpalen: [] }]
  assert.match(String(GrafiekTijdlijn({ ...FIGUUR, rijen })), /role="img" aria-label="De zin die zegt/u)
})

test('Bullet: de woorden bij de balk en de tabel noemen dezelfde vier bedragen', () => {
  const rij = {
    naam: '2026',
    begroot: euro(4000),
    gerealiseerd: euro(2100),
    verplicht: euro(1200),
    prognose: euro(4600),
  }
  const html = String(GrafiekBullet({ ...FIGUUR, wat: 'Jaar', rijen: [rij] }))
  const bedragen = [rij.begroot, rij.gerealiseerd, rij.verplicht, rij.prognose]
  staatErIn(tabelVan(html), bedragen)
  for (const bedrag of bedragen) assert.ok(zonderTabel(html).includes(zonderMerk(toonEuro(bedrag))))
})

test('Bullet: wie boven de begroting uitkomt, leest hoeveel; wie eronder blijft, leest dat niet', () => {
  const woorden = (rij: { gerealiseerd: number; prognose?: number }): string =>
    zonderTabel(
      String(
        GrafiekBullet({
          ...FIGUUR,
          wat: 'Jaar',
          rijen: [
            {
              naam: '2026',
              begroot: euro(100),
              gerealiseerd: euro(rij.gerealiseerd),
              prognose: rij.prognose === undefined ? undefined : euro(rij.prognose),
            },
          ],
        }),
      ),
    )
  assert.match(woorden({ gerealiseerd: 131 }), /€ 31 boven de begroting/u)
  assert.match(woorden({ gerealiseerd: 90, prognose: 112 }), /dreigt € 12 boven de begroting te komen/u)
  assert.ok(!woorden({ gerealiseerd: 100, prognose: 100 }).includes('€ 0'))
  assert.ok(!/dreigt|€ 10 boven/u.test(woorden({ gerealiseerd: 90, prognose: 90 })))
})

test('Waterval: elk bedrag met zijn teken in de tekening en in de tabel, en het eind is de som', () => {
  const html = String(
    GrafiekWaterval({
      ...FIGUUR,
      wat: 'Stap',
      begin: { naam: 'Primitief', bedrag: euro(1000), href: '#p' },
      stappen: [
        { naam: 'Raad', bedrag: euro(250), href: '#r' },
        { naam: 'College', bedrag: euro(-70) },
      ],
      eind: { naam: 'Na wijziging' },
    }),
  )
  for (const tekst of [tabelVan(html), zonderTabel(html)])
    for (const deel of ['1.000', '+250', '−70', '1.180']) assert.ok(tekst.includes(deel), deel)
  assert.match(html, /href="#r">\+250<span class="oz-vh">, Raad</u)
  assert.equal(html.match(/oz-waterval__pijl/gu)?.length, 4)
})

test('Uitputting: de tabel heeft twaalf maanden, en een maand die nog komt is leeg', () => {
  const html = String(
    GrafiekUitputting({
      ...FIGUUR,
      uitputting: {
        jaar: 2025,
        begroot: euro(900),
        maanden: [{ gerealiseerd: euro(110), verplicht: euro(220), href: '#januari' }],
        vorigJaar: Array.from({ length: 12 }, (_, i) => euro(i + 30)),
        tempo: euro(777),
        prognose: euro(888),
      },
    }),
  )
  staatErIn(tabelVan(html), [110, 220, 900, 30, 41].map(euro))
  staatErIn(zonderTabel(html), [110, 220, 900, 41, 777, 888].map(euro))
  assert.equal(html.match(/geen bedrag/gu)?.length, 22)
  assert.equal(
    html.match(/<rect class="oz-bullet__uit" x="[\d.]+" y="[\d.]+" width="[\d.]+" h/gu)?.length,
    3 + 1,
  )
  assert.match(html, /<a[^>]*href="#januari">110/u)
})

test('Verloop: in welk jaar de bron op is, staat er in woorden, ook naast het plan', () => {
  const punten = [
    { jaar: 2024, saldo: euro(50), plan: euro(60) },
    { jaar: 2025, saldo: euro(-10), plan: euro(20), verwacht: true },
    { jaar: 2026, saldo: euro(-40), plan: euro(0), verwacht: true },
  ]
  const html = String(GrafiekVerloop({ ...FIGUUR, punten }))
  assert.match(zonderTabel(html), /Is naar verwachting op in 2025; volgens het plan in 2026/u)
  staatErIn(tabelVan(html), [60, 20, 0].map(euro))
  assert.ok(!String(GrafiekVerloop({ ...FIGUUR, punten: punten.slice(0, 1) })).includes(' op in '))
})

test('Staaf: tekening en tabel noemen elk bedrag, en het totaal klopt', () => {
  const rijen = [
    { naam: 'A', waarde: euro(300) },
    { naam: 'B', waarde: euro(-120) },
  ]
  const html = String(GrafiekStaaf({ ...FIGUUR, wat: 'Onderdeel', rijen, metTotaal: true }))
  staatErIn(tabelVan(html), [euro(300), euro(-120), euro(180)])
  staatErIn(zonderTabel(html), [euro(300), euro(-120)])
})

test('Warmte: elke waarde staat in haar vak, en rij, kolom en geheel tellen op', () => {
  const html = String(
    GrafiekWarmte({
      ...FIGUUR,
      wat: 'Onderdeel',
      kolommen: ['2022', '2023'],
      groepen: [
        { naam: 'Een', rijen: [{ naam: 'A', waarden: [euro(10), undefined] }] },
        { naam: 'Twee', rijen: [{ naam: 'B', waarden: [euro(25), euro(400)] }] },
      ],
    }),
  )
  staatErIn(tabelVan(html), [euro(10), euro(25), euro(400), euro(35), euro(425), euro(435)])
  assert.match(html, /oz-warmte--0" data-kop="2023"/u)
  assert.match(html, /oz-warmte--5" data-kop="2023">400/u)
})

test('Warmte: waar het plan niets noemt, staat ook in het totaal geen nul', () => {
  const groepen = [{ rijen: [{ naam: 'A', waarden: [undefined, undefined] }] }]
  const html = String(GrafiekWarmte({ ...FIGUUR, wat: 'x', kolommen: ['2022', '2023'], groepen }))
  assert.ok(!tabelVan(html).includes(' 0 '))
  assert.equal(html.match(/geen bedrag/gu)?.length, 6)
})

test('elke grafiek heeft haar zin als kop en noemt zichzelf ernaar', () => {
  for (const html of [
    GrafiekStaaf({ ...FIGUUR, wat: 'x', rijen: [] }),
    GrafiekVerloop({ ...FIGUUR, punten: [] }),
    GrafiekSankey({ ...FIGUUR, knopen: [], stromen: [] }),
    GrafiekTijdlijn({ ...FIGUUR, rijen: [] }),
    GrafiekWarmte({ ...FIGUUR, wat: 'x', kolommen: [], groepen: [] }),
    GrafiekBullet({ ...FIGUUR, wat: 'x', rijen: [] }),
    GrafiekUitputting({ ...FIGUUR, uitputting: { jaar: 2025, begroot: euro(0), maanden: [] } }),
    GrafiekWaterval({
      ...FIGUUR,
      wat: 'x',
      begin: { naam: 'a', bedrag: euro(0) },
      stappen: [],
      eind: { naam: 'b' },
    }),
  ]) {
    assert.match(String(html), /<figure class="oz-figuur" aria-labelledby="f-kop">/u)
    assert.match(String(html), /<h2 class="utrecht-heading-2" id="f-kop">De zin die zegt/u)
    assert.ok(!/NaN|Infinity|undefined/u.test(String(html)))
  }
})
