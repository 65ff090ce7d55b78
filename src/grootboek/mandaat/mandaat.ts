import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'

/** Wie tot welk bedrag een verplichting mag aangaan. Een mandaat geldt voor een persoon of voor een rol. */
export type Mandaat = {
  id: string
  account: string | null
  rol: string | null
  programma: string
  /** `null`: het hele programma. */
  onderdeel: string | null
  bedragCent: Centen
  van: Datum
  /** Laatste dag; `null` is tot het wordt ingetrokken. */
  tot: Datum | null
  /** Vanaf deze dag ingetrokken. */
  ingetrokkenPer: Datum | null
}

export const mandaatGeldt = (mandaat: Pick<Mandaat, 'van' | 'tot' | 'ingetrokkenPer'>, dag: Datum): boolean =>
  mandaat.van <= dag &&
  (mandaat.tot === null || dag <= mandaat.tot) &&
  (mandaat.ingetrokkenPer === null || dag < mandaat.ingetrokkenPer)

export type Mandaatvraag = {
  wie: { account: string; rollen: readonly string[] }
  programma: string
  onderdeel: string | null
  /** De dag waarop iemand handelt, niet de dag waarover de boeking gaat. */
  dag: Datum
}

/**
 * Het ruimste mandaat van deze persoon op dit onderdeel. Geld waarvan het onderdeel nog onbekend is, valt alleen onder
 * een mandaat voor het hele programma.
 */
export function mandaatVan(mandaten: readonly Mandaat[], vraag: Mandaatvraag): Mandaat | undefined {
  const { wie, programma, onderdeel, dag } = vraag
  return mandaten
    .filter(
      (mandaat) =>
        mandaat.programma === programma &&
        (mandaat.onderdeel === null || mandaat.onderdeel === onderdeel) &&
        (mandaat.account === null
          ? mandaat.rol !== null && wie.rollen.includes(mandaat.rol)
          : mandaat.account === wie.account) &&
        mandaatGeldt(mandaat, dag),
    )
    .reduce<Mandaat | undefined>(
      (ruimste, mandaat) =>
        ruimste === undefined || mandaat.bedragCent > ruimste.bedragCent ? mandaat : ruimste,
      undefined,
    )
}

export const dektBedrag = (mandaat: Mandaat | undefined, bedragCent: Centen): boolean =>
  mandaat !== undefined && bedragCent <= mandaat.bedragCent

/** Rollen die een verplichting kunnen aangaan of erover beslissen. */
export const MANDAATROLLEN = ['programmamanager', 'budgethouder', 'financieel-adviseur', 'college'] as const
export type Mandaatrol = (typeof MANDAATROLLEN)[number]
