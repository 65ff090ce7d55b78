import { type Datum, dagnummer, toonDatum } from '#basis/datum.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import { type Eigenaar, REGIEROL } from '#programma/uitvraag/eigenaar.ts'
import { isKlaar, type Uitvraag } from '#programma/uitvraag/uitvraag.ts'
import { kwartaalsleutel, toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import type { Fase } from '#programma/voortgang/voortgang.ts'

/** Wie een herinnering krijgt, en wat erin staat. Of en hoe zij bezorgd wordt, weet deze regel niet. */

export type Herinnering = {
  sleutel: string
  account: string
  onderwerp: string
  tekst: string
}

export type Herinnervraag = {
  plan: string
  uitvraag: Uitvraag
  /** Wat er te melden is, met wie dat doet en hoe ver het is. */
  regels: readonly { titel: string; eigenaar: Eigenaar; fase: Fase | 'niets' }[]
  /** Wie elke rol heeft. */
  perRol: ReadonlyMap<string, readonly string[]>
  vandaag: Datum
  /** Adres van de site, zonder streep erachter. */
  site: string
}

const wieVan = (eigenaar: Eigenaar, perRol: Herinnervraag['perRol']): readonly string[] => {
  if (eigenaar.soort === 'persoon') return [eigenaar.account]
  return perRol.get(eigenaar.soort === 'rol' ? eigenaar.rol : REGIEROL) ?? []
}

/** Eén bericht per persoon per dag, met alles wat die nog moet doen. */
export function herinneringenVoor(vraag: Herinnervraag): Herinnering[] {
  const { uitvraag, vandaag } = vraag
  const perPersoon = new Map<string, string[]>()
  for (const { titel, eigenaar, fase } of vraag.regels) {
    if (isKlaar(fase)) continue
    const bij = fase === 'teruggestuurd' ? `${titel} (teruggestuurd)` : titel
    for (const account of wieVan(eigenaar, vraag.perRol))
      perPersoon.set(account, [...(perPersoon.get(account) ?? []), bij])
  }
  const sleutel = kwartaalsleutel(uitvraag)
  return [...perPersoon].map(([account, titels]) => ({
    sleutel: `voortgang:${vraag.plan}:${sleutel}:${vandaag}:${account}`,
    account,
    onderwerp: `Voortgang ${toonKwartaal(uitvraag)}: ${telwoord(titels.length, 'onderdeel', 'onderdelen')} in te vullen`,
    tekst: [
      'Goedendag,',
      `Over het ${toonKwartaal(uitvraag)} vragen wij nog voortgang van ${opsomming(titels)}.`,
      `${deadlinezin(uitvraag.deadline, vandaag)} De cijfers staan al klaar; meestal is het in een paar minuten gedaan.`,
      `Invullen: ${vraag.site}/mijn-voortgang?kwartaal=${sleutel}`,
    ].join('\n\n'),
  }))
}

export function deadlinezin(deadline: Datum, vandaag: Datum): string {
  const dagen = dagnummer(deadline) - dagnummer(vandaag)
  if (dagen === 0) return 'Vandaag is de laatste dag.'
  return dagen < 0
    ? `De laatste dag was ${toonDatum(deadline)}.`
    : `Dat kan tot en met ${toonDatum(deadline)}; dat is nog ${telwoord(dagen, 'dag', 'dagen')}.`
}
