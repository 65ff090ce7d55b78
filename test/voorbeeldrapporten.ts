import assert from 'node:assert/strict'
import { systeemklok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import type { Vastgelegd } from '#grootboek/deur.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { GEMEENTE } from '#start/voorbeeldgemeente/plek.ts'
import { RAPPORTKENMERKEN } from '#start/voorbeeldgemeente/rapporten.ts'
import { maakRapportpoort, maakZetterij } from '#uitwisseling/deur.ts'
import { findRapporten, findUitgaven, maakBestand, maakOpnieuw, sha256 } from '#verantwoording/deur.ts'

/**
 * De rapporten van de voorbeeldgemeente: vastgesteld, op de cijfers van toen, en opnieuw gemaakt dezelfde bytes. Geeft
 * per rapport de samenvatting, om twee keer laden naast elkaar te leggen. `boekingen` is nieuwste eerst.
 */
export async function keurVoorbeeldrapporten(
  db: GemeenteDb,
  boekingen: readonly Vastgelegd[],
): Promise<Map<string, string>> {
  const koppen = await db.lees((lezer) => findRapporten(lezer, PROGRAMMA))
  assert.deepEqual(koppen.map(({ kenmerk }) => kenmerk).toSorted(), RAPPORTKENMERKEN.toSorted())
  assert.equal(koppen.length, 6)
  assert.ok(!RAPPORTKENMERKEN.includes('jaar-2024'), 'dat maakt de bezoeker zelf')
  const zetterij = maakZetterij()
  const poort = maakRapportpoort(zetterij)
  const { code, naam } = GEMEENTE
  const bron = { db, planboek: maakPlanboek(), plan: PROGRAMMA, gemeente: { code, naam } }
  const samenvattingen = new Map<string, string>()
  try {
    for (const kop of koppen) {
      const { kenmerk } = kop
      assert.equal(kop.stand, 'vastgesteld', kenmerk)
      const { vastOp } = kop
      assert.ok(vastOp !== null && vastOp < kop.standOp, `${kenmerk}: de cijfers stonden eerder stil`)
      const laatste = boekingen.find(({ vastgelegdOp }) => vastgelegdOp <= vastOp)
      assert.equal(kop.vastNr, laatste?.nr, `${kenmerk}: de laatste boeking van dat moment`)
      const opnieuw = await maakOpnieuw(bron, kop, systeemklok)
      assert.ok(opnieuw.ok, kenmerk)
      const { inhoud } = opnieuw.waarde
      const uitgaven = await db.lees((lezer) => findUitgaven(lezer, kop.id))
      assert.equal(uitgaven.length, 6, kenmerk)
      for (const { vorm, hash } of uitgaven) {
        const weer = await maakBestand(inhoud, vorm, poort)
        assert.equal(sha256(weer?.inhoud ?? ''), hash, `${kenmerk} ${vorm}`)
      }
      samenvattingen.set(kenmerk, JSON.stringify(inhoud.delen[0]))
    }
  } finally {
    await zetterij.sluit()
  }
  return samenvattingen
}
