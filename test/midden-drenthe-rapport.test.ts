import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { laadVoorbeelden, MIDDEN_DRENTHE } from '#start/voorbeelden.ts'
import { versePglite } from '#test/databanken.ts'
import { maakLosRapport, Rapportinhoud, type Rapporttabel } from '#verantwoording/deur.ts'

/**
 * De jaarverantwoording 2024 van Midden-Drenthe, waar alleen het plan bekend is: zij zegt per deel wat niet bekend is, en
 * er staat geen bedrag in dat niet in het plan staat of daar een som van is.
 */

/** Kolommen die over de werkelijkheid gaan; zonder boekingen is daar niets over te zeggen. */
const WERKELIJKHEID = [
  'gerealiseerd',
  'uitgegeven',
  'verplicht',
  'vrij',
  'saldo',
  'in',
  'uit',
  'prognose',
  'verschil',
]

async function maakRapport() {
  const databank = await versePglite()
  await laadVoorbeelden(databank, systeemklok, { welke: ['gm1731'] })
  const { code, naam } = MIDDEN_DRENTHE
  const bron = {
    db: databank.gemeente(code),
    planboek: maakPlanboek(),
    plan: 'sociaal-domein-2022-2026',
    gemeente: { code, naam },
  }
  const wens = { vraag: { soort: 'jaar', jaar: 2024 }, vorm: 'json' } as const
  const gemaakt = await maakLosRapport(bron, wens, systeemklok, undefined)
  assert.ok(gemaakt.ok)
  assert.equal(gemaakt.waarde.stand, 'los')
  const inhoud = Rapportinhoud.parse(JSON.parse(new TextDecoder().decode(gemaakt.waarde.bestand.inhoud)))
  const { beeld } = (await bron.planboek.lees(bron.db, bron.plan, 1)) ?? assert.fail('geen plan')
  await databank.sluit()
  return { inhoud, plan: beeld.plan }
}

const tabellen = ({ delen }: Rapportinhoud): Rapporttabel[] =>
  delen.flatMap(({ blokken }) =>
    blokken.flatMap((blok) =>
      blok.soort === 'tabel' ? [blok] : blok.soort === 'grafiek' ? [blok.tabel] : [],
    ),
  )

test('Midden-Drenthe: wat niet bekend is, staat er zo, en er staat geen verzonnen bedrag', async () => {
  const { inhoud, plan } = await maakRapport()
  const teksten = inhoud.delen.flatMap(({ blokken }) =>
    blokken.flatMap((blok) => (blok.soort === 'alinea' ? [blok.tekst] : [])),
  )
  for (const zin of [
    /is uitgegeven, is niet bekend/u,
    /Hoe het met de onderdelen gaat, is voor deze periode niet opgegeven/u,
    /Over afwijkingen is niets te zeggen/u,
    /Hoeveel er echt over is, is niet bekend/u,
    /Het plan noemt geen enkele indicator/u,
    /Of zij gehaald zijn, is niet bekend/u,
    /Er zijn geen risico’s vastgelegd. Dat betekent niet dat zij er niet zijn/u,
  ])
    assert.ok(
      teksten.some((tekst) => zin.test(tekst)),
      String(zin),
    )
  const gezegd = teksten.filter((tekst) => /naar verwachting|op koers|nog geen gehaald/u.test(tekst))
  assert.deepEqual(gezegd, [])
  for (const blok of inhoud.delen.flatMap(({ blokken }) => blokken))
    if (blok.soort === 'grafiek' && blok.figuur.vorm === 'lijn')
      for (const { aard, punten } of blok.figuur.reeksen)
        if (aard !== 'plan')
          assert.ok(
            punten.every(({ waarde }) => waarde === null),
            `${blok.boodschap}: ${aard}`,
          )
  assert.equal(inhoud.verzonnen, false)

  for (const tabel of tabellen(inhoud))
    for (const naam of WERKELIJKHEID) {
      const kolom = tabel.kolommen.findIndex((een) => een.naam === naam)
      if (kolom === -1 || tabel.id.startsWith('controle')) continue
      for (const { cellen } of tabel.rijen)
        assert.ok(
          cellen[kolom] === null || cellen[kolom] === '',
          `${tabel.titel}: ${naam} is ${cellen[kolom]}`,
        )
    }

  // Wat er wel staat, komt uit de ramingen: per onderdeel, per groep en in totaal.
  const som = (past: (onderdeel: string, jaar: number) => boolean): number =>
    plan.raming.reduce((tot, rij) => tot + (past(rij.onderdeel, rij.jaar) ? rij.bedragCent : 0), 0)
  const geld = tabellen(inhoud).find(({ id }) => id === 'samenvatting-geld') ?? assert.fail('geen geldtabel')
  const kolom = geld.kolommen.findIndex(({ naam }) => naam === 'naWijziging')
  const gewoon = geld.rijen.filter(({ rol }) => rol === undefined || rol === 'gewoon')
  const perGroep = plan.groepen.map(({ id }) => {
    const erin = new Set<string>(plan.onderdelen.filter(({ groep }) => groep === id).map((een) => een.id))
    return som((onderdeel, jaar) => jaar === 2024 && erin.has(onderdeel))
  })
  assert.deepEqual(
    gewoon.map(({ cellen }) => cellen[kolom]).toSorted(),
    perGroep.filter((cent) => cent !== 0).toSorted(),
  )
  const totaal = som((_, jaar) => jaar === 2024)
  assert.equal(
    gewoon.reduce((tot, { cellen }) => tot + Number(cellen[kolom]), 0),
    totaal,
  )
  assert.equal(totaal, 770_000_00)
})
