import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { leesBedragInStijl, leesDag, leesPeriode } from '#uitwisseling/lijst/cellen.ts'
import { leesLijst } from '#uitwisseling/lijst/lees-lijst.ts'
import { type Getalstijl, Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import { controleerTotalen, type Telrij } from '#uitwisseling/lijst/totalen.ts'
import { schrijfCsv } from '#uitwisseling/rekenblad/csv.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { bedrag, type Cel, tekst } from '#uitwisseling/rekenblad/rekenblad.ts'
import { serieVan } from '#uitwisseling/rekenblad/tijd.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

const Cent = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
const TEKENS = ['voor', 'achter', 'haakjes'] as const

/** Schrijft een bedrag zoals een financieel systeem het zou doen. */
function schrijf(
  cent: number,
  stijl: Getalstijl,
  groepen: boolean,
  teken: (typeof TEKENS)[number],
  euro: boolean,
): string {
  const [groep, komma] = stijl === 'nl' ? ['.', ','] : [',', '.']
  const heel = String(Math.floor(Math.abs(cent) / 100))
  const gegroepeerd = groepen ? heel.replace(/\B(?=(\d{3})+$)/gu, groep) : heel
  const kaal = `${euro ? '€ ' : ''}${gegroepeerd}${komma}${String(Math.abs(cent) % 100).padStart(2, '0')}`
  if (cent >= 0) return kaal
  return teken === 'voor' ? `-${kaal}` : teken === 'achter' ? `${kaal}-` : `(${kaal})`
}

test('lezen van schrijven is hetzelfde bedrag, in elke opmaak', () => {
  fc.assert(
    fc.property(
      Cent,
      fc.constantFrom<Getalstijl>('nl', 'en'),
      fc.boolean(),
      fc.constantFrom(...TEKENS),
      fc.boolean(),
      (cent, stijl, groepen, teken, euro) => {
        const tekst = schrijf(cent, stijl, groepen, teken, euro)
        assert.deepEqual(
          leesBedragInStijl({ soort: 'tekst', tekst }, stijl),
          { ok: true, waarde: cent },
          tekst,
        )
      },
    ),
    { numRuns: 3000 },
  )
})

test('een bedrag met centen in de andere stijl wordt nooit stil iets anders', () => {
  fc.assert(
    fc.property(Cent, fc.constantFrom<Getalstijl>('nl', 'en'), fc.boolean(), (cent, stijl, groepen) => {
      const tekst = schrijf(cent, stijl === 'nl' ? 'en' : 'nl', groepen, 'voor', false)
      assert.equal(leesBedragInStijl({ soort: 'tekst', tekst }, stijl).ok, false, tekst)
    }),
  )
  for (const [tekst, stijl, cent] of [
    ['1.403', 'nl', 1_403_00],
    ['1,403', 'en', 1_403_00],
    ['1234,5000', 'nl', 1_234_50],
    ['€ 35.000,-', 'nl', 35_000_00],
    [' - ', 'nl', undefined],
  ] as const)
    assert.deepEqual(leesBedragInStijl({ soort: 'tekst', tekst }, stijl), { ok: true, waarde: cent })
  for (const [tekst, stijl] of [
    ['1,403', 'nl'],
    ['1.403', 'en'],
    ['12.50', 'nl'],
    ['12,50', 'en'],
    ['veel', 'nl'],
    ['1,2,3', 'nl'],
  ] as const)
    assert.equal(leesBedragInStijl({ soort: 'tekst', tekst }, stijl).ok, false, tekst)
})

test('een dag is in elke schrijfwijze dezelfde dag', () => {
  const Dag = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((moment) => datum(moment.toISOString().slice(0, 10)))
  fc.assert(
    fc.property(Dag, (dag) => {
      const [jaar = '', maand = '', nummer = ''] = dag.split('-')
      const tekst = (geschreven: string) => ({ soort: 'tekst', tekst: geschreven }) as const
      for (const geschreven of [
        dag,
        dag.replaceAll('-', ''),
        `${dag} 00:00:00`,
        `${nummer}/${maand}/${jaar}`,
      ])
        assert.equal(leesDag(tekst(geschreven), 'dag-maand-jaar'), dag)
      assert.equal(leesDag(tekst(`${Number(nummer)}-${Number(maand)}-${jaar}`), 'dag-maand-jaar'), dag)
      assert.equal(leesDag(tekst(`${maand}/${nummer}/${jaar}`), 'maand-dag-jaar'), dag)
      assert.equal(leesDag({ soort: 'getal', getal: String(serieVan(dag)) }, 'dag-maand-jaar'), dag)
      const periode = leesPeriode(tekst(`${jaar}${maand}`), undefined)
      assert.ok(
        periode !== undefined && periode.van <= dag && dag <= periode.tot && periode.jaar === Number(jaar),
      )
      assert.deepEqual(leesPeriode(tekst(`${maand}-${jaar}`), undefined), periode)
      assert.deepEqual(leesPeriode({ soort: 'getal', getal: String(Number(maand)) }, Number(jaar)), periode)
    }),
  )
  assert.equal(leesDag({ soort: 'tekst', tekst: '31-02-2024' }, 'dag-maand-jaar'), undefined)
  assert.equal(leesPeriode({ soort: 'tekst', tekst: '3' }, undefined), undefined)
  assert.equal(leesPeriode({ soort: 'tekst', tekst: '202499' }, undefined), undefined)
})

const PROFIEL = Invoerprofiel.parse({
  formaat: 'omzien-invoerprofiel/1',
  naam: 'Mutaties',
  soort: 'mutaties',
  aanname: false,
  uitleg: '',
  kopHoogte: 1,
  teken: 'last_positief',
  getalstijl: 'nl',
  datumstijl: 'dag-maand-jaar',
  restant: 'met_verplichtingen',
  totaalwoorden: ['totaal'],
  overslaanwoorden: [],
  kolommen: [
    { veld: 'boekstuk', titels: ['Boekstuk'] },
    { veld: 'datum', titels: ['Datum'] },
    { veld: 'rekening', titels: ['Rekening'] },
    { veld: 'kostenplaats', titels: ['Kostenplaats'] },
    { veld: 'bedrag', titels: ['Bedrag'] },
  ],
})
const Mutatie = fc.record({
  boekstuk: fc.constantFrom('', 'B1', 'B2'),
  dag: fc.constantFrom('1-3-2024', '2-3-2024'),
  rekening: fc.constantFrom('0443', '4001'),
  kostenplaats: fc.constantFrom('', 'KP1'),
  cent: fc.constantFrom(1_00, -1_00, 2_50, 999_999_99),
})
const lees = (mutaties: readonly (typeof Mutatie extends fc.Arbitrary<infer M> ? M : never)[]) => {
  const rijen = mutaties.map(({ boekstuk, dag, rekening, kostenplaats, cent }) =>
    [boekstuk, dag, rekening, kostenplaats, schrijf(cent, 'nl', true, 'haakjes', false)].join(';'),
  )
  const gelezen = leesLijst(
    strToU8(['Boekstuk;Datum;Rekening;Kostenplaats;Bedrag', ...rijen].join('\n')),
    PROFIEL,
    {
      administratie: 'a',
    },
  )
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  return gelezen.waarde
}
const sleutels = (regels: readonly { sleutel: string; bedragCent: Centen }[]) =>
  regels.map(({ sleutel, bedragCent }) => `${sleutel}=${bedragCent}`).toSorted()

test('een bestand in een andere volgorde houdt zijn sleutels, en elke sleutel is uniek', () => {
  const Paar = fc
    .array(Mutatie, { minLength: 1, maxLength: 30 })
    .chain((rijen) =>
      fc.tuple(
        fc.constant(rijen),
        fc.shuffledSubarray(rijen, { minLength: rijen.length, maxLength: rijen.length }),
      ),
    )
  fc.assert(
    fc.property(Paar, ([rijen, geschud]) => {
      const [een, ander] = [lees(rijen), lees(geschud)]
      assert.deepEqual(sleutels(een.regels), sleutels(ander.regels))
      assert.equal(new Set(een.regels.map(({ sleutel }) => sleutel)).size, rijen.length)
      assert.equal(
        een.verslag.debetCent - een.verslag.creditCent,
        rijen.reduce((som, { cent }) => som + cent, 0),
      )
    }),
  )
})

test('een rij erbij verandert de sleutels van de andere rijen niet', () => {
  fc.assert(
    fc.property(fc.array(Mutatie, { minLength: 1, maxLength: 20 }), Mutatie, (rijen, nieuw) => {
      const voor = new Set(sleutels(lees(rijen).regels))
      const na = sleutels(lees([nieuw, ...rijen]).regels)
      assert.equal(na.filter((sleutel) => !voor.has(sleutel)).length, 1)
    }),
  )
})

/** Een boom van groepen met een totaal onder (of boven) elke groep. */
const Boom = fc.array(
  fc.array(fc.array(Cent, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  {
    minLength: 1,
    maxLength: 3,
  },
)
function telrijen(boom: number[][][]): Telrij[] {
  const rijen: Telrij[] = []
  const zet = (totaal: boolean, bedrag: number): void => {
    rijen.push({ rij: rijen.length, totaal, bedragen: [bedrag, -bedrag, totaal ? undefined : 1] })
  }
  const som = (getallen: number[]): number => getallen.reduce((tot, getal) => tot + getal, 0)
  for (const groep of boom) {
    for (const subgroep of groep) {
      for (const bedrag of subgroep) zet(false, bedrag)
      zet(true, som(subgroep))
    }
    zet(true, som(groep.flat()))
  }
  zet(true, som(boom.flat(2)))
  return rijen
}

test('totalen op elk niveau kloppen, onder of boven hun rijen; één cent ernaast wordt gevonden', () => {
  fc.assert(
    fc.property(Boom, fc.nat(), fc.boolean(), (boom, keus, omgekeerd) => {
      const rijen = omgekeerd ? telrijen(boom).reverse() : telrijen(boom)
      assert.deepEqual(controleerTotalen(rijen), { fouten: [], alsnog: new Set() })
      const vaag = rijen.map((rij) => (rij.totaal === true ? { ...rij, totaal: 'misschien' as const } : rij))
      const { alsnog } = controleerTotalen(vaag)
      for (const { rij, totaal } of rijen) assert.equal(alsnog.has(rij), totaal)
      const totalen = rijen.filter(({ totaal }) => totaal)
      const stuk = totalen[keus % totalen.length]
      const fout = rijen.map((rij) =>
        rij === stuk ? { ...rij, bedragen: [(rij.bedragen[0] ?? 0) + 1, ...rij.bedragen.slice(1)] } : rij,
      )
      const gevonden = controleerTotalen(fout).fouten
      assert.ok(gevonden.some(({ rij }) => rij === stuk?.rij))
    }),
  )
})

test('een lijst van welke vorm en opmaak ook komt op de cent over, met haar totalen nagerekend', () => {
  const Rij = fc.record({
    rekening: fc.integer({ min: 1000, max: 1003 }),
    cent: fc.integer({ min: -1e9, max: 1e9 }).filter((cent) => cent !== 0),
  })
  const Vorm = fc.constantFrom('csv', 'ods', 'xlsx')
  const Opmaak = fc.tuple(
    fc.constantFrom<Getalstijl>('nl', 'en'),
    fc.boolean(),
    fc.constantFrom(...TEKENS),
    fc.boolean(),
  )
  fc.assert(
    fc.property(
      fc.array(Rij, { minLength: 1, maxLength: 12 }),
      Vorm,
      Opmaak,
      fc.boolean(),
      (lijst, vorm, opmaak, getallen) => {
        const [stijl, groepen, teken, euro] = opmaak
        const alsTekst = vorm === 'csv' || !getallen
        const bedragcel = (cent: number): Cel =>
          alsTekst ? tekst(schrijf(cent, stijl, groepen, teken, euro)) : bedrag(centen(cent))
        const som = lijst.reduce((tot, { cent }) => tot + cent, 0)
        const rij = (...cellen: Cel[]) => ({ cellen })
        const rijen = [
          rij(...['Boekstuk', 'Datum', 'Rekening', 'Kostenplaats', 'Bedrag'].map(tekst)),
          ...lijst.map(({ rekening, cent }) =>
            rij(tekst('B1'), tekst('1-2-2024'), tekst(`0${rekening}`), tekst('KP1'), bedragcel(cent)),
          ),
          rij(tekst('Totaal'), tekst(''), tekst(''), tekst(''), bedragcel(som)),
        ]
        const blad = { naam: 'Lijst', rijen }
        const bytes =
          vorm === 'csv'
            ? strToU8(schrijfCsv(blad))
            : (vorm === 'ods' ? schrijfOds : schrijfXlsx)({ bladen: [blad] })
        const gelezen = leesLijst(bytes, { ...PROFIEL, getalstijl: stijl }, { administratie: 'a' })
        assert.ok(gelezen.ok, JSON.stringify(gelezen))
        const { debetCent, creditCent, regels } = gelezen.waarde.verslag
        assert.equal(debetCent - creditCent, som)
        assert.equal(regels, lijst.length)
      },
    ),
    { numRuns: 300 },
  )
})
