import { toonDatum } from '#basis/datum.ts'
import { type Centen, centen, rondAfVanNul, telOp, toonEuro } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import { ernstzin, ORGAANNAAM } from '#programma/deur.ts'
import type { Besluitfeit, Feiten, Voortgangfeit } from '#verantwoording/feiten/feiten.ts'
import { type Geldregel, isAfwijking, meerDanBegroot } from '#verantwoording/feiten/geldfeiten.ts'
import { periodewoord } from '#verantwoording/feiten/vraag.ts'
import { STANDNAAM, STANDWOORDEN, type Standwoord } from '#verantwoording/rapport.ts'

/** Zinnen die uit cijfers volgen en altijd waar zijn: bij niets, bij één, en bij veel. Hele euro's. */

export const euro = (bedrag: Centen): string => toonEuro(rondAfVanNul(bedrag))

const minus = (bedrag: Centen): Centen => centen(Math.abs(bedrag))

/** Wat er begroot was en wat daarvan is uitgegeven. */
export function geldzin({ geld, vraag, moment, bezig }: Feiten): string {
  const { naWijziging, gerealiseerd, primitief } = geld.totaal.cijfers
  const wanneer = `in ${vraag.jaar}`
  if (!geld.geboekt)
    return primitief === 0
      ? `Het plan noemt geen bedragen voor ${vraag.jaar}.`
      : `Volgens het plan kost het programma ${wanneer} ${euro(primitief)}. Wat daarvan is uitgegeven, is niet bekend: er is nog niets geboekt.`
  const begroot = `Voor ${vraag.jaar} is ${euro(naWijziging)} begroot.`
  if (!geld.besteed)
    return `${begroot} Wat daarvan is uitgegeven, is niet bekend: er zijn geen uitgaven geboekt tot en met ${toonDatum(moment.geldigTm)}.`
  const onderweg = isOnderweg({ vraag, bezig })
  const tot = onderweg ? `Tot en met ${toonDatum(moment.geldigTm)}` : `In ${vraag.jaar}`
  const slot = onderweg ? deelzin(geld.totaal) : verschilzin(geld.totaal)
  return `${begroot} ${tot} is ${euro(gerealiseerd)} uitgegeven. ${slot}`
}

/** Is het jaar van het geld nog niet om? Dan zegt een verschil met het hele jaar nog niets. */
const isOnderweg = ({ vraag, bezig }: Pick<Feiten, 'vraag' | 'bezig'>): boolean =>
  bezig || (vraag.soort === 'kwartaal' && vraag.kwartaal < 4)

/** Welk deel van de begroting van het hele jaar al is uitgegeven. */
function deelzin({ cijfers }: Pick<Geldregel, 'cijfers'>): string {
  const { naWijziging, gerealiseerd } = cijfers
  if (naWijziging <= 0) return 'Voor het hele jaar is hier niets begroot.'
  return `Dat is ${DREMPELWOORD.format((gerealiseerd / naWijziging) * 100)} procent van wat er voor het hele jaar begroot is.`
}

/** Meer of minder dan begroot, in één zin. */
export function verschilzin(regel: Pick<Geldregel, 'cijfers'>): string {
  const meer = rondAfVanNul(meerDanBegroot(regel))
  if (meer === 0) return 'Dat is gelijk aan wat er begroot is.'
  return meer > 0
    ? `Dat is ${toonEuro(meer)} meer dan begroot.`
    : `Dat is ${toonEuro(minus(meer))} minder dan begroot.`
}

/** Waarmee de begroting dit jaar veranderde. */
export function wijzigzin({ geld, vraag }: Feiten): string | undefined {
  if (!geld.geboekt) return undefined
  const { wijzigingen, primitief } = geld.totaal.cijfers
  if (wijzigingen === 0) return `De begroting voor ${vraag.jaar} is in totaal niet veranderd.`
  return `De begroting begon met ${euro(primitief)} en is daarna ${
    wijzigingen > 0 ? `${euro(wijzigingen)} hoger` : `${euro(minus(wijzigingen))} lager`
  } geworden.`
}

/** Bij welke onderdelen veel meer of minder is uitgegeven. */
export function afwijkzin(
  regels: readonly Geldregel[],
  feiten: Feiten,
  peil: 'realisatie' | 'prognose',
): string {
  if (!feiten.geld.besteed) return 'Over afwijkingen is niets te zeggen, want de uitgaven zijn niet bekend.'
  const anders = regels.filter((regel) => isAfwijking(regel, feiten.drempel, peil))
  if (peil === 'prognose' && regels.every(({ prognose }) => prognose === null))
    return 'Wat de onderdelen het hele jaar gaan kosten, is niet opgegeven. Daarom is nog niet te zeggen wat er afwijkt.'
  if (anders.length === 0) return 'Geen onderdeel wijkt zo veel af dat er een verklaring bij hoort.'
  const is = peil === 'realisatie' ? 'is' : 'wordt naar verwachting'
  const meer = anders.filter((regel) => afwijking(regel, peil) > 0)
  const hoeveel = telwoord(anders.length, 'onderdeel wijkt', 'onderdelen wijken')
  if (meer.length === 0 || meer.length === anders.length)
    return `${hoeveel} veel af: daar ${is} ${meer.length === 0 ? 'minder' : 'meer'} uitgegeven dan begroot.`
  const delen = [
    `bij ${telwoord(meer.length, 'onderdeel', 'onderdelen')} ${is} meer uitgegeven dan begroot`,
    `bij ${telwoord(anders.length - meer.length, 'onderdeel', 'onderdelen')} ${is} minder uitgegeven`,
  ]
  return `${hoeveel} veel af: ${opsomming(delen)}.`
}

/** Boven nul is meer dan begroot. */
export const afwijking = (regel: Geldregel, peil: 'realisatie' | 'prognose'): Centen =>
  peil === 'realisatie' ? meerDanBegroot(regel) : centen(-(regel.verschil ?? 0))

const DREMPELWOORD = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

export const drempelzin = ({ drempel }: Feiten): string =>
  `Een verklaring is nodig als een onderdeel meer dan ${DREMPELWOORD.format(drempel.promille / 10)} procent of meer dan ${euro(drempel.bedragCent)} afwijkt van wat er begroot is.`

/** Hoeveel onderdelen er hoe voor staan. */
export function voortgangzin(
  voortgang: readonly Voortgangfeit[] | undefined,
  aspect: keyof Voortgangfeit['standen'],
): string {
  if (voortgang === undefined || voortgang.length === 0)
    return 'Hoe het met de onderdelen gaat, is voor deze periode niet opgegeven.'
  const tel = (stand: Standwoord): number =>
    voortgang.filter(({ standen }) => standen[aspect].stand === stand).length
  const delen = STANDWOORDEN.flatMap((stand) =>
    tel(stand) === 0 ? [] : [`${tel(stand)} keer ‘${STANDNAAM[stand].toLowerCase()}’`],
  )
  return `Van ${telwoord(voortgang.length, 'onderdeel', 'onderdelen')} is opgegeven hoe het gaat: ${opsomming(delen)}.`
}

const orgaanwoord = (orgaan: Besluitfeit['orgaan']): string =>
  orgaan === 'onbekend'
    ? 'een orgaan dat niet bekend is'
    : `${orgaan === 'college' ? 'het' : 'de'} ${ORGAANNAAM[orgaan]}`

/** Wie hoeveel besloot. */
export function besluitzin(besluiten: readonly Besluitfeit[], feiten: Feiten): string {
  const wanneer = `in ${periodewoord(feiten.vraag)}`
  if (besluiten.length === 0)
    return `Er is ${wanneer} geen besluit genomen dat het plan of de begroting veranderde.`
  const [enige] = besluiten
  const organen = [...new Set(besluiten.map(({ orgaan }) => orgaan))].map((orgaan) => {
    const aantal = besluiten.filter((een) => een.orgaan === orgaan).length
    return `${aantal} van ${orgaanwoord(orgaan)}`
  })
  const som = telOp(...besluiten.map(({ budgetCent }) => budgetCent))
  const geld =
    som === 0
      ? 'Samen veranderden zij niets aan het totaal van de begroting.'
      : `Samen maakten zij de begroting, over alle jaren, ${euro(minus(som))} ${som > 0 ? 'hoger' : 'lager'}.`
  if (enige !== undefined && organen.length === 1 && besluiten.length > 1)
    return `Er zijn ${wanneer} ${besluiten.length} besluiten genomen, door ${orgaanwoord(enige.orgaan)}. ${geld}`
  if (enige !== undefined && besluiten.length === 1)
    return `Er is ${wanneer} 1 besluit genomen, door ${orgaanwoord(enige.orgaan)}. ${geld.replace('Samen veranderden zij', 'Het veranderde').replace('Samen maakten zij', 'Het maakte')}`
  return `Er zijn ${wanneer} ${besluiten.length} besluiten genomen: ${opsomming(organen)}. ${geld}`
}

/** Wat de controles nog open hebben. */
export function controlezin({ planbevindingen, geldbevindingen }: Feiten): string {
  const plan =
    planbevindingen.length === 0
      ? 'De controle van het plan heeft niets meer open.'
      : `De controle van het plan heeft nog ${telwoord(planbevindingen.length, 'punt', 'punten')} open.`
  const aantal = geldbevindingen.length
  const geld =
    aantal === 0
      ? 'Over het geld is niets opgevallen.'
      : `Over het geld ${aantal === 1 ? 'is 1 punt' : `zijn ${aantal} punten`} opgevallen: ${ernstzin(geldbevindingen)}.`
  return `${plan} ${geld}`
}

/** Eén groep in één zin of twee. */
export function groepzin(regel: Geldregel, feiten: Feiten): string {
  const { naWijziging, gerealiseerd, primitief } = regel.cijfers
  if (!feiten.geld.geboekt) return `Het plan begroot hier ${euro(primitief)} voor ${feiten.vraag.jaar}.`
  if (!feiten.geld.besteed) return `Hier is ${euro(naWijziging)} begroot. De uitgaven zijn niet bekend.`
  return `Hier is ${euro(naWijziging)} begroot en ${euro(gerealiseerd)} uitgegeven. ${isOnderweg(feiten) ? deelzin(regel) : verschilzin(regel)}`
}

/** Hoe de bronnen ervoor staan. */
export function bronzin({ geld }: Feiten): string {
  const met = geld.bronnen.filter(({ onaf }) => !onaf)
  const onbekend = geld.bronnen.filter(({ onaf }) => onaf)
  const eerste =
    met.length === 0
      ? 'Van geen bedrag is bekend uit welke bron het komt.'
      : `Het geld komt uit ${telwoord(met.length, 'bron', 'bronnen')}.`
  const rest = telOp(...onbekend.map(({ cijfers }) => cijfers.naWijziging))
  return onbekend.length === 0 || rest === 0 || met.length === 0
    ? eerste
    : `${eerste} Van ${euro(rest)} is nog niet bekend uit welke bron het komt.`
}
