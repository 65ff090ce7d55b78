import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import {
  afdrukVan,
  type GelezenBlad,
  type Prognosestand,
  type Prognosevel,
  vergelijkPrognoseblad,
  ZEKERHEDEN,
  ZEKERHEIDSNAAM,
} from '#programma/deur.ts'
import { prognosebladen } from '#uitwisseling/lijst/prognoseblad.ts'
import {
  type Cel,
  celnaam,
  formule,
  leesWerkboek,
  schrijfOds,
  schrijfXlsx,
  type Werkboek,
} from '#uitwisseling/rekenblad/deur.ts'

const stand = (onderdeel: string, na: number, laatste: number | null = null): Prognosestand => ({
  onderdeel,
  titel: `Onderdeel ${onderdeel}`,
  jaar: 2024,
  cijfers: {
    naWijziging: centen(na),
    verplicht: centen(10_00),
    gerealiseerd: centen(-5_50),
    vrij: centen(na - 4_50),
  },
  laatste:
    laatste === null ? null : { bedragCent: centen(laatste), zekerheid: 'midden', peildatum: '2024-03-31' },
})
const STANDEN = [stand('inloop', 1_000_00), stand('wijkteams', 250_25, 240_00), stand('=SUM(A1)', 1)]
const vel = (rijen: readonly Prognosestand[] = STANDEN): Prognosevel => ({
  titel: 'Samen verder',
  stand: {
    geldigTm: datum('2024-06-30'),
    bekendNr: 41,
    bekendOp: '2024-07-01T09:00:00.000001Z',
    hoofd: 'ab12',
  },
  rijen,
})

const VORMEN = { ods: schrijfOds, xlsx: schrijfXlsx } as const
type Vorm = keyof typeof VORMEN

/** Doet wat iemand in een rekenprogramma doet: cellen invullen en bewaren. */
function vulIn(vorm: Vorm, cellen: Record<string, Cel>, rijen = STANDEN, anders = (boek: Werkboek) => boek) {
  const gelezen = leesWerkboek(prognosebladen.schrijfPrognoseblad(vel(rijen), vorm).inhoud)
  assert.ok(gelezen.ok)
  const bladen = gelezen.waarde.bladen.map((blad, b) => ({
    ...blad,
    rijen: blad.rijen.map((rij, r) => ({
      ...rij,
      cellen: Array.from({ length: 13 }, (_, k): Cel => {
        const ingevuld = b === 0 ? cellen[celnaam(r, k)] : undefined
        return ingevuld ?? rij.cellen[k] ?? { soort: 'leeg' }
      }),
    })),
  }))
  return VORMEN[vorm](anders({ bladen }))
}
function lees(bytes: Uint8Array): GelezenBlad {
  const gelezen = prognosebladen.leesPrognoseblad(bytes)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  return gelezen.waarde
}
const t = (tekst: string): Cel => ({ soort: 'tekst', tekst })
const n = (getal: string): Cel => ({ soort: 'getal', getal })
const GOED = { K2: n('950.5'), L2: t('Redelijk'), M2: t('Twee maanden later begonnen.') }
const plekken = (meldingen: readonly { code: string; cel: string | undefined }[]) =>
  meldingen.map(({ code, cel }) => `${code} ${cel}`)

for (const vorm of ['ods', 'xlsx'] as const) {
  test(`${vorm}: verborgen sleutels, bevroren kop, levende sommen, keuzelijst en leeswijzer`, () => {
    const bestand = prognosebladen.schrijfPrognoseblad(vel(), vorm)
    assert.equal(bestand.naam, `prognose-samen-verder.${vorm}`)
    const gelezen = leesWerkboek(bestand.inhoud)
    assert.ok(gelezen.ok)
    const [blad, wijzer] = gelezen.waarde.bladen
    assert.deepEqual(blad?.verborgenKolommen, [0, 1, 2])
    const som = blad?.rijen[4]?.cellen[5]
    assert.ok(som?.soort === 'formule' && som.formule.includes('SUM'))
    assert.deepEqual(som.waarde, { soort: 'getal', getal: '1250.26' })
    assert.ok(JSON.stringify(wijzer).includes('boeking 41'))
    const xml = Object.values(unzipSync(bestand.inhoud))
      .map((deel) => strFromU8(deel))
      .join('')
    assert.match(
      xml,
      vorm === 'ods' ? /in-list\("laag";"redelijk";"hoog"\)|in-list\(&quot;laag/u : /"laag,redelijk,hoog"/u,
    )
    assert.match(xml, vorm === 'ods' ? /VerticalSplitPosition" config:type="int">1</u : /ySplit="1"/u)
  })

  test(`${vorm}: leeg terug is niets; ingevuld komt elke cel terug met haar adres`, () => {
    const leeg = lees(vulIn(vorm, {}))
    assert.deepEqual(leeg.meldingen, [])
    assert.deepEqual(
      leeg.rijen.map(({ onderdeel, jaar, bekendNr, afdruk }) => [onderdeel, jaar, bekendNr, afdruk]),
      STANDEN.map((rij) => [rij.onderdeel, rij.jaar, 41, afdrukVan(rij)]),
    )
    assert.deepEqual(vergelijkPrognoseblad(leeg.rijen, STANDEN), {
      overgenomen: [],
      geweigerd: [],
      waarschuwingen: [],
      leeg: 3,
    })
    const { overgenomen, geweigerd } = vergelijkPrognoseblad(lees(vulIn(vorm, GOED)).rijen, STANDEN)
    assert.deepEqual(geweigerd, [])
    assert.deepEqual(overgenomen, [
      {
        blad: 'Prognose',
        cel: 'K2',
        onderdeel: 'inloop',
        jaar: 2024,
        bedragCent: 950_50,
        zekerheid: 'midden',
        reden: 'Twee maanden later begonnen.',
      },
    ])
  })

  test(`${vorm}: wat niet te lezen is of half is, wordt bij zijn cel geweigerd`, () => {
    const { rijen } = lees(
      vulIn(vorm, {
        K2: t('ongeveer duizend'),
        L2: t('vast wel'),
        M2: formule('A1', { soort: 'tekst', tekst: 'x' }),
        L3: t('hoog'),
        K4: t('1.234,5'),
      }),
    )
    assert.deepEqual(plekken(vergelijkPrognoseblad(rijen, STANDEN).geweigerd), [
      'onleesbaar K2',
      'onleesbaar L2',
      'onleesbaar M2',
      'prognose_ontbreekt K3',
      'zekerheid_ontbreekt L4',
      'toelichting_ontbreekt M4',
    ])
  })
}

test('bewogen cijfers weigeren hun eigen cel; de andere rijen gaan door', () => {
  const ingevuld = { ...GOED, K3: n('240'), L3: t('hoog'), M3: t('Zoals gepland.') }
  const { rijen } = lees(vulIn('xlsx', ingevuld))
  const gewijzigd = stand('inloop', 1_100_00)
  const { overgenomen, geweigerd } = vergelijkPrognoseblad(rijen, [gewijzigd, ...STANDEN.slice(1)])
  assert.deepEqual(plekken(geweigerd), ['cijfers_bewogen K2'])
  assert.match(
    geweigerd[0]?.zin ?? '',
    /begroot na wijziging was €\s1\.000 en is nu €\s1\.100 en vrij was €\s995,50/u,
  )
  assert.deepEqual(
    overgenomen.map(({ onderdeel }) => onderdeel),
    ['wijkteams'],
  )
  const andere = vergelijkPrognoseblad(rijen, [stand('inloop', 1_000_00, 9_00), ...STANDEN.slice(1)])
  assert.match(andere.geweigerd[0]?.zin ?? '', /andere prognose vastgelegd/u)
})

test('een rij die niet van hem is, twee keer dezelfde rij, en een overgetypt cijfer', () => {
  const { rijen } = lees(vulIn('ods', { ...GOED, F2: n('5') }))
  assert.deepEqual(plekken(vergelijkPrognoseblad(rijen, STANDEN.slice(1)).geweigerd), ['niet_van_u K2'])
  assert.deepEqual(plekken(vergelijkPrognoseblad([...rijen, ...rijen], STANDEN).geweigerd), [
    'dubbele_rij K2',
    'dubbele_rij K2',
  ])
  const { overgenomen, waarschuwingen } = vergelijkPrognoseblad(rijen, STANDEN)
  assert.equal(overgenomen.length, 1)
  assert.deepEqual(plekken(waarschuwingen), ['cijfer_overgetypt F2'])
})

test('een rij zonder sleutel wordt gemeld, en wat geen prognoseblad is, geweigerd', () => {
  const { meldingen } = lees(vulIn('ods', { ...GOED, A2: { soort: 'leeg' } }))
  assert.deepEqual(plekken(meldingen), ['sleutel_ontbreekt K2'])
  const zonderKolom = vulIn('ods', { B1: t('Iets anders') })
  const dubbel = vulIn('xlsx', {}, STANDEN, ({ bladen }) => ({
    bladen: [...bladen, { ...bladen[0], naam: 'Kopie', rijen: bladen[0]?.rijen ?? [] }],
  }))
  for (const bytes of [zonderKolom, dubbel, new Uint8Array(), new TextEncoder().encode('a;b')]) {
    const gelezen = prognosebladen.leesPrognoseblad(bytes)
    assert.ok(!gelezen.ok && gelezen.reden.every(({ zin }) => zin.length > 10))
  }
})

test('heen en terug: elk bedrag en elke zekerheid komt op de cent terug, in elke volgorde', () => {
  const Rij = fc.record({
    cent: fc.integer({ min: -1e13, max: 1e13 }),
    zekerheid: fc.constantFrom(...ZEKERHEDEN),
  })
  fc.assert(
    fc.property(
      fc.array(Rij, { minLength: 1, maxLength: 8 }),
      fc.constantFrom<Vorm>('ods', 'xlsx'),
      (invoer, vorm) => {
        const standen = invoer.map(({ cent }, i) => stand(`o-${i}`, cent))
        const cellen = Object.fromEntries(
          invoer.flatMap(({ cent, zekerheid }, i): [string, Cel][] => [
            [`K${i + 2}`, { soort: 'bedrag', bedrag: centen(cent) }],
            [`L${i + 2}`, t(ZEKERHEIDSNAAM[zekerheid])],
            [`M${i + 2}`, t('ja')],
          ]),
        )
        const omgekeerd = vulIn(vorm, cellen, standen, ({ bladen }) => ({
          bladen: bladen.map((blad, b) =>
            b === 0
              ? { ...blad, rijen: [...blad.rijen.slice(0, 1), ...blad.rijen.slice(1).reverse()] }
              : blad,
          ),
        }))
        const { overgenomen, geweigerd, waarschuwingen } = vergelijkPrognoseblad(
          lees(omgekeerd).rijen,
          standen,
        )
        assert.deepEqual([geweigerd, waarschuwingen], [[], []])
        assert.deepEqual(
          overgenomen.toReversed().map(({ bedragCent, zekerheid }) => [bedragCent, zekerheid]),
          invoer.map(({ cent, zekerheid }) => [cent, zekerheid]),
        )
      },
    ),
    { numRuns: 40 },
  )
})
