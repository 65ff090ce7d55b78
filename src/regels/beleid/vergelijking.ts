import { gelukt, type Uitkomst } from '#basis/uitkomst.ts'
import type { Vergelijkvraag } from '#regels/beleid/vraag.ts'
import { maakBevolking } from '#regels/bevolking/bevolking.ts'
import type { Marginalen } from '#regels/bevolking/marginalen.ts'
import { type Passingsverslag, passingsverslag } from '#regels/bevolking/verslag.ts'
import { type Curven, maakCurven } from '#regels/simulatie/curve.ts'
import { type Gevoeligheid, gevoeligheid } from '#regels/simulatie/gevoeligheid.ts'
import {
  type Loopregels,
  type Simulatie,
  type Simulatieweigering,
  simuleer,
} from '#regels/simulatie/simuleer.ts'

/** Alles wat er over een paar varianten te zeggen is. Dezelfde vraag geeft altijd hetzelfde. */
export type Vergelijking = {
  vraag: Vergelijkvraag
  gemeente: { code: string; naam: string }
  simulatie: Simulatie
  curven: { metCzm: Curven; zonderCzm: Curven }
  gevoeligheid: readonly Gevoeligheid[]
  passing: Passingsverslag
  /** Waar de nagemaakte bevolking op berust. */
  bevolking: Pick<Marginalen, 'naam' | 'peildatum' | 'herkomst' | 'marges' | 'aannamen'>
}

type Gemeente = { code: string; naam: string }

/** Zoveel keer een bevolking narekenen kost de gevoeligheid er nog bij. */
const REEKSEN_GEVOELIGHEID = 115
/** Daaronder is het antwoord er binnen een tel of twee; daarboven is wachten met een lege pagina niet netjes. */
const METEEN = 13_000_000

/** Ruw hoeveel rijen er uit te rekenen zijn. */
export const omvang = ({ reeksen, varianten }: Vergelijkvraag, { inwoners }: Marginalen): number =>
  Math.round((inwoners / 2.3) * (reeksen + REEKSEN_GEVOELIGHEID) * (varianten.length + 1))

export const isLang = (vraag: Vergelijkvraag, marginalen: Marginalen): boolean =>
  omvang(vraag, marginalen) > METEEN

/** De simulatie is ongeveer de helft van het werk; de gevoeligheid de andere. */
export async function vergelijk(
  gemeente: Gemeente,
  marginalen: Marginalen,
  vraag: Vergelijkvraag,
  { voortgang, signaal }: Loopregels = {},
): Promise<Uitkomst<Vergelijking, Simulatieweigering>> {
  const basis = { gemeente: gemeente.code, marginalen, ...vraag }
  const simulatie = await simuleer(basis, {
    signaal,
    voortgang: ({ gedaan, totaal }) => voortgang?.({ gedaan, totaal: 2 * totaal }),
  })
  if (!simulatie.ok) return simulatie
  const metCzm = maakCurven({ ...basis, czm: true })
  if (!metCzm.ok) return metCzm
  const zonderCzm = maakCurven({ ...basis, czm: false })
  if (!zonderCzm.ok) return zonderCzm
  const gevoelig = await gevoeligheid(
    { ...basis, reeksen: undefined },
    {
      signaal,
      voortgang: ({ gedaan, totaal }) =>
        voortgang?.({
          gedaan: Math.round(vraag.reeksen * (1 + gedaan / totaal)),
          totaal: 2 * vraag.reeksen,
        }),
    },
  )
  if (!gevoelig.ok) return gevoelig
  const bevolking = maakBevolking(marginalen)
  if (!bevolking.ok) return { ok: false, reden: { soort: 'bevolking_past_niet', passing: bevolking.reden } }
  const { naam, peildatum, herkomst, marges, aannamen } = marginalen
  return gelukt({
    vraag,
    gemeente,
    simulatie: simulatie.waarde,
    curven: { metCzm: metCzm.waarde, zonderCzm: zonderCzm.waarde },
    gevoeligheid: gevoelig.waarde,
    passing: passingsverslag(bevolking.waarde),
    bevolking: { naam, peildatum, herkomst, marges, aannamen },
  })
}
