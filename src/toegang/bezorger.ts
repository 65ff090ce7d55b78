import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Adres, Bezorgreden } from '#toegang/bericht.ts'

/** Wat een bezorger nodig heeft. `id` is bij elke poging hetzelfde: een ontvanger herkent een bericht dat twee keer kwam. */
export type Poststuk = {
  id: string
  /** Naam van de gemeente: daar komt het bericht vandaan. */
  namens: string
  aan: Adres
  onderwerp: string
  tekst: string
  /** Adres om je met één klik af te melden (RFC 8058). */
  afmelden: string | undefined
}

export type Bezorgfout = { reden: Bezorgreden; code: number | undefined }

/** Wie post de deur uit brengt. `uitwisseling` vult dit in; zonder bezorger wachten berichten. */
export type Bezorger = {
  bezorg(stuk: Poststuk): Promise<Uitkomst<null, Bezorgfout>>
  /** Antwoordt de mailserver, en mogen wij er inloggen? Verstuurt niets. */
  keur(): Promise<Uitkomst<null, Bezorgfout>>
  sluit(): void
}
