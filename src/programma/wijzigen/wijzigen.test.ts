import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { schoon } from '#basis/tekst.ts'
import { Sleutel } from '#programma/plan.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { botsingsregels, legSamen, zelfdeWaarden } from '#programma/wijzigen/botsing.ts'
import { bronVorm } from '#programma/wijzigen/bron.ts'
import { doelVorm } from '#programma/wijzigen/doel.ts'
import { mijlpalenVorm } from '#programma/wijzigen/mijlpalen.ts'
import { nieuwOnderdeel, onderdeelVorm } from '#programma/wijzigen/onderdeel.ts'
import { groepVorm, programmaVorm } from '#programma/wijzigen/programma.ts'
import { ramingVorm } from '#programma/wijzigen/raming.ts'
import { nieuweSleutel, type Wijzigvorm } from '#programma/wijzigen/velden.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const plan = kleinPlan('gm0001')
const groot = voorbeeldplan('gm0001')

/** Zoals een browser het terugstuurt: regeleinden als CRLF, lege vinkjes niet. */
const verstuurd = (waarden: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(waarden).map(([naam, waarde]) => [naam, waarde.replaceAll('\n', '\r\n')]))

test('wie in het echte plan niets aanraakt, verandert van geen enkel ding iets', () => {
  const schermen: [Wijzigvorm, readonly { id: string }[]][] = [
    [onderdeelVorm, groot.onderdelen],
    [mijlpalenVorm, groot.onderdelen],
    [ramingVorm, groot.onderdelen],
    [doelVorm, groot.doelen],
    [bronVorm, groot.bronnen],
    [groepVorm, groot.groepen],
    [programmaVorm, [groot.programma]],
  ]
  for (const [vorm, dingen] of schermen)
    for (const { id } of dingen) {
      const waarden = vorm.waarden(groot, id)
      assert.ok(waarden !== undefined, `${vorm.soort} ${id}`)
      const uitkomst = vorm.pasToe(groot, id, verstuurd(waarden))
      assert.ok(uitkomst.ok, `${vorm.soort} ${id}: ${JSON.stringify(uitkomst)}`)
      const gelezen = leesPlan(uitkomst.waarde.plan)
      const opVolgorde = (van: typeof groot) => ({
        ...van,
        raming: [...van.raming].map((r) => JSON.stringify(r)).sort(),
      })
      assert.ok(gelezen.ok)
      assert.deepEqual(
        JSON.parse(JSON.stringify(opVolgorde(gelezen.waarde))),
        JSON.parse(JSON.stringify(opVolgorde(groot))),
        `${vorm.soort} ${id}`,
      )
    }
})

test('elk veld dat een scherm toont, heeft een waarde of mag leeg zijn, en andersom', () => {
  for (const { id } of groot.onderdelen)
    for (const vorm of [onderdeelVorm, mijlpalenVorm, ramingVorm]) {
      const waarden = vorm.waarden(groot, id) ?? {}
      const velden = new Set(
        vorm.groepen(groot, id, waarden).flatMap((groep) => groep.velden.map(({ naam }) => naam)),
      )
      for (const naam of Object.keys(waarden)) assert.ok(velden.has(naam), `${id}: ${naam} heeft geen veld`)
    }
})

test('welke tekst dan ook: het scherm zegt wat er mis is, of het plan leest haar precies terug', () => {
  const velden = [
    'titel',
    'code',
    'doel',
    'aliassen',
    'partners',
    'eigenaarrol',
    'planningtekst',
    'van',
    'tot',
    'relaties',
    'groep',
    'aard',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...velden), fc.string({ unit: 'binary', maxLength: 60 }), (veld, tekst) => {
      const waarden = onderdeelVorm.waarden(plan, 'inloop') ?? {}
      const uitkomst = onderdeelVorm.pasToe(plan, 'inloop', { ...waarden, [veld]: tekst })
      if (!uitkomst.ok) {
        assert.ok(uitkomst.reden.every((fout) => fout.tekst.length > 10))
        return
      }
      const gelezen = leesPlan(uitkomst.waarde.plan)
      assert.ok(gelezen.ok, JSON.stringify(gelezen))
      const terug = onderdeelVorm.waarden(gelezen.waarde, 'inloop')
      const nogEens = onderdeelVorm.pasToe(gelezen.waarde, 'inloop', terug ?? {})
      assert.ok(nogEens.ok)
      assert.deepEqual(nogEens.waarde.plan, gelezen.waarde)
    }),
  )
})

test('een relatie leest terug, ook als de titel of de uitleg dubbele punten heeft', () => {
  const titels = fc.stringMatching(/^[a-c: ]{1,12}$/).filter((tekst) => schoon(tekst) !== '')
  fc.assert(
    fc.property(titels, fc.stringMatching(/^[a-c: ]{0,12}$/), (titel, uitleg) => {
      const toelichting = uitleg.trim()
      const [inloop, steun] = plan.onderdelen
      assert.ok(inloop && steun)
      const relatie = { naar: steun.id, ...(toelichting === '' ? {} : { toelichting }) }
      const met = {
        ...plan,
        onderdelen: [
          { ...inloop, relaties: [relatie] },
          { ...steun, titel: schoon(titel) },
        ],
      }
      const waarden = onderdeelVorm.waarden(met, 'inloop') ?? {}
      const uitkomst = onderdeelVorm.pasToe(met, 'inloop', { ...waarden, aliassen: 'aangeraakt' })
      assert.ok(uitkomst.ok)
      assert.deepEqual(uitkomst.waarde.plan.onderdelen[0]?.relaties, [relatie])
    }),
  )
})

test('een nieuwe sleutel is altijd geldig en nooit bezet', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(fc.constantFrom('a', 'a-2', 'ding', 'ding-2')),
      (titel, bezet) => {
        const sleutel = nieuweSleutel(titel, bezet, 'ding')
        assert.ok(Sleutel.safeParse(sleutel).success)
        assert.ok(!(bezet as string[]).includes(sleutel))
      },
    ),
  )
  assert.equal(nieuweSleutel('Één: café & ’t dorp!', [], 'ding'), 'een-cafe-t-dorp')
  assert.equal(nieuweSleutel('日本', ['ding'], 'ding'), 'ding-2')
  assert.equal(nieuweSleutel(`${'a'.repeat(79)} b`, [], 'ding'), 'a'.repeat(79))
})

test('een nieuw onderdeel komt achter de andere van zijn groep', () => {
  const waarden = nieuwOnderdeel.waarden(groot, '') ?? {}
  const [eerste] = groot.groepen
  assert.ok(eerste)
  const uitkomst = nieuwOnderdeel.pasToe(groot, '', { ...waarden, titel: 'Nieuw idee', groep: eerste.id })
  assert.ok(uitkomst.ok)
  const { onderdelen } = uitkomst.waarde.plan
  const plek = onderdelen.findIndex(({ id }) => id === 'nieuw-idee')
  assert.equal(onderdelen[plek - 1]?.groep, eerste.id)
  assert.ok(onderdelen.slice(plek + 1).every(({ groep }) => groep !== eerste.id))
  assert.ok(leesPlan(uitkomst.waarde.plan).ok)
})

test('een ander bedrag is niet meer aan de vermelding ontleend, hetzelfde bedrag wel', () => {
  const waarden = ramingVorm.waarden(plan, 'inloop') ?? {}
  const vermelding = (bedrag: string): string | undefined => {
    const uitkomst = ramingVorm.pasToe(plan, 'inloop', {
      ...waarden,
      'bedrag.2024.ONBEKEND': bedrag,
      'bedrag.2025.ONBEKEND': '1',
    })
    assert.ok(uitkomst.ok)
    return uitkomst.waarde.plan.raming.find(({ onderdeel, jaar }) => onderdeel === 'inloop' && jaar === 2024)
      ?.vermelding
  }
  assert.equal(vermelding('4.000'), 'v1')
  assert.equal(vermelding('4.001'), undefined)
})

const waarde = fc.constantFrom('', 'a', 'b', 'c')
const waarden = fc.record({ x: waarde, y: waarde, z: waarde })

test('na een botsing staat er wat de tweede typte, en waar die niets aanraakte wat er nu staat', () => {
  fc.assert(
    fc.property(waarden, waarden, waarden, (was, nu, getypt) => {
      const samen = legSamen(was, nu, getypt)
      for (const naam of ['x', 'y', 'z'] as const)
        assert.equal(samen[naam], getypt[naam] === was[naam] ? nu[naam] : getypt[naam])
      assert.ok(zelfdeWaarden(legSamen(was, was, getypt), getypt))
      assert.ok(zelfdeWaarden(legSamen(was, nu, was), nu))
    }),
  )
})

test('een rij die een ander toevoegde of weghaalde, komt mee; een rij die de tweede typte, blijft', () => {
  assert.deepEqual(legSamen({ 'wat.a': '1' }, { 'wat.a': '1', 'wat.b': '2' }, { 'wat.a': '1' }), {
    'wat.a': '1',
    'wat.b': '2',
  })
  assert.deepEqual(legSamen({ 'wat.a': '1' }, {}, { 'wat.a': '1' }), {})
  assert.deepEqual(legSamen({ 'wat.a': '1' }, {}, { 'wat.a': 'getypt', 'wat.N1': 'nieuw' }), {
    'wat.a': 'getypt',
    'wat.N1': 'nieuw',
  })
})

test('de botsing noemt elk veld in de woorden van het scherm', () => {
  const groepen = [
    {
      kop: 'Groep',
      velden: [
        { soort: 'keuze' as const, naam: 'k', label: 'Keuze', keuzes: [{ waarde: 'a', tekst: 'Eerste' }] },
        { soort: 'vinkje' as const, naam: 'v', label: 'Vinkje' },
        { soort: 'regel' as const, naam: 'r', label: 'Regel' },
      ],
    },
  ]
  assert.deepEqual(
    botsingsregels({ k: 'a', r: 'x' }, { k: '', v: 'ja', r: 'x' }, { k: 'a', v: '', r: 'y' }, groepen),
    [
      { veld: 'Groep: Keuze', was: 'Eerste', nu: '(leeg)', getypt: '', aard: 'ander' },
      { veld: 'Groep: Vinkje', was: 'niet aangevinkt', nu: 'aangevinkt', getypt: '', aard: 'ander' },
      { veld: 'Groep: Regel', was: 'x', nu: 'x', getypt: 'y', aard: 'zelf' },
    ],
  )
})
