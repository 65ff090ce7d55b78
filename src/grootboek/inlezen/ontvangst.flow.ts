import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder } from '#grootboek/boekhouder.flow.ts'
import { ontvang } from '#grootboek/gebeurtenissen.ts'
import {
  type Afschriftregel,
  findBevestigd,
  insertAfschriftregels,
  insertOntvangstkenmerk,
} from '#grootboek/inlezen/ontvangst.store.ts'
import {
  type Bijschrijving,
  type Ontvangstkenmerk,
  sleutelVanBijschrijving,
} from '#grootboek/inlezen/ontvangst.ts'
import { openDag } from '#grootboek/periode/uitwijken.ts'
import { Boekjaar, Naam } from '#grootboek/rekening.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Bijschrijvingen van de bank bevestigen als ontvangst van een bron: elke hoogstens één keer. */

export type Bevestiging = { bijschrijving: Bijschrijving; bron: string; jaar: number }
export type Ontvangstweigering =
  | { code: 'mag_niet' }
  | { code: 'niets_gekozen' }
  | { code: 'al_bevestigd'; boeking: number }
  | { code: 'invoer_onjuist' }

export async function bevestigOntvangsten(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  programma: string,
  bevestigingen: readonly Bevestiging[],
): Promise<Uitkomst<{ boekingen: number[] }, Ontvangstweigering>> {
  if (!magBezoeker(bezoek, 'invoer.inlezen')) return geweigerd({ code: 'mag_niet' })
  if (bevestigingen.length === 0) return geweigerd({ code: 'niets_gekozen' })
  if (
    bevestigingen.some(({ bron, jaar }) => !Naam.safeParse(bron).success || !Boekjaar.safeParse(jaar).success)
  )
    return geweigerd({ code: 'invoer_onjuist' })
  const door = bezoek.wie?.account ?? null
  return boekhouder.voerUit<{ boekingen: number[] }, Ontvangstweigering>(bezoek.db, bezoek.klok, {
    werk: async (ronde) => {
      const sleutels = bevestigingen.map(({ bijschrijving }) => sleutelVanBijschrijving(bijschrijving))
      const [eerder] = (await findBevestigd(ronde.tx, sleutels)).values()
      if (eerder !== undefined) return geweigerd({ code: 'al_bevestigd', boeking: eerder })
      const regels: Afschriftregel[] = []
      for (const [i, { bijschrijving, bron, jaar }] of bevestigingen.entries()) {
        const { bedragCent, datum: dag, gevonden } = bijschrijving
        const sleutel = sleutels[i] ?? ''
        const geboekt = ronde.boek({
          soort: 'ontvangst',
          ...openDag(ronde, dag, true),
          grondslag: { soort: 'afschrift', kenmerk: sleutel.slice(0, 32) },
          regels: ontvang({ programma, bron }, jaar, bedragCent),
          door,
        })
        if (!geboekt.ok) return geweigerd({ code: 'invoer_onjuist' })
        regels.push({
          sleutel,
          datum: dag,
          bedragCent,
          kenmerk: gevonden[0] ?? null,
          boeking: geboekt.waarde.nr,
        })
      }
      ronde.daarna(async (tx) => {
        await insertAfschriftregels(tx, regels, door, momentVan(bezoek.klok.nu()))
        await schrijfLogboek(tx, bezoek, 'invoer.inlezen', `ontvangsten ${regels.length}`)
      })
      return gelukt({ boekingen: regels.map(({ boeking }) => boeking) })
    },
  })
}

/** Legt vast waaraan een bijschrijving van een bron te herkennen is. */
export async function zetOntvangstkenmerken(
  bezoek: Bezoek,
  kenmerk: Ontvangstkenmerk,
): Promise<Uitkomst<undefined, { code: 'mag_niet' }>> {
  if (!magBezoeker(bezoek, 'koppeling.beheren')) return geweigerd({ code: 'mag_niet' })
  await bezoek.db.schrijf(async (tx) => {
    await insertOntvangstkenmerk(tx, kenmerk, bezoek.wie?.account ?? null, momentVan(bezoek.klok.nu()))
    await schrijfLogboek(tx, bezoek, 'koppeling.beheren', `ontvangstkenmerk ${kenmerk.bron}`)
  })
  return gelukt(undefined)
}
