import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { telwoord, toonGetal } from '#basis/tekst.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import {
  findAlIngelezen,
  type Inlezer,
  type Invoerlezer,
  laadKoppeling,
  leesInvoer,
  legKlaar,
} from '#grootboek/deur.ts'
import { leeszin } from '#programma/inlezen/teksten.ts'
import type { Wachtbestand } from '#programma/inlezen/wachtbestanden.ts'
import type { Planbezoek, Programmakamer } from '#programma/planbezoek.tsx'
import type { Voortgangstand, Werkuitslag } from '#toegang/deur.ts'

/** Een bestand op schijf lezen en klaarleggen, met voortgang. Het bestand zelf blijft daarna niet bestaan. */

export type Leesbestand = {
  pad: string
  grootte: number
  uitbreiding: string
  afdruk: string
}

type Leestaak = {
  inlezer: Inlezer
  bestand: Leesbestand
  lezer: Invoerlezer
  programma: string
  administratie: string | undefined
  meesteRegels: number
  meld: (stand: Voortgangstand) => void
  stop: AbortSignal
  /** Adres van een klaarliggend bestand, en van een inlezing. */
  klaarpad: (id: string) => string
  inlezingpad: (nummer: number) => string
}

const MB = 1_000_000

export async function leesEnLegKlaar(taak: Leestaak): Promise<Werkuitslag> {
  const { inlezer, bestand, lezer, programma, administratie } = taak
  const { db } = inlezer
  const eerder = await db.lees((leest) => findAlIngelezen(leest, bestand.afdruk))
  if (eerder !== undefined && (administratie === undefined || administratie === eerder.administratie))
    return {
      goed: true,
      zin: `Precies dit bestand is al ingelezen, met nummer ${eerder.nummer}. Er is niets veranderd.`,
      naar: { tekst: `Naar inlezing ${eerder.nummer}`, href: taak.inlezingpad(eerder.nummer) },
    }
  const { koppeling, stand } = await db.lees(laadKoppeling)
  const gelezen = await leesInvoer(lezer, createReadStream(bestand.pad), koppeling, stand, {
    uitbreiding: bestand.uitbreiding,
    administratie,
    meesteRegels: taak.meesteRegels,
    grootte: bestand.grootte,
    stop: taak.stop,
    voortgang: ({ gelezen: bytes, totaal, regels }) =>
      taak.meld({
        gedaan: Math.round(bytes / MB),
        totaal: totaal === undefined ? undefined : Math.max(1, Math.round(totaal / MB)),
        eenheid: 'MB',
        stap: `${toonGetal(regels)} regels gelezen`,
      }),
  })
  taak.stop.throwIfAborted()
  const id = await legKlaar(inlezer, programma, gelezen)
  const href = taak.klaarpad(id)
  if (!gelezen.ok)
    return {
      goed: false,
      zin: `${leeszin(gelezen.reden).titel}.`,
      naar: { tekst: 'Bekijk wat er niet klopt', href },
    }
  const aantal = gelezen.waarde.regels.length
  return {
    goed: true,
    zin: `Het bestand is gelezen: ${telwoord(aantal, 'regel doet', 'regels doen')} mee. Er is nog niets geboekt.`,
    naar: { tekst: 'Bekijk wat er verandert', href },
  }
}

type Leesopdracht = { naam: string; lezer: Invoerlezer; administratie: string | undefined }

/** Zet het lezen op de achtergrond; het bestand wordt daarna opgeruimd. Is het te druk, dan blijft het nog staan. */
export const startLezen = (
  { werk, invoer }: Pick<Programmakamer, 'werk' | 'invoer'>,
  { bezoek, kop, pad }: Planbezoek,
  bestand: Wachtbestand,
  { naam, lezer, administratie }: Leesopdracht,
): Uitkomst<string, 'te_druk'> =>
  werk.start(bestand.gemeente, bestand.wie, naam, async (meld, stop) => {
    try {
      return await leesEnLegKlaar({
        inlezer: bezoek,
        bestand,
        lezer,
        programma: kop.id,
        administratie,
        meesteRegels: invoer.meesteRegels,
        meld,
        stop,
        klaarpad: (id) => pad(`/inlezen/klaar/${id}`),
        inlezingpad: (nummer) => pad(`/inlezen/${nummer}`),
      })
    } finally {
      await bestand.ruimOp()
    }
  })

const KOPLENGTE = 4_096

/** De eerste bytes, om te zien wat voor bestand het is. */
export async function leesBegin(pad: string): Promise<Uint8Array> {
  const bestand = await open(pad, 'r')
  try {
    const { buffer, bytesRead } = await bestand.read(new Uint8Array(KOPLENGTE), 0, KOPLENGTE, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await bestand.close()
  }
}
