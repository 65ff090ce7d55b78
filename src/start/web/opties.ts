import type { Logger } from 'pino'
import type { Klok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import type { Gemeente } from '#start/gemeenten.ts'
import type { Emmers } from '#start/web/tempo.ts'
import type { Bezoek, Inlogbeleid, Inlogdienst, Invoerplek, Postopties, Routes } from '#toegang/deur.ts'
import type { Schil } from '#ui/pagina.tsx'

/** Waar en voor wie een pagina wordt getekend; zonder `bezoek` is er geen gemeente gekozen. */
export type Schilplek = { bezoek: Bezoek | undefined; pad: string }

/** Alles wat de web-app van buiten krijgt. Hierboven bestaat geen omgevingsvariabele meer. */
export type AppOpties = {
  databank: Databank
  gemeenten: () => readonly Gemeente[]
  klok: Klok
  log: Logger
  versie: string
  /** Draait de site achter https? Dan `__Host-`-cookies en HSTS. */
  veilig: boolean
  demo: boolean
  /** Staat er een eigen proxy voor? Dan is het laatste adres in `X-Forwarded-For` de afzender. */
  proxy: boolean
  /** Sleutel voor het kladje bij het inloggen; nodig zodra er meer processen zijn. */
  geheim?: string | undefined
  inlogdienst: (gemeente: string) => Inlogdienst | undefined
  inlogbeleid?: ((gemeente: string) => Inlogbeleid) | undefined
  /** Wie berichten bezorgt; zonder wachten zij. */
  post?: Postopties | undefined
  /** Stand van alles waar een openbare pagina van afhangt; `undefined`: nu niet bewaren. */
  kop: (gemeente: string) => string | undefined
  /** Na elk verzoek dat iets kan hebben veranderd, vóór het antwoord: het volgende verzoek moet het nieuwe zien. */
  naSchrijven: (gemeente: string) => void
  schil: (plek: Schilplek) => Schil
  /** Waar grote bestanden binnenkomen; nodig zodra een kamer een route met `inhoud: 'groot'` heeft. */
  invoer?: Invoerplek | undefined
  kamers: readonly { prefix: string; routes: Routes }[]
  /** Ruimere of krappere emmers dan gewoon, bijvoorbeeld in een test. */
  emmers?: Partial<Emmers> | undefined
  /** Na hoeveel milliseconden een verzoek een zin krijgt in plaats van een antwoord. */
  geduldMs?: number | undefined
}
