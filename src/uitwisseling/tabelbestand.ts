import { toonDatum } from '#basis/datum.ts'
import type { Bestand, Bestandsvorm, Uitvoerstand, Uitvoertabel } from '#programma/deur.ts'
import { exporteerTabel } from '#uitwisseling/rekenblad/deur.ts'

/** Wie dit leest, kan dezelfde tabel later opnieuw vragen en de keten nalopen. */
export const standregels = (stand: Uitvoerstand): (readonly [string, string])[] => [
  ['Geldig tot en met', stand.geldigTm === null ? 'alles wat is vastgelegd' : toonDatum(stand.geldigTm)],
  [
    'Bekend op',
    stand.bekendOp === null ? 'het grootboek is nog leeg' : `${stand.bekendOp}, boeking ${stand.bekendNr}`,
  ],
  ['Hoofd van de keten', stand.hoofd ?? 'nog geen boekingen'],
]

/** Schrijft een schermtabel als bestand: dezelfde rijen, met levende sommen waar het rekenblad dat kan. */
export function schrijfTabel(tabel: Uitvoertabel, vorm: Bestandsvorm): Bestand {
  const { controle, stand, ...rest } = tabel
  const leeswijzer = stand === undefined ? tabel.leeswijzer : [...tabel.leeswijzer, ...standregels(stand)]
  const { bytes, mediatype, bestandsnaam } = exporteerTabel({ ...rest, leeswijzer, totaal: controle }, vorm)
  return { naam: bestandsnaam, type: mediatype, inhoud: bytes }
}
