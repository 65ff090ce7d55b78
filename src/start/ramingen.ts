import type { Klok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { boekOntbrekendeRamingen } from '#programma/deur.ts'
import { findGemeenten } from '#start/gemeenten.ts'

/**
 * Een plan dat was vastgesteld voordat er een grootboek was, heeft nog geen raming in het journaal. Dat gebeurt hier
 * één keer, bij het openen van de databank; daarna is er niets meer te doen.
 */
export async function boekRamingenBij(databank: Databank, klok: Klok): Promise<string[]> {
  const boekhouder = maakBoekhouder()
  const geboekt: string[] = []
  for (const { code } of await databank.beheer(findGemeenten))
    for (const { plan, versie } of await boekOntbrekendeRamingen(boekhouder, databank.gemeente(code), klok))
      geboekt.push(`${code} ${plan} versie ${versie}`)
  return geboekt
}
