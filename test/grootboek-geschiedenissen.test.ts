import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Klok, vasteKlok } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import {
  type Boekhouder,
  type Boeking,
  type Boekopdracht,
  boekSamen,
  controleerJournaal,
  findPostsaldi,
  findTijdstip,
  kring,
  maakBoekhouder,
  naamVan,
  type Periode,
  periodeVan,
} from '#grootboek/deur.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import {
  KLEINE_WERELD,
  leegGeheugen,
  maakToeval,
  onthoud,
  type Toeval,
  vertel,
  type Wereld,
} from '#test/grootboek-geschiedenis.ts'

const KLOK: Pick<Klok, 'nu'> = vasteKlok('2026-11-22T08:00:00.000Z')

type Dichtgegaan = { periode: Periode; na: number }
type Verhaal = { programma: string; boekingen: Boeking[]; dicht: Dichtgegaan[]; geweigerd: number }

/** Eén geschiedenis in een eigen programma, gebeurtenis na gebeurtenis, met opdrachten die niet mogen. */
async function beleef(
  boekhouder: Boekhouder,
  db: GemeenteDb,
  begin: number,
  aantal: number,
): Promise<Verhaal> {
  const toeval = maakToeval(begin)
  // Eigen jaren, anders is na een tijd elke maand van iedereen dicht.
  const jaar = 1950 + 2 * begin
  const wereld: Wereld = { ...KLEINE_WERELD, programma: `p-${begin}`, jaren: [jaar, jaar + 1] }
  const geheugen = leegGeheugen()
  const verhaal: Verhaal = { programma: wereld.programma, boekingen: [], dicht: [], geweigerd: 0 }
  for (let i = 0; i < aantal; i++) {
    const opdracht = vertel(toeval, wereld, geheugen)
    if (toeval.tot(8) === 0) verhaal.dicht.push(await sluit(boekhouder, db, periodeVan(opdracht.geldigOp)))
    const fout = misschienFout(toeval, opdracht)
    const gedaan = await boekhouder.voerUit(db, KLOK, {
      rekeningen: opdracht.regels.map(({ rekening }) => rekening),
      verzoek: toeval.tot(3) === 0 ? { sleutel: `${begin}-${i}`, inhoud: i } : undefined,
      werk: (ronde) => {
        const voor = opdracht.regels.map(({ rekening }) => ronde.saldo(rekening))
        const geboekt = boekSamen(ronde, [opdracht, ...fout])
        const na = opdracht.regels.map(({ rekening }) => ronde.saldo(rekening))
        if (geboekt.ok) assert.deepEqual(na, verwachtSaldo(opdracht, voor))
        return geboekt
      },
    })
    if (!gedaan.ok) verhaal.geweigerd++
    else {
      onthoud(geheugen, gedaan.waarde)
      verhaal.boekingen.push(...gedaan.waarde)
    }
  }
  return verhaal
}

const verwachtSaldo = ({ regels }: Boekopdracht, voor: readonly number[]): number[] =>
  regels.map(({ rekening }, i) =>
    regels
      .filter((ander) => naamVan(ander.rekening) === naamVan(rekening))
      .reduce((som, { bedragCent }) => som + bedragCent, voor[i] ?? 0),
  )

const misschienFout = (toeval: Toeval, opdracht: Boekopdracht): Boekopdracht[] =>
  toeval.tot(12) === 0
    ? [
        {
          ...opdracht,
          corrigeert: null,
          regels: opdracht.regels.map((r) => ({ ...r, bedragCent: centen(1) })),
        },
      ]
    : []

async function sluit(boekhouder: Boekhouder, db: GemeenteDb, periode: Periode): Promise<Dichtgegaan> {
  const gesloten = await boekhouder.voerUit(db, KLOK, {
    werk: (ronde) => {
      if (ronde.perioden.get(periode) === 'vast') return geweigerd({ code: 'al_dicht' })
      ronde.zetPeriode(periode, 'vast')
      ronde.daarna(async (tx) => {
        await sql`insert into grootboek_periodestand (id, periode, stand, op)
                  values (${nieuwId(new Date())}, ${periode}, 'vast', now())`.execute(tx)
      })
      return gelukt(null)
    },
  })
  const { kop } = await db.lees(async (lezer) => ({ kop: await findTijdstip(lezer, {}) }))
  return { periode, na: gesloten.ok ? kop.bekendNr : 0 }
}

opBeideDatabanken('geschiedenissen door elkaar', (databank) => {
  test('honderdtwintig verhalen tegelijk: elk sluit per bron, saldi en keten kloppen, en dicht blijft dicht', async () => {
    const db = await verseGemeente(databank())
    // Twee boekhouders, zoals twee processen: elk weet alleen van de ander wat er vastligt.
    const boekhouders = [maakBoekhouder({ fotoElke: 250 }), maakBoekhouder({ fotoElke: 250 })]
    const verhalen: Verhaal[] = []
    for (let begin = 0; begin < 120; begin += 40)
      verhalen.push(
        ...(await Promise.all(
          Array.from({ length: 40 }, (_, i) => {
            const boekhouder = boekhouders[i % 2] ?? assert.fail()
            return beleef(boekhouder, db, begin + i, 20)
          }),
        )),
      )
    const aantal = verhalen.reduce((som, { boekingen }) => som + boekingen.length, 0)
    const geweigerd = verhalen.reduce((som, verhaal) => som + verhaal.geweigerd, 0)
    assert.ok(aantal > 1_000 && geweigerd > 200, `${aantal} geboekt, ${geweigerd} geweigerd`)
    const { goed, eerste, geteld } = await controleerJournaal(db)
    assert.ok(goed, JSON.stringify(eerste))
    assert.equal(geteld.boekingen, aantal)

    const saldi = await db.lees(async (lezer) => findPostsaldi(lezer, await findTijdstip(lezer, {})))
    const perBron = Map.groupBy(saldi, ({ rekening }) => kring(rekening))
    for (const [bron, posten] of perBron)
      assert.equal(
        posten.reduce((som, { bedragCent }) => som + bedragCent, 0),
        0,
        bron,
      )
    const perProgramma = Map.groupBy(saldi, ({ rekening }) => rekening.programma)
    for (const { programma, boekingen } of verhalen) {
      const som = new Map<string, number>()
      for (const { rekening, bedragCent } of boekingen.flatMap(({ regels }) => regels))
        som.set(naamVan(rekening), (som.get(naamVan(rekening)) ?? 0) + bedragCent)
      for (const { rekening, bedragCent } of perProgramma.get(programma) ?? [])
        som.set(naamVan(rekening), (som.get(naamVan(rekening)) ?? 0) - bedragCent)
      assert.ok(
        [...som.values()].every((cent) => cent === 0),
        programma,
      )
    }
    const boekingen = verhalen.flatMap((verhaal) => verhaal.boekingen)
    const dicht = verhalen.flatMap((verhaal) => verhaal.dicht).filter(({ na }) => na > 0)
    assert.ok(dicht.length > 5)
    for (const { periode, na } of dicht)
      assert.ok(
        boekingen.every(({ nr, geldigOp }) => nr <= na || periodeVan(geldigOp) !== periode),
        periode,
      )
  })
})
