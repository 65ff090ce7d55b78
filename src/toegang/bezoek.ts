import type { Klok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import type { Invoerplek } from '#toegang/grootbestand.ts'
import { type Handeling, mag, type Rol } from '#toegang/matrix.ts'
import type { Schil } from '#ui/pagina.tsx'

/** Iemand die is ingelogd, met de rollen van deze sessie. */
export type Ingelogd = { account: string; sessie: string; naam: string; rollen: readonly Rol[] }

/** Eén verzoek: bij welke gemeente, door wie, met welke klok. Alles wat een flow van buiten mag weten. */
export type Bezoek = {
  gemeente: { code: string; naam: string }
  db: GemeenteDb
  /** `undefined`: een bezoeker zonder inlog. */
  wie: Ingelogd | undefined
  /** Kenmerk van het verzoek, voor log en logboek. */
  verzoek: string
  klok: Klok
}

/**
 * De Hono-omgeving waarin elke kamer haar routes schrijft. `schil` is wat om elke pagina staat (kop, menu, voet);
 * `start` vult haar, omdat alleen daar alle kamers bekend zijn. `verzoek` is er ook waar geen gemeente is gekozen;
 * `invoer` alleen bij een route voor grote bestanden.
 */
export type Omgeving = {
  Variables: { bezoek: Bezoek; schil: () => Schil; verzoek: string; invoer?: Invoerplek }
}

export const magBezoeker = (bezoek: Pick<Bezoek, 'wie'>, handeling: Handeling): boolean =>
  mag(bezoek.wie?.rollen ?? [], handeling)
