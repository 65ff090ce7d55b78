import type { Klok } from '#basis/datum.ts'
import { type Moment, momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Feitenbron,
  type Feitenkeuze,
  type Feitenweigering,
  findBekend,
  leesFeiten,
} from '#verantwoording/feiten/feiten.flow.ts'
import type { Feiten, Vorigrapport } from '#verantwoording/feiten/feiten.ts'
import { type Rapportvraag, titelVan } from '#verantwoording/feiten/vraag.ts'
import {
  type Eigentekst,
  findRapporten,
  findTeksten,
  type Rapportkop,
} from '#verantwoording/rapport/rapport.store.ts'
import { type Eigenteksten, metTeksten } from '#verantwoording/rapport/teksten.ts'
import { findVaststelling } from '#verantwoording/rapport/uitgave.store.ts'
import { Rapportinhoud, Rapportkenmerk } from '#verantwoording/rapport.ts'
import { maakInhoud, zoekSjabloon } from '#verantwoording/sjablonen/sjabloon.ts'

/** De inhoud van een rapport: bewaard als het is vastgesteld, en anders opnieuw gemaakt uit de feiten. */

export const vraagVan = (
  kop: Pick<Rapportkop, 'soort' | 'jaar' | 'kwartaal' | 'onderdeel'>,
): Rapportvraag => {
  if (kop.soort === 'kwartaal') return { soort: 'kwartaal', jaar: kop.jaar, kwartaal: kop.kwartaal ?? 1 }
  if (kop.soort === 'dossier') return { soort: 'dossier', jaar: kop.jaar, onderdeel: kop.onderdeel ?? '' }
  return { soort: 'jaar', jaar: kop.jaar }
}

/** De tijden van een rapport: stilgezet bij het aanbieden, gekozen bij het maken, of die van nu. */
export async function bekendVan(
  { db }: Pick<Feitenbron, 'db'>,
  kop: Pick<Rapportkop, 'vastNr' | 'vastOp' | 'bekendNr' | 'bekendOp'>,
  klok: Klok,
): Promise<Feitenkeuze['bekend']> {
  if (kop.vastNr !== null && kop.vastOp !== null) return { nr: kop.vastNr, op: kop.vastOp }
  if (kop.bekendNr !== null && kop.bekendOp !== null) return { nr: kop.bekendNr, op: kop.bekendOp }
  return db.lees((lezer) => findBekend(lezer, momentVan(klok.nu())))
}

/** Het laatste rapport van dezelfde soort over een eerdere periode, zoals toen bekend. */
export function vorigVan(
  koppen: readonly Rapportkop[],
  kop: Pick<Rapportkop, 'soort' | 'onderdeel' | 'geldigTm'>,
  bekendOp: Moment,
): Vorigrapport | undefined {
  const [vorig] = koppen
    .filter(
      (een) =>
        een.soort === kop.soort &&
        een.onderdeel === kop.onderdeel &&
        een.stand === 'vastgesteld' &&
        een.standOp <= bekendOp &&
        een.geldigTm < kop.geldigTm,
    )
    .toSorted((a, b) => (a.geldigTm === b.geldigTm ? b.versie - a.versie : a.geldigTm < b.geldigTm ? 1 : -1))
  return vorig?.vastNr === undefined || vorig.vastNr === null
    ? undefined
    : {
        kenmerk: vorig.kenmerk,
        titel: titelVan(vraagVan(vorig), vorig.onderdeel ?? ''),
        geldigTm: vorig.geldigTm,
        bekendNr: vorig.vastNr,
      }
}

/** Per alinea de laatste tekst; een lege is weer die van Omzien. */
export const geldendeTeksten = (teksten: readonly Eigentekst[]): Eigenteksten =>
  new Map(
    teksten.flatMap(({ alinea, tekst }, i) => {
      const isLaatste = teksten[i + 1]?.alinea !== alinea
      return isLaatste && tekst !== null ? [[alinea, tekst] as const] : []
    }),
  )

export type Gemaakt = {
  inhoud: Rapportinhoud
  /** Zoals Omzien haar maakte, zonder eigen teksten. */
  kaal: Rapportinhoud
  feiten: Feiten
}

/** Maakt de inhoud opnieuw uit journaal en plan; een vastgesteld rapport geeft zo dezelfde bytes als toen. */
export async function maakOpnieuw(
  bron: Feitenbron,
  kop: Rapportkop,
  klok: Klok,
): Promise<Uitkomst<Gemaakt, Feitenweigering>> {
  const bekend = await bekendVan(bron, kop, klok)
  const { koppen, teksten } = await bron.db.lees(async (lezer) => ({
    koppen: await findRapporten(lezer, kop.plan),
    teksten: await findTeksten(lezer, kop.id),
  }))
  const vorig = vorigVan(koppen, kop, bekend.op)
  const feiten = await leesFeiten(bron, { vraag: vraagVan(kop), geldigTm: kop.geldigTm, bekend, vorig })
  if ('code' in feiten) return geweigerd(feiten)
  const sjabloon = zoekSjabloon(kop.sjabloon)
  if (sjabloon === undefined) throw new Error(`sjabloon ${kop.sjabloon} ontbreekt`)
  const kaal = vervangt(maakInhoud(feiten, Rapportkenmerk.parse(kop.kenmerk), sjabloon), kop.vervangt)
  return gelukt({ inhoud: metTeksten(kaal, geldendeTeksten(teksten)), kaal, feiten })
}

/** Een verbeterd rapport zegt bovenaan welk rapport het vervangt. */
function vervangt(inhoud: Rapportinhoud, kenmerk: string | null): Rapportinhoud {
  const [eerste, ...rest] = inhoud.delen
  if (kenmerk === null || eerste === undefined) return inhoud
  const melding = {
    soort: 'alinea',
    id: 'samenvatting.vervangt',
    herkomst: 'cijfers',
    toon: 'let-op',
    tekst: `Dit rapport vervangt het rapport met kenmerk ${kenmerk}. Dat blijft te lezen zoals het is vastgesteld.`,
  } as const
  return { ...inhoud, delen: [{ ...eerste, blokken: [melding, ...eerste.blokken] }, ...rest] }
}

/** De inhoud zoals een lezer haar krijgt: van een vastgesteld rapport de bewaarde. */
export async function leesInhoud(
  bron: Feitenbron,
  kop: Rapportkop,
  klok: Klok,
): Promise<Uitkomst<Rapportinhoud, Feitenweigering>> {
  if (kop.stand !== 'vastgesteld') {
    const gemaakt = await maakOpnieuw(bron, kop, klok)
    return gemaakt.ok ? gelukt(gemaakt.waarde.inhoud) : gemaakt
  }
  return gelukt(
    await bron.planboek.onthoud(bron.db, `rapport ${kop.id}`, async (lezer) => {
      const bewaard = await findVaststelling(lezer, kop.id)
      if (bewaard === undefined) throw new Error(`rapport ${kop.kenmerk} is vastgesteld zonder inhoud`)
      return Rapportinhoud.parse(JSON.parse(bewaard.inhoud))
    }),
  )
}
