import { geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { leesPlan, type Planfout } from '#programma/deur.ts'
import { isRekenblad, leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { type IngelezenPlan, leesPlanUitWerkboek } from '#uitwisseling/rekenblad/plan-uit-werkboek.ts'
import { GRENZEN, UITLEG } from '#uitwisseling/rekenblad/teksten.ts'

const BESTAND = '(bestand)'

const weiger = (melding: string, pad = BESTAND): Uitkomst<IngelezenPlan, Planfout[]> =>
  geweigerd([{ pad, melding }])

/** Leest een planbestand in elke vorm die Omzien kent: JSON, ODS of XLSX. Wat het is, blijkt uit de inhoud. */
export function leesPlanbestand(bytes: Uint8Array): Uitkomst<IngelezenPlan, Planfout[]> {
  if (bytes.length === 0) return weiger(UITLEG.leeg)
  if (bytes.length > GRENZEN.bestand) return weiger(UITLEG.te_groot)
  if (!isRekenblad(bytes)) return leesPlanJson(bytes)
  const werkboek = leesWerkboek(bytes)
  if (werkboek.ok) return leesPlanUitWerkboek(werkboek.waarde)
  return weiger(werkboek.reden.melding, werkboek.reden.plaats ?? BESTAND)
}

function leesPlanJson(bytes: Uint8Array): Uitkomst<IngelezenPlan, Planfout[]> {
  let gegevens: unknown
  try {
    gegevens = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (oorzaak) {
    if (!(oorzaak instanceof SyntaxError || oorzaak instanceof TypeError)) throw oorzaak
    return weiger(`Dit is geen JSON, ODS of XLSX, of de JSON is niet af${waarStokt(oorzaak)}.`)
  }
  const plan = leesPlan(gegevens)
  return plan.ok ? { ok: true, waarde: { plan: plan.waarde, waarschuwingen: [] } } : plan
}

/** `at position 12 (line 2 column 3)` uit de melding van JSON.parse, in gewone woorden. */
function waarStokt(oorzaak: Error): string {
  const plaats = /line (\d+) column (\d+)/u.exec(oorzaak.message)
  return plaats === null ? '' : ` (regel ${plaats[1]}, teken ${plaats[2]})`
}
