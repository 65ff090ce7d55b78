import { randomUUID } from 'node:crypto'
import type { Klok } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'

/**
 * Werk dat langer duurt dan een verzoek. Alles staat in het geheugen van dit proces: wat het werk deed, bewaart zijn
 * eigen flow in de database. Valt het proces om, dan is ook het werk weg en begint iemand het opnieuw.
 */

export type Voortgangstand = {
  gedaan: number
  /** Ontbreekt zolang niet bekend is hoeveel er nog komt. */
  totaal?: number | undefined
  /** Wat er geteld wordt: `regels`. */
  eenheid?: string | undefined
  /** Waar het werk nu mee bezig is: `Regels lezen`. */
  stap?: string | undefined
}

/** Hoe het afliep, in een zin, en waar het resultaat staat. */
export type Werkuitslag = { goed: boolean; zin: string; naar?: { tekst: string; href: string } | undefined }

export type Werkfase = 'wacht' | 'bezig' | 'klaar' | 'gestopt' | 'mislukt'

export type Werk = {
  id: string
  gemeente: string
  /** Het account dat het begon; alleen dat ziet het terug. */
  wie: string
  /** Wat het is, voor mensen: `Auditfile inlezen`. Nooit met gegevens erin: het staat ook in de log. */
  soort: string
  fase: Werkfase
  voortgang: Voortgangstand
  /** Hoeveel er in de rij voor dit werk staan. */
  voor: number
  begonOp: Date
  uitslag: Werkuitslag | undefined
}

/** `stop` is afgebroken zodra iemand het werk stopt of de server; een taak kijkt ernaar tussen twee stukken werk. */
export type Taak = (meld: (stand: Voortgangstand) => void, stop: AbortSignal) => Promise<Werkuitslag>

export type Werkvoorraad = {
  start: (gemeente: string, wie: string, soort: string, taak: Taak) => Uitkomst<string, 'te_druk'>
  /** Alleen wie het begon, ziet het; voor een ander bestaat het niet. */
  vind: (gemeente: string, wie: string, id: string) => Werk | undefined
  /** Nieuwste eerst. */
  lijst: (gemeente: string, wie: string) => Werk[]
  /** Vraagt het werk te stoppen; `false` als er niets te stoppen is. */
  stop: (gemeente: string, wie: string, id: string) => boolean
  /** Stopt alles en wacht tot het stil is. */
  sluit: () => Promise<void>
}

export type WerkOpties = {
  klok: Klok
  /** Een ongeluk in een taak: voor de log, zonder gegevens. */
  meldOngeluk: (fout: unknown, werk: Pick<Werk, 'id' | 'soort' | 'gemeente'>) => void
  /** Hoeveel er per gemeente mogen wachten. */
  meesteWachtend?: number
  /** Hoeveel afgelopen werk er te zien blijft. */
  meesteBewaard?: number
}

export const ONGELUK: Werkuitslag = {
  goed: false,
  zin: 'Er ging iets mis bij ons. Wat nog niet bewaard was, is er niet. Probeer het opnieuw.',
}
export const GESTOPT: Werkuitslag = { goed: false, zin: 'Dit werk is gestopt.' }

type Post = Omit<Werk, 'voor'> & { taak: Taak; afbreker: AbortController }

export const isAfgelopen = ({ fase }: Pick<Werk, 'fase'>): boolean => fase !== 'wacht' && fase !== 'bezig'

/** Per gemeente één stuk werk tegelijk, in de volgorde waarin het kwam. */
export function maakWerkvoorraad(opties: WerkOpties): Werkvoorraad {
  const { meesteWachtend = 5, meesteBewaard = 200 } = opties
  const posten = new Map<string, Post>()
  const lopend = new Map<string, Promise<void>>()
  let dicht = false

  const wachtend = (gemeente: string): Post[] =>
    [...posten.values()].filter((post) => post.gemeente === gemeente && post.fase === 'wacht')

  /** Doet het wachtende werk van een gemeente na elkaar, tot er niets meer wacht. */
  async function werkAf(gemeente: string): Promise<void> {
    for (let post = wachtend(gemeente)[0]; post !== undefined; post = wachtend(gemeente)[0]) {
      await doe(post, opties)
      vergeetOude(posten, meesteBewaard)
    }
    lopend.delete(gemeente)
  }

  const eigen = (gemeente: string, wie: string, id: string): Post | undefined => {
    const post = posten.get(id)
    return post?.gemeente === gemeente && post.wie === wie ? post : undefined
  }
  const toon = ({ taak: _taak, afbreker: _afbreker, ...werk }: Post): Werk => {
    const rij = wachtend(werk.gemeente).findIndex(({ id }) => id === werk.id)
    return { ...werk, voor: rij === -1 ? 0 : rij + 1 }
  }

  return {
    start(gemeente, wie, soort, taak) {
      if (dicht || wachtend(gemeente).length >= meesteWachtend) return geweigerd('te_druk')
      const id = randomUUID()
      posten.set(id, {
        id,
        gemeente,
        wie,
        soort,
        fase: 'wacht',
        voortgang: { gedaan: 0 },
        begonOp: opties.klok.nu(),
        uitslag: undefined,
        taak,
        afbreker: new AbortController(),
      })
      if (!lopend.has(gemeente))
        lopend.set(
          gemeente,
          Promise.resolve().then(() => werkAf(gemeente)),
        )
      return gelukt(id)
    },
    vind(gemeente, wie, id) {
      const post = eigen(gemeente, wie, id)
      return post && toon(post)
    },
    lijst: (gemeente, wie) =>
      [...posten.values()]
        .filter((post) => post.gemeente === gemeente && post.wie === wie)
        .toReversed()
        .map(toon),
    stop(gemeente, wie, id) {
      const post = eigen(gemeente, wie, id)
      if (post === undefined || isAfgelopen(post)) return false
      stopPost(post)
      return true
    },
    async sluit() {
      dicht = true
      for (const post of posten.values()) if (!isAfgelopen(post)) stopPost(post)
      await Promise.all(lopend.values())
    },
  }
}

/** Wat nog wacht, is meteen gestopt; wat loopt, stopt zodra de taak kijkt. */
function stopPost(post: Post): void {
  post.afbreker.abort()
  if (post.fase === 'wacht') eindig(post, 'gestopt', GESTOPT)
}

function eindig(post: Post, fase: Werkfase, uitslag: Werkuitslag): void {
  post.fase = fase
  post.uitslag = uitslag
}

async function doe(post: Post, { meldOngeluk }: WerkOpties): Promise<void> {
  const { signal } = post.afbreker
  post.fase = 'bezig'
  try {
    const uitslag = await post.taak((stand) => {
      if (!isAfgelopen(post)) post.voortgang = stand
    }, signal)
    // Een taak die haar werk al afhad toen iemand op stop drukte, is gewoon klaar.
    eindig(post, 'klaar', uitslag)
  } catch (fout) {
    if (signal.aborted) return eindig(post, 'gestopt', GESTOPT)
    eindig(post, 'mislukt', ONGELUK)
    meldOngeluk(fout, { id: post.id, soort: post.soort, gemeente: post.gemeente })
  }
}

function vergeetOude(posten: Map<string, Post>, meeste: number): void {
  const oud = [...posten.values()].filter(isAfgelopen)
  for (const { id } of oud.slice(0, Math.max(0, oud.length - meeste))) posten.delete(id)
}
