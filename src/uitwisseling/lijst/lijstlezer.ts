import { geweigerd } from '#basis/uitkomst.ts'
import type { Invoerlezer } from '#grootboek/deur.ts'
import { leesLijst } from '#uitwisseling/lijst/lees-lijst.ts'
import type { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import type { Lijstkader } from '#uitwisseling/lijst/rijwaarden.ts'
import { GRENZEN } from '#uitwisseling/rekenblad/teksten.ts'

/**
 * Een lijst als lezer van invoer, zoals een auditfile. Een rekenblad is pas te lezen als het er helemaal is; wat groter
 * is dan Omzien aanneemt, wordt niet verder opgehaald.
 */
export function maakLijstlezer(profiel: Invoerprofiel, kader: Lijstkader): Invoerlezer {
  return async (bron, ontvang, { grootte, voortgang, stop } = {}) => {
    const delen: Uint8Array[] = []
    let gelezen = 0
    for await (const deel of bron) {
      stop?.throwIfAborted()
      delen.push(deel)
      gelezen += deel.length
      voortgang?.({ gelezen, totaal: grootte, regels: 0 })
      if (gelezen > GRENZEN.bestand) break
    }
    const uitkomst = leesLijst(Buffer.concat(delen), profiel, kader)
    if (!uitkomst.ok) return geweigerd(uitkomst.reden)
    for (const regel of uitkomst.waarde.regels) ontvang(regel)
    voortgang?.({ gelezen, totaal: grootte, regels: uitkomst.waarde.regels.length })
    return { ok: true, waarde: uitkomst.waarde.verslag }
  }
}
