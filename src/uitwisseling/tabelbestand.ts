import type { Bestand, Bestandsvorm, Uitvoertabel } from '#programma/deur.ts'
import { exporteerTabel } from '#uitwisseling/rekenblad/deur.ts'

/** Schrijft een schermtabel als bestand: dezelfde rijen, met levende sommen waar het rekenblad dat kan. */
export function schrijfTabel(tabel: Uitvoertabel, vorm: Bestandsvorm): Bestand {
  const { bytes, mediatype, bestandsnaam } = exporteerTabel(tabel, vorm)
  return { naam: bestandsnaam, type: mediatype, inhoud: bytes }
}
