import { setImmediate as adem } from 'node:timers/promises'
import { type Datum, jaarVan } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Bevolking,
  type Bevolkingskeuze,
  maakBevolking,
  maakReeksmaker,
} from '#regels/bevolking/bevolking.ts'
import type { Marginalen } from '#regels/bevolking/marginalen.ts'
import type { Passingsweigering } from '#regels/bevolking/passen.ts'
import type { Rekenweigering } from '#regels/motor/binding.ts'
import type { Laag } from '#regels/motor/parameter.ts'
import {
  type Band,
  bandVan,
  type Gedrag,
  gedragVan,
  type Kosten,
  kostenVan,
  pgbPerJaar,
  type Sommen,
  telReeks,
} from '#regels/simulatie/kosten.ts'
import { maakStandrekenaar, pgbTarief } from '#regels/simulatie/stand.ts'
import { type Groepentabel, telGroepen } from '#regels/simulatie/telling.ts'
import { MINSTE_GROEP } from '#regels/simulatie/verberg.ts'
import { bouwVariant, type GebouwdeVariant, type Wijziging } from '#regels/variant/bouw.ts'
import { type Doorgetrokken, trekDoor } from '#regels/variant/doortrekken.ts'
import type { Variantfout } from '#regels/variant/keur.ts'
import { HUIDIG } from '#regels/variant/klaar.ts'
import type { Variant } from '#regels/variant/variant.ts'

/** Hoe vaak de bevolking hoogstens opnieuw wordt nagemaakt, en hoe groot zij hoogstens is. */
export const MEESTE_REEKSEN = 200
export const MEESTE_VARIANTEN = 4
export const MEESTE_INWONERS = 2_000_000
export const STANDAARD_REEKSEN = 50

export type Simulatievraag = {
  gemeente: string
  dag: Datum
  marginalen: Marginalen
  varianten: readonly Variant[]
  reeksen?: number | undefined
  /** Trek bedragen van de gemeente door die op deze dag niet bekend zijn; de uitkomst noemt ze. */
  doortrekken?: boolean | undefined
} & Bevolkingskeuze

export type Simulatieweigering =
  | { soort: 'variant_klopt_niet'; variant: string; fouten: readonly Variantfout[] }
  | { soort: 'bevolking_past_niet'; passing: Passingsweigering }
  | { soort: 'rekent_niet'; variant: string; weigering: Rekenweigering }
  | { soort: 'gestopt' }

export type Variantuitkomst = {
  variant: Variant
  besluiter: 'gemeente' | 'rijk'
  wijzigingen: readonly Wijziging[]
  kosten: Kosten
  gedrag: readonly Gedrag[]
  /** Huishoudens met hulp die per maand minder, meer, en meer dan € 10 meer zelf betalen. */
  vooruit: Band | null
  achteruit: Band | null
  merkbaar: Band | null
  groepen: Groepentabel
}

export type Simulatie = {
  formaat: 1
  /** Alles hierin is nagemaakt: geen enkel getal gaat over een bestaand mens. */
  synthetisch: true
  gemeente: string
  datum: Datum
  inwoners: number
  huishoudens: number
  metHulp: Band
  reeksen: number
  /** Bedragen die op deze dag niet bekend zijn en uit een eerder jaar komen. */
  doorgetrokken: Doorgetrokken['bedragen']
  nu: { variant: Variant; kosten: Kosten }
  varianten: readonly Variantuitkomst[]
  aannamen: Bevolking['aannamen']
}

export type Loopregels = {
  /** Wordt na elke reeks geroepen. */
  voortgang?: ((deel: { gedaan: number; totaal: number }) => void) | undefined
  signaal?: AbortSignal | undefined
}

type Loper = {
  gebouwd: GebouwdeVariant
  reken: ReturnType<typeof maakStandrekenaar>
  blijft: boolean
  pgb: number | undefined
  sommen: Sommen[]
  groepen: Groepentabel | undefined
}

const maakLoper = (gebouwd: GebouwdeVariant): Loper => ({
  gebouwd,
  blijft: gebouwd.variant.czm === 'blijft',
  reken: maakStandrekenaar(gebouwd.machine.set, gebouwd.variant.czm === 'blijft'),
  pgb: pgbTarief(gebouwd.kamer, gebouwd.dag),
  sommen: [],
  groepen: undefined,
})

/** Bouwt alle varianten, en de stand van nu waarmee zij vergeleken worden. */
function bouwAlle(
  { gemeente, dag, varianten }: Simulatievraag,
  lagen: readonly Laag[],
): Uitkomst<Loper[], Simulatieweigering> {
  const lopers: Loper[] = []
  for (const variant of [HUIDIG, ...varianten]) {
    const gebouwd = bouwVariant(gemeente, variant, dag, lagen)
    if (!gebouwd.ok)
      return geweigerd({ soort: 'variant_klopt_niet', variant: variant.naam, fouten: gebouwd.reden })
    lopers.push(maakLoper(gebouwd.waarde))
  }
  return gelukt(lopers)
}

/**
 * Rekent varianten door over een nagemaakte bevolking. Elke reeks is een andere trekking van dezelfde bevolking; samen
 * geven zij de band. De groepen komen uit de eerste reeks, want een tabel telt alleen op als zij over dezelfde mensen gaat.
 */
export async function simuleer(
  vraag: Simulatievraag,
  { voortgang, signaal }: Loopregels = {},
): Promise<Uitkomst<Simulatie, Simulatieweigering>> {
  const door = vraag.doortrekken ? trekDoor(vraag.gemeente, vraag.dag) : undefined
  const gebouwd = bouwAlle(vraag, door === undefined ? [] : [door.laag])
  if (!gebouwd.ok) return gebouwd
  const bevolking = maakBevolking(vraag.marginalen, { ...vraag, jaar: jaarVan(vraag.dag) })
  if (!bevolking.ok) return geweigerd({ soort: 'bevolking_past_niet', passing: bevolking.reden })
  const lopers = gebouwd.waarde
  const maak = maakReeksmaker(bevolking.waarde)
  const reeksen = Math.max(1, Math.min(MEESTE_REEKSEN, vraag.reeksen ?? STANDAARD_REEKSEN))
  for (let nummer = 0; nummer < reeksen; nummer++) {
    if (signaal?.aborted) return geweigerd({ soort: 'gestopt' })
    const weigering = doeReeks(maak(nummer), lopers, bevolking.waarde, nummer === 0)
    if (weigering !== undefined) return geweigerd(weigering)
    voortgang?.({ gedaan: nummer + 1, totaal: reeksen })
    await adem()
  }
  return gelukt(vatSamen(vraag, bevolking.waarde, lopers, { reeksen, doorgetrokken: door?.bedragen ?? [] }))
}

function doeReeks(
  reeks: ReturnType<ReturnType<typeof maakReeksmaker>>,
  lopers: readonly Loper[],
  { aannamen }: Bevolking,
  metGroepen: boolean,
): Simulatieweigering | undefined {
  const [huidig] = lopers
  if (huidig === undefined) return undefined
  const nu = huidig.reken(reeks)
  if (!nu.ok) return { soort: 'rekent_niet', variant: huidig.gebouwd.variant.naam, weigering: nu.reden }
  for (const loper of lopers) {
    const straks = loper === huidig ? nu : loper.reken(reeks)
    if (!straks.ok)
      return { soort: 'rekent_niet', variant: loper.gebouwd.variant.naam, weigering: straks.reden }
    const pgb = pgbPerJaar(loper.pgb, aannamen.pgb_uren)
    loper.sommen.push(telReeks(reeks, nu.waarde, straks.waarde, loper.blijft, pgb))
    if (metGroepen && loper !== huidig) loper.groepen = telGroepen(reeks, nu.waarde, straks.waarde)
  }
  return undefined
}

/** Een band om een klein aantal mensen laten wij niet zien. */
function telband(aantallen: readonly number[]): Band | null {
  const band = bandVan(aantallen)
  return band.hoog > 0 && band.midden < MINSTE_GROEP ? null : band
}

function vatSamen(
  vraag: Simulatievraag,
  bevolking: Bevolking,
  lopers: readonly Loper[],
  { reeksen, doorgetrokken }: Pick<Simulatie, 'reeksen' | 'doorgetrokken'>,
): Simulatie {
  const [huidig, ...rest] = lopers
  if (huidig === undefined) throw new Error('de stand van nu loopt altijd mee')
  const { gedrag } = vraag.marginalen.aannamen
  return {
    formaat: 1,
    synthetisch: true,
    gemeente: vraag.gemeente,
    datum: vraag.dag,
    inwoners: bevolking.inwoners,
    huishoudens: bevolking.huishoudens,
    metHulp: bandVan(huidig.sommen.map(({ metHulp }) => metHulp)),
    reeksen,
    doorgetrokken,
    nu: {
      variant: huidig.gebouwd.variant,
      kosten: kostenVan(huidig.sommen, huidig.sommen, huidig.pgb === undefined),
    },
    varianten: rest.flatMap(({ gebouwd, sommen, groepen, pgb }) => {
      if (groepen === undefined) return []
      const kosten = kostenVan(huidig.sommen, sommen, pgb === undefined || huidig.pgb === undefined)
      return [
        {
          variant: gebouwd.variant,
          besluiter: gebouwd.besluiter,
          wijzigingen: gebouwd.wijzigingen,
          kosten,
          gedrag: gedragVan(sommen, kosten.verschil, gedrag),
          vooruit: telband(sommen.map((een) => een.vooruit)),
          achteruit: telband(sommen.map((een) => een.achteruit)),
          merkbaar: telband(sommen.map((een) => een.merkbaar)),
          groepen,
        },
      ]
    }),
    aannamen: bevolking.aannamen,
  }
}
