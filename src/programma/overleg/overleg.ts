import { type Datum, dagnummer } from '#basis/datum.ts'
import type { Moment } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'

/** Overleggen met hun agenda en uitkomsten, en de acties die eruit volgen. Nergens een naam: alleen rollen. */

export const OVERLEGORGANEN = ['stuurgroep', 'college', 'directie', 'projectoverleg'] as const
export type Overlegorgaan = (typeof OVERLEGORGANEN)[number]
export const OVERLEGSTANDEN = ['gepland', 'gehouden', 'vervallen'] as const
export type Overlegstand = (typeof OVERLEGSTANDEN)[number]
export const PUNTSOORTEN = [
  'vrij',
  'onderdeel',
  'mijlpaal',
  'begrotingswijziging',
  'risico',
  'besluit',
] as const
export type Puntsoort = (typeof PUNTSOORTEN)[number]
export const GEVRAAGDEN = ['besluit', 'bespreking', 'informatie'] as const
export type Gevraagd = (typeof GEVRAAGDEN)[number]
export const UITKOMSTEN = ['besloten', 'besproken', 'aangehouden', 'afgewezen', 'afgevoerd'] as const
export type Puntuitkomst = (typeof UITKOMSTEN)[number]
export const VERVOLGEN = ['geen', 'college', 'directie'] as const
export type Vervolg = (typeof VERVOLGEN)[number]
export const ACTIESTANDEN = ['open', 'bezig', 'klaar', 'vervallen'] as const
export type Actiestand = (typeof ACTIESTANDEN)[number]

export const OVERLEGNAAM = {
  stuurgroep: 'Stuurgroep',
  college: 'College',
  directie: 'Directie',
  projectoverleg: 'Projectoverleg',
} as const satisfies Record<Overlegorgaan, string>
export const GEVRAAGDNAAM = {
  besluit: 'ter besluit',
  bespreking: 'ter bespreking',
  informatie: 'ter informatie',
} as const satisfies Record<Gevraagd, string>
export const PUNTSOORTNAAM = {
  vrij: 'Vrij onderwerp',
  onderdeel: 'Onderdeel',
  mijlpaal: 'Mijlpaal',
  begrotingswijziging: 'Begrotingswijziging',
  risico: 'Risico',
  besluit: 'Eerder besluit',
} as const satisfies Record<Puntsoort, string>
export const VERVOLGNAAM = {
  geen: 'niemand: dit overleg beslist zelf',
  college: 'het college',
  directie: 'de directie, achteraf',
} as const satisfies Record<Vervolg, string>

/** Wat er op de agenda staat, en wat het overleg ermee deed. */
export type Puntinhoud = {
  soort: Puntsoort
  verwijzing: string | null
  titel: string
  toelichting: string | null
  gevraagd: Gevraagd
  /** Wie een besluit hierover daarna nog vastlegt. */
  vervolg: Vervolg
}
export type Agendapunt = Puntinhoud & {
  nummer: number
  volgnr: number
  uitkomst: Puntuitkomst | null
  conclusie: string | null
  besluit: string | null
  vervolgbesluit: string | null
  op: Moment
}

export type Overleg = {
  id: string
  nummer: number
  orgaan: Overlegorgaan
  volgnr: number
  datum: Datum
  stand: Overlegstand
  reden: string | null
  op: Moment
  punten: readonly Agendapunt[]
}

export type Actieinhoud = {
  wat: string
  rol: string
  uiterlijk: Datum
  stand: Actiestand
  reden: string | null
}
export type Actie = Actieinhoud & {
  id: string
  nummer: number
  /** Nummer van het overleg waarin zij is afgesproken. */
  overleg: number | null
  punt: number | null
  volgnr: number
  op: Moment
  sinds: Moment
  door: string | null
}

/** Wie in het register van besluiten staat: een projectoverleg besluit daar niet. */
export const isBesluitorgaan = (orgaan: Overlegorgaan): orgaan is Exclude<Overlegorgaan, 'projectoverleg'> =>
  orgaan !== 'projectoverleg'

export const isLopend = ({ stand }: Pick<Actieinhoud, 'stand'>): boolean =>
  stand === 'open' || stand === 'bezig'

/** Dagen over tijd; nul of minder is nog op tijd. Op de laatste dag zelf is zij nog niet te laat. */
const dagenOver = (uiterlijk: Datum, vandaag: Datum): number => dagnummer(vandaag) - dagnummer(uiterlijk)

export const isOverTijd = (actie: Pick<Actieinhoud, 'stand' | 'uiterlijk'>, vandaag: Datum): boolean =>
  isLopend(actie) && dagenOver(actie.uiterlijk, vandaag) > 0

export type Actiewoord = { status: 'klaar' | 'bezig' | 'nog-niet' | 'gestopt' | 'bijsturen'; tekst: string }

/** De stand van een actie in woorden, met hoe lang zij over tijd is. */
export function actiewoord(actie: Pick<Actieinhoud, 'stand' | 'uiterlijk'>, vandaag: Datum): Actiewoord {
  if (actie.stand === 'klaar') return { status: 'klaar', tekst: 'Klaar' }
  if (actie.stand === 'vervallen') return { status: 'gestopt', tekst: 'Vervallen' }
  const over = dagenOver(actie.uiterlijk, vandaag)
  if (over > 0) return { status: 'bijsturen', tekst: `${telwoord(over, 'dag', 'dagen')} over tijd` }
  const staart = over === 0 ? ', uiterlijk vandaag' : ''
  return actie.stand === 'bezig'
    ? { status: 'bezig', tekst: `Bezig${staart}` }
    : { status: 'nog-niet', tekst: `Nog te doen${staart}` }
}

/** Lopend eerst, de vroegste dag bovenaan; daarna wat is afgerond, het nieuwste eerst. */
export const actievolgorde = (acties: readonly Actie[]): Actie[] =>
  acties.toSorted((a, b) => {
    if (isLopend(a) !== isLopend(b)) return isLopend(a) ? -1 : 1
    if (isLopend(a))
      return a.uiterlijk < b.uiterlijk ? -1 : a.uiterlijk > b.uiterlijk ? 1 : a.nummer - b.nummer
    return a.op > b.op ? -1 : a.op < b.op ? 1 : b.nummer - a.nummer
  })

/** Wat de stuurgroep besloot en een ander nog moet vastleggen: "een directiebesluit achteraf". */
export const nogVastTeLeggen = (overleggen: readonly Overleg[]): { overleg: Overleg; punt: Agendapunt }[] =>
  overleggen.flatMap((overleg) =>
    overleg.punten
      .filter(
        ({ besluit, vervolg, vervolgbesluit }) =>
          besluit !== null && vervolg !== 'geen' && vervolgbesluit === null,
      )
      .map((punt) => ({ overleg, punt })),
  )

/** Waar een punt over gaat is anders dan wat er al staat? Zo niet, dan is het een tweede druk op de knop. */
export const zelfdePunt = (een: Puntinhoud, ander: Puntinhoud): boolean =>
  een.soort === ander.soort &&
  een.verwijzing === ander.verwijzing &&
  een.titel === ander.titel &&
  een.toelichting === ander.toelichting &&
  een.gevraagd === ander.gevraagd &&
  een.vervolg === ander.vervolg

export const zelfdeActie = (een: Actieinhoud, ander: Actieinhoud): boolean =>
  een.wat === ander.wat &&
  een.rol === ander.rol &&
  een.uiterlijk === ander.uiterlijk &&
  een.stand === ander.stand &&
  een.reden === ander.reden

/** Uit welk overleg een besluit komt, voor het register. */
export type Herkomst = {
  overleg: number
  orgaan: Overlegorgaan
  datum: Datum
  punt: number
  rol: 'besluit' | 'vervolg'
}

export function herkomsten(overleggen: readonly Overleg[]): Map<string, Herkomst> {
  const perBesluit = new Map<string, Herkomst>()
  for (const { nummer, orgaan, datum, punten } of overleggen)
    for (const punt of punten) {
      const hier = { overleg: nummer, orgaan, datum, punt: punt.nummer }
      if (punt.besluit !== null) perBesluit.set(punt.besluit, { ...hier, rol: 'besluit' })
      if (punt.vervolgbesluit !== null) perBesluit.set(punt.vervolgbesluit, { ...hier, rol: 'vervolg' })
    }
  return perBesluit
}
