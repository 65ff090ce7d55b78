import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Plan } from '#programma/plan.ts'
import { planVan, type Stuk, stukkenVan, teBewaren } from '#programma/stukken.ts'
import { verschilVan } from '#programma/verschil.ts'
import { kleinPlan } from '#test/plannen.ts'

const lijst = fc
  .uniqueArray(fc.record({ sleutel: fc.stringMatching(/^[a-z]{1,3}$/), titel: fc.string() }), {
    selector: (ding) => ding.sleutel,
    maxLength: 12,
  })
  .map((dingen): Stuk[] =>
    dingen.map(({ sleutel, titel }, volgorde) => ({
      soort: 'groep',
      sleutel,
      volgorde,
      inhoud: { id: sleutel, titel },
    })),
  )

/** Past bewaarde stukken toe zoals de database dat doet. */
function toegepast(oud: readonly Stuk[], bewaard: ReturnType<typeof teBewaren>): Stuk[] {
  const na = new Map(oud.map((stuk) => [stuk.sleutel, stuk]))
  for (const stuk of bewaard) {
    if (stuk.inhoud === null) na.delete(stuk.sleutel)
    else na.set(stuk.sleutel, stuk as Stuk)
  }
  return [...na.values()].sort((a, b) => a.volgorde - b.volgorde)
}

test('een plan valt in stukken uiteen en komt precies zo terug', () => {
  const plan = kleinPlan('gm0001')
  assert.deepEqual(planVan(stukkenVan(plan).toReversed()), plan)
})

test('bewaren van het verschil geeft altijd de nieuwe lijst, in de nieuwe volgorde', () => {
  fc.assert(
    fc.property(lijst, lijst, lijst, (een, twee, drie) => {
      const naEen = toegepast([], teBewaren([], een))
      const naTwee = toegepast(naEen, teBewaren(naEen, twee))
      const naDrie = toegepast(naTwee, teBewaren(naTwee, drie))
      const kern = (stukken: readonly Stuk[]): unknown =>
        stukken.map(({ sleutel, inhoud }) => [sleutel, inhoud])
      assert.deepEqual(kern(naTwee), kern(twee))
      assert.deepEqual(kern(naDrie), kern(drie))
      assert.deepEqual(teBewaren(naDrie, naDrie), [])
      assert.deepEqual(verschilVan(naDrie, naDrie), [])
    }),
  )
})

test('iets ertussen zetten verandert de buren niet', () => {
  fc.assert(
    fc.property(lijst, fc.nat(), (stukken, plek) => {
      const oud = toegepast([], teBewaren([], stukken))
      const nieuw: Stuk = { soort: 'groep', sleutel: 'ertussen', volgorde: 0, inhoud: { id: 'ertussen' } }
      const na = oud.toSpliced(plek % (oud.length + 1), 0, nieuw)
      assert.deepEqual(
        teBewaren(oud, na).map((stuk) => stuk.sleutel),
        ['ertussen'],
      )
    }),
  )
})

test('duizenden nieuwe stukken kosten geen kwadraat', () => {
  const stukken = Array.from(
    { length: 40_000 },
    (_, i): Stuk => ({ soort: 'groep', sleutel: `s${i}`, volgorde: i, inhoud: { id: `s${i}` } }),
  )
  assert.equal(teBewaren([], stukken).length, 40_000)
})

test('een verschil noemt het veld in woorden, met euro en maand', () => {
  const voor = stukkenVan(kleinPlan('gm0001'))
  const anders = kleinPlan('gm0001')
  const [eerste, ...overige] = anders.onderdelen
  assert.ok(eerste)
  const na = stukkenVan({
    ...anders,
    onderdelen: [
      { ...eerste, titel: 'Huis', planning: { ...eerste.planning, tekst: 'Rustig aan' } },
      ...overige,
    ],
    raming: anders.raming.map((regel) =>
      regel.jaar === 2024 ? { ...regel, bedragCent: (regel.bedragCent + 1) as never } : regel,
    ),
  })
  assert.deepEqual(verschilVan(voor, na), [
    {
      soort: 'onderdeel',
      sleutel: 'inloop',
      titel: 'Huis',
      aard: 'gewijzigd',
      velden: [
        { veld: 'titel', voor: 'Inloop in het dorp', na: 'Huis' },
        { veld: 'planning: tekst', voor: '', na: 'Rustig aan' },
      ],
    },
    {
      soort: 'raming',
      sleutel: 'inloop',
      titel: 'Huis',
      aard: 'gewijzigd',
      velden: [{ veld: '2024, verdeling onbekend: bedrag', voor: '€\u00a04.000', na: '€\u00a04.000,01' }],
    },
  ])
})

test('bedragen uit verschillende bronnen in één jaar verdringen elkaar niet', () => {
  const plan = kleinPlan('gm0001')
  const uitRijk = (bedragCent: number): Plan => ({
    ...plan,
    raming: [...plan.raming, { onderdeel: 'steun', jaar: 2025, bron: 'rijk', bedragCent }] as Plan['raming'],
  })
  const [wijziging] = verschilVan(stukkenVan(uitRijk(1_00)), stukkenVan(uitRijk(2_00)))
  assert.deepEqual(wijziging?.velden, [
    { veld: '2025, Bijdrage van het Rijk: bedrag', voor: '€\u00a01', na: '€\u00a02' },
  ])
})

test('een verschil noemt dingen bij hun titel en niet bij hun sleutel', () => {
  const plan = kleinPlan('gm0001')
  const [inloop, steun] = plan.onderdelen
  assert.ok(inloop && steun)
  const na: Plan = {
    ...plan,
    onderdelen: [
      {
        ...inloop,
        ouder: steun.id,
        groep: null,
        doelen: [],
        mijlpalen: [],
        relaties: [{ naar: steun.id, toelichting: 'samen' }, { naar: steun.id }],
      },
      steun,
    ],
  }
  const [wijziging] = verschilVan(stukkenVan(plan), stukkenVan(na))
  assert.deepEqual(wijziging?.velden, [
    { veld: 'groep', voor: 'Eerste lijn', na: '' },
    { veld: 'valt onder', voor: '', na: 'Steun aan huis' },
    { veld: 'draagt bij aan', voor: 'Meer ontmoeting', na: '' },
    { veld: 'mijlpaal open: wat', voor: 'Deur open', na: '' },
    { veld: 'mijlpaal open: wanneer', voor: '1 maart 2024', na: '' },
    { veld: 'hangt samen met ‘Steun aan huis’: onderdeel', voor: '', na: 'Steun aan huis' },
    { veld: 'hangt samen met ‘Steun aan huis’: toelichting', voor: '', na: 'samen' },
    { veld: 'hangt samen met ‘Steun aan huis’ (2): onderdeel', voor: '', na: 'Steun aan huis' },
  ])
})

test('alles wat verschilt, staat in het verschil: geen wijziging zonder velden', () => {
  const plan = kleinPlan('gm0001')
  const stukken = stukkenVan(plan)
  const tekst = JSON.stringify(plan)
  for (const [oud, nieuw] of [
    ['Deur open', 'Deur dicht'],
    ['dorpsbelang', 'school'],
    ['"aard":"incidenteel"', '"aard":"structureel"'],
    ['Bijdrage 2024', 'Bijdrage'],
    ['"aspect":"lasten"', '"aspect":"beschikbaar"'],
    ['Verzonnen', 'Bedacht'],
  ] as const) {
    const anders = verschilVan(stukken, stukkenVan(JSON.parse(tekst.replaceAll(oud, nieuw))))
    assert.ok(anders.length > 0, oud)
    for (const wijziging of anders) assert.ok(wijziging.velden.length > 0, `${oud} ${wijziging.sleutel}`)
  }
})
