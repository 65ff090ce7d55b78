import { toonDatum } from '#basis/datum.ts'
import { opsomming } from '#basis/tekst.ts'
import type {
  Koppeldoel,
  Koppelregel,
  Koppelverdeling,
  Koppelvoorstel,
  Koppelweigering,
  Voorwaarden,
} from '#grootboek/deur.ts'
import { bronnaam } from '#programma/namen.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Zinnen over de koppeling. */

const code = (naam: string, patroon: string | null): string | undefined => {
  if (patroon === null) return undefined
  return patroon.endsWith('*') ? `${naam} die begint met ${patroon.slice(0, -1)}` : `${naam} ${patroon}`
}

/** `project P1 en rekening die begint met 43`. */
export const voorwaardezin = ({ administratie, project, kostenplaats, rekening }: Voorwaarden): string =>
  opsomming(
    [
      code('project', project),
      code('kostenplaats', kostenplaats),
      code('rekening', rekening),
      administratie === null ? undefined : `administratie ${administratie}`,
    ].filter((deel) => deel !== undefined),
  )

export function geldigzin({ van, tot }: Pick<Koppelregel, 'van' | 'tot'>): string {
  if (van === null && tot === null) return 'altijd'
  if (van === null) return `tot en met ${tot === null ? '' : toonDatum(tot)}`
  return tot === null ? `vanaf ${toonDatum(van)}` : `${toonDatum(van)} tot en met ${toonDatum(tot)}`
}

export function verdeelzin(beeld: Planbeeld, wijze: Koppelverdeling | { soort: 'volgorde' }): string {
  switch (wijze.soort) {
    case 'volgorde':
      return 'zoals bij het onderdeel is afgesproken'
    case 'bron':
      return bronnaam(beeld.plan)(wijze.bron)
    case 'aandelen':
      return `vaste aandelen: ${wijze.delen.map(({ bron, gewicht }) => `${bronnaam(beeld.plan)(bron)} ${gewicht}`).join(', ')}`
    case 'waterval':
      return `eerst ${wijze.bronnen.map((bron) => bronnaam(beeld.plan)(bron)).join(', dan ')}`
  }
}

export function doelzin(beeld: Planbeeld, doel: Koppeldoel): string {
  if (doel.soort === 'hoort_niet') return 'Hoort er niet bij'
  if (doel.soort === 'ontvangst') return `Ontvangst van ${bronnaam(beeld.plan)(doel.bron)}`
  return beeld.onderdeel.get(doel.onderdeel)?.titel ?? doel.onderdeel
}

export const VOORSTELREDEN: Record<Koppelvoorstel['reden'], string> = {
  code_gelijk: 'de code wijst ernaar',
  zelfde_project: 'zo koos u eerder bij dit project',
  zelfde_kostenplaats: 'zo koos u eerder bij deze kostenplaats',
  zelfde_rekening: 'zo koos u eerder bij deze rekening',
  begin_gelijk: 'zo koos u eerder bij een code die hetzelfde begint',
}

export function koppelzin(
  beeld: Planbeeld,
  reden: Exclude<Koppelweigering, { code: 'intussen_veranderd' }>,
): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'U mag de koppeling niet veranderen.'
    case 'niets_gekozen':
      return 'Er is niets gekozen. Vink aan wat u wilt koppelen.'
    case 'regel_onbekend':
      return 'Deze regel is er niet meer. Laad de pagina opnieuw.'
    case 'van_na_tot':
      return `Bij ${voorwaardezin(reden.regel)} ligt de laatste dag voor de eerste dag.`
    case 'geen_voorwaarde':
      return 'Noem minstens een rekening, een kostenplaats of een project.'
    case 'botst':
      return `Voor ${voorwaardezin(reden.met)} is er al een regel (${doelzin(beeld, reden.met.doel)}, ${geldigzin(reden.met)}). Twee regels over hetzelfde kunnen niet op dezelfde dag gelden. Beëindig die eerst, of kies andere dagen.`
  }
}
