import type { Datum, Klok } from '#basis/datum.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Feitenbron,
  type Feitenkeuze,
  type Feitenweigering,
  findBekend,
  leesFeiten,
} from '#verantwoording/feiten/feiten.flow.ts'
import {
  geldigTmVan,
  isToekomst,
  kenmerkVan,
  nietLaterDan,
  type Rapportvraag,
} from '#verantwoording/feiten/vraag.ts'
import type { Rapportbestand, Rapportpoort } from '#verantwoording/poorten.ts'
import { maakBestand } from '#verantwoording/rapport/bestanden.ts'
import { leesInhoud, vorigVan } from '#verantwoording/rapport/inhoud.flow.ts'
import { findRapporten, type Rapportkop } from '#verantwoording/rapport/rapport.store.ts'
import { findUitgave, type Uitgavevorm } from '#verantwoording/rapport/uitgave.store.ts'
import { maakInhoud, SJABLOON } from '#verantwoording/sjablonen/sjabloon.ts'

/** Een rapport als bestand, zonder iets te bewaren: het vastgestelde als dat er is, en anders wat nu bekend is. */

export type Loswens = {
  vraag: Rapportvraag
  vorm: Uitgavevorm
  /** Met eigen tijden is het altijd een nieuwe berekening, ook als er een vastgesteld rapport is. */
  geldigTm?: Datum | undefined
  bekend?: Feitenkeuze['bekend'] | undefined
}

export type Losuitslag = { bestand: Rapportbestand; stand: 'vastgesteld' | 'concept' | 'los' }
export type Losweigering = Feitenweigering | { code: 'periode_toekomst' } | { code: 'vorm_niet' }

export async function maakLosRapport(
  bron: Feitenbron,
  wens: Loswens,
  klok: Klok,
  poort: Rapportpoort | undefined,
): Promise<Uitkomst<Losuitslag, Losweigering>> {
  const { vraag, vorm } = wens
  if (isToekomst(vraag, klok.vandaag())) return geweigerd({ code: 'periode_toekomst' })
  const koppen = await bron.db.lees((lezer) => findRapporten(lezer, bron.plan))
  const eigenTijden = wens.geldigTm !== undefined || wens.bekend !== undefined
  const bestaand = eigenTijden ? undefined : bijVraag(koppen, vraag)
  if (bestaand?.stand === 'vastgesteld') {
    const bewaard = await bron.db.lees((lezer) => findUitgave(lezer, bestaand.id, vorm))
    if (bewaard !== undefined)
      return gelukt({
        stand: 'vastgesteld',
        bestand: { naam: bewaard.naam, type: bewaard.type, inhoud: new Uint8Array(bewaard.inhoud) },
      })
  }
  const inhoud =
    bestaand === undefined
      ? await berekenNu(bron, wens, klok, koppen)
      : await leesInhoud(bron, bestaand, klok)
  if (!inhoud.ok) return inhoud
  const bestand = await maakBestand(inhoud.waarde, vorm, poort)
  if (bestand === undefined) return geweigerd({ code: 'vorm_niet' })
  return gelukt({ stand: bestaand === undefined ? 'los' : 'concept', bestand })
}

/** Het vastgestelde rapport van de hoogste versie, of anders het concept. */
const bijVraag = (koppen: readonly Rapportkop[], vraag: Rapportvraag): Rapportkop | undefined =>
  koppen
    .filter(
      (kop) =>
        kop.soort === vraag.soort &&
        kop.jaar === vraag.jaar &&
        (vraag.soort !== 'kwartaal' || kop.kwartaal === vraag.kwartaal) &&
        (vraag.soort !== 'dossier' || kop.onderdeel === vraag.onderdeel),
    )
    .toSorted(
      (a, b) => Number(b.stand === 'vastgesteld') - Number(a.stand === 'vastgesteld') || b.versie - a.versie,
    )[0]

async function berekenNu(bron: Feitenbron, wens: Loswens, klok: Klok, koppen: readonly Rapportkop[]) {
  const { vraag } = wens
  const nu = await bron.db.lees((lezer) => findBekend(lezer, momentVan(klok.nu())))
  const bekend = nietLaterDan(wens.bekend ?? nu, nu)
  const geldigTm = wens.geldigTm ?? geldigTmVan(vraag, klok.vandaag())
  const onderdeel = vraag.soort === 'dossier' ? vraag.onderdeel : null
  const vorig = vorigVan(koppen, { soort: vraag.soort, onderdeel, geldigTm }, bekend.op)
  const feiten = await leesFeiten(bron, { vraag, geldigTm, bekend, vorig })
  return 'code' in feiten
    ? geweigerd(feiten)
    : gelukt(maakInhoud(feiten, kenmerkVan(vraag), SJABLOON[vraag.soort]))
}
