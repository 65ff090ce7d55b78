import { Datum } from '#basis/datum.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  ACTIESTANDEN,
  type Actieinhoud,
  GEVRAAGDEN,
  OVERLEGORGANEN,
  OVERLEGSTANDEN,
  type Overlegorgaan,
  type Overlegstand,
  PUNTSOORTEN,
  type Puntinhoud,
  type Puntsoort,
  type Puntuitkomst,
  UITKOMSTEN,
  VERVOLGEN,
} from '#programma/overleg/overleg.ts'
import {
  alinea,
  Formulierlezer,
  keuze,
  type Ontleder,
  type VeldFout,
  verplichteZin,
  type Waarden,
  zin,
} from '#programma/wijzigen/velden.ts'

/** Ingevulde overleggen, agendapunten, uitkomsten en acties lezen. */

export const DAG_UITLEG = 'Bijvoorbeeld: 29 februari 2024 of 29-02-2024.'
const dag: Ontleder<Datum | undefined> = (tekst) => {
  const gelezen = Datum.safeParse(leesTijdvak(tekst))
  return gelezen.success ? gelukt(gelezen.data) : geweigerd(`Schrijf de dag voluit. ${DAG_UITLEG}`)
}

const klaar = <Waarde>(lezer: Formulierlezer, waarde: Waarde | undefined): Uitkomst<Waarde, VeldFout[]> =>
  lezer.fouten.length > 0 || waarde === undefined ? geweigerd(lezer.fouten) : gelukt(waarde)

export function leesOverleg(waarden: Waarden): Uitkomst<{ orgaan: Overlegorgaan; datum: Datum }, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const orgaan = lezer.leesAltijd('orgaan', 'stuurgroep', keuze(OVERLEGORGANEN, 'wie er bij elkaar komt'))
  const datum = lezer.leesAltijd('datum', undefined, dag)
  return klaar(lezer, datum && { orgaan, datum })
}

export function leesOverlegstap(
  waarden: Waarden,
): Uitkomst<{ datum: Datum; stand: Overlegstand; reden: string | null }, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const stand = lezer.leesAltijd('stand', 'gepland', keuze(OVERLEGSTANDEN, 'hoe het ervoor staat'))
  const datum = lezer.leesAltijd('datum', undefined, dag)
  const reden = lezer.leesAltijd('reden', undefined, zin('waarom')) ?? null
  return klaar(lezer, datum && { datum, stand, reden })
}

/** Waar een punt over gaat staat als `soort:sleutel` in één keuze; leeg is een vrij onderwerp. */
export const alsOver = ({ soort, verwijzing }: Pick<Puntinhoud, 'soort' | 'verwijzing'>): string =>
  verwijzing === null ? '' : `${soort}:${verwijzing}`

export function leesPunt(waarden: Waarden, over: ReadonlySet<string>): Uitkomst<Puntinhoud, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const gekozen = lezer.tekst('over')
  const [, deel = '', verwijzing = ''] = /^([a-z]+):(.+)$/u.exec(gekozen) ?? []
  const soort: Puntsoort = PUNTSOORTEN.find((een) => een === deel) ?? 'vrij'
  if (gekozen !== '' && !over.has(gekozen)) lezer.meld('over', 'Kies waar het over gaat uit de lijst.')
  const inhoud: Puntinhoud = {
    soort,
    verwijzing: soort === 'vrij' ? null : verwijzing,
    titel: lezer.leesAltijd('titel', '', verplichteZin('wat er op de agenda staat')),
    toelichting: lezer.leesAltijd('toelichting', undefined, alinea('de toelichting')) ?? null,
    gevraagd: lezer.leesAltijd('gevraagd', 'bespreking', keuze(GEVRAAGDEN, 'wat u vraagt')),
    vervolg: lezer.leesAltijd('vervolg', 'geen', keuze(VERVOLGEN, 'wie het daarna vastlegt')),
  }
  return klaar(lezer, inhoud)
}

export function leesUitkomst(
  waarden: Waarden,
): Uitkomst<{ uitkomst: Puntuitkomst; conclusie: string | null }, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const uitkomst = lezer.leesAltijd('uitkomst', 'besproken', keuze(UITKOMSTEN, 'wat eruit kwam'))
  const conclusie = lezer.leesAltijd('conclusie', undefined, alinea('wat er is afgesproken')) ?? null
  return klaar(lezer, { uitkomst, conclusie })
}

export function leesActie(waarden: Waarden): Uitkomst<Actieinhoud, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const wat = lezer.leesAltijd('wat', '', verplichteZin('wat er moet gebeuren'))
  const rol = lezer.leesAltijd('rol', '', verplichteZin('welke rol het doet'))
  const uiterlijk = lezer.leesAltijd('uiterlijk', undefined, dag)
  const stand = lezer.leesAltijd('stand', 'open', keuze(ACTIESTANDEN, 'hoe ver het is'))
  const reden = lezer.leesAltijd('reden', undefined, zin('waarom')) ?? null
  return klaar(lezer, uiterlijk && { wat, rol, uiterlijk, stand, reden })
}
