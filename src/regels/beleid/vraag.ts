import { Datum } from '#basis/datum.ts'
import { HUIDIG, vindVariant } from '#regels/variant/klaar.ts'
import { Variant } from '#regels/variant/variant.ts'

/**
 * Een vergelijking staat heel in haar adres: de dag, de varianten en hoe vaak er getrokken wordt. Wie het adres krijgt,
 * rekent hetzelfde uit, en er hoeft niets bewaard te worden.
 */
export type Vergelijkvraag = {
  dag: Datum
  varianten: readonly Variant[]
  reeksen: number
  doortrekken: boolean
}

export type Vraagfout = { veld: string; zin: string }

export const MEESTE_NAAST_NU = 4
export const REEKSKEUZES = {
  '50': '50 keer: gauw klaar',
  '200': '200 keer: nauwkeuriger, duurt langer',
} as const
/** Wat een browser en een server nog als adres aannemen. */
const LANGSTE_ADRES = 7_000

/** Wat er in het adres stond, ook als het niet klopt: het formulier toont het terug. */
export type Ruwevraag = {
  dag: string
  reeksen: string
  doortrekken: boolean
  /** Per variant haar teken: de naam van een klare, of een eigen variant als JSON. */
  tekens: readonly string[]
}

export const leesRuw = (zoek: URLSearchParams, dag: Datum): Ruwevraag => ({
  dag: zoek.get('dag') ?? dag,
  reeksen: zoek.get('reeksen') ?? '50',
  doortrekken: zoek.get('doortrekken') === 'ja',
  tekens: [...new Set(zoek.getAll('v'))],
})

/** De variant achter een teken; `undefined` als zij niet bestaat of niet klopt. */
export function leesTeken(teken: string): Variant | undefined {
  const klaar = vindVariant(teken)
  if (klaar !== undefined || !teken.startsWith('{')) return klaar
  try {
    const gelezen = Variant.safeParse(JSON.parse(teken))
    return gelezen.success && vindVariant(gelezen.data.id) === undefined && gelezen.data.status === 'voorstel'
      ? gelezen.data
      : undefined
  } catch {
    return undefined
  }
}

/** Kort: een klare variant bij haar naam, en van een eigen alleen wat er gekozen is. */
export function maakTeken(variant: Variant): string {
  if (vindVariant(variant.id) !== undefined) return variant.id
  const { id, naam, uitleg, formule, nihil, czm, parameters, ...rest } = variant
  const { formaat: _formaat, status: _status, ...bedragen } = rest
  return JSON.stringify({
    id,
    naam,
    ...(uitleg === '' ? {} : { uitleg }),
    ...(formule === 'abonnement' ? {} : { formule }),
    ...(Object.values(nihil).some((grens) => grens !== undefined) ? { nihil } : {}),
    ...(czm === 'blijft' ? {} : { czm }),
    ...bedragen,
    ...(parameters.length === 0 ? {} : { parameters }),
  })
}

/** Keurt wat er in het adres staat; de varianten zelf worden bij het bouwen gekeurd. */
export function keurVraag(
  ruw: Ruwevraag,
): { vraag: Vergelijkvraag; fouten: readonly [] } | { vraag: undefined; fouten: readonly Vraagfout[] } {
  const fouten: Vraagfout[] = []
  const dag = Datum.safeParse(ruw.dag)
  if (!dag.success)
    fouten.push({ veld: 'dag', zin: 'Vul een dag in die bestaat, met jaar, maand en dag, zoals 2026-07-01.' })
  if (!Object.hasOwn(REEKSKEUZES, ruw.reeksen))
    fouten.push({ veld: 'reeksen', zin: 'Kies hoe vaak er getrokken wordt.' })
  const gelezen = ruw.tekens.map(leesTeken)
  const varianten = gelezen.filter((een) => een !== undefined && een.id !== HUIDIG.id)
  if (gelezen.includes(undefined))
    fouten.push({
      veld: 'v',
      zin: 'Een van de varianten in dit adres kennen wij niet. Misschien is het adres niet helemaal overgenomen.',
    })
  else if (varianten.length === 0)
    fouten.push({ veld: 'v', zin: 'Kies minstens één variant om met het huidige beleid te vergelijken.' })
  if (varianten.length > MEESTE_NAAST_NU)
    fouten.push({
      veld: 'v',
      zin: `U koos ${varianten.length} varianten. Vergelijk er hoogstens ${MEESTE_NAAST_NU} tegelijk.`,
    })
  if (new Set(varianten.map((een) => een?.id)).size < varianten.length)
    fouten.push({ veld: 'v', zin: 'Twee varianten hebben dezelfde naam in het adres. Haal er een weg.' })
  if (zoekVan(ruw).length > LANGSTE_ADRES)
    fouten.push({
      veld: 'v',
      zin: 'Deze varianten passen samen niet in een adres. Maak de uitleg korter of haal een variant weg.',
    })
  if (fouten.length > 0 || !dag.success) return { vraag: undefined, fouten }
  return {
    vraag: {
      dag: dag.data,
      varianten: varianten.filter((een) => een !== undefined),
      reeksen: Number(ruw.reeksen),
      doortrekken: ruw.doortrekken,
    },
    fouten: [],
  }
}

/** De vraag zoals zij in een adres staat, zonder vraagteken. */
export function zoekVan({ dag, reeksen, doortrekken, tekens }: Ruwevraag): string {
  const zoek = new URLSearchParams({ dag, reeksen })
  if (doortrekken) zoek.set('doortrekken', 'ja')
  for (const teken of tekens) zoek.append('v', teken)
  return zoek.toString()
}

export const ruwVan = ({ dag, varianten, reeksen, doortrekken }: Vergelijkvraag): Ruwevraag => ({
  dag,
  reeksen: String(reeksen),
  doortrekken,
  tekens: varianten.map(maakTeken),
})
