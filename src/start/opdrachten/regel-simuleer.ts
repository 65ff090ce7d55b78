import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { centen, rondAfVanNul, toonBedrag, toonEuroCenten } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Band,
  findMarginalen,
  gevoeligheid,
  HUISHOUDTYPEN,
  KLARE_VARIANTEN,
  laatsteRekendag,
  leesMarginalen,
  type Marginalen,
  MEESTE_INWONERS,
  MEESTE_REEKSEN,
  MEESTE_VARIANTEN,
  type Simulatieuitvoer,
  type Simulatieweigering,
  STANDAARDGEMEENTE,
  simulatieUit,
  simuleer,
  Variant,
  vindVariant,
  weigerzinnen,
} from '#regels/deur.ts'
import {
  GEVONDEN,
  GOED,
  ONBRUIKBAAR,
  type Opdracht,
  type Opdrachtcontext,
  type Opties,
  onbruikbaar,
} from '#start/opdrachten/opdracht.ts'
import { leesJson } from '#start/opdrachten/regel.ts'

export const regelSimuleer: Opdracht = {
  naam: 'regel simuleer',
  gebruik:
    'regel simuleer --variant <naam of bestand>[,<nog een>] [--datum 2023-06-01] [--inwoners 34000] [--reeksen 50] [--bevolking bestand.json] [--doortrekken] [--gevoelig] [--gemeente gm1731] [--json]',
  uitleg:
    'Rekent varianten door over een nagemaakte bevolking: kosten, wie vooruit- en achteruitgaat, en hoe zeker dat is.',
  opties: ['variant', 'datum', 'inwoners', 'reeksen', 'bevolking'],
  vlaggen: ['doortrekken', 'gevoelig'],
  argumenten: [0, 0],
  databank: false,
  async voerUit(context, _argumenten, opties) {
    const gelezen = await leesVraag(context, opties)
    if (!gelezen.ok) return onbruikbaar(context, gelezen.reden)
    const vraag = gelezen.waarde
    const uitkomst = await simuleer(vraag, { voortgang: opties.json ? undefined : kwarten(context) })
    if (!uitkomst.ok) return weiger(context, uitkomst.reden, vraag.gemeente)
    const gevoelig = opties.aan.has('gevoelig')
      ? await gevoeligheid({ ...vraag, reeksen: undefined })
      : undefined
    if (gevoelig?.ok === false) return weiger(context, gevoelig.reden, vraag.gemeente)
    const uit = simulatieUit(uitkomst.waarde, vraag, gevoelig?.waarde)
    if (opties.json) context.uit(JSON.stringify(uit))
    else for (const regel of leesbaar(uit)) context.uit(regel)
    return GOED
  },
}

const MEER_DAN_EVEN = 40
const kwarten =
  (context: Opdrachtcontext) =>
  ({ gedaan, totaal }: { gedaan: number; totaal: number }): void => {
    if (totaal > MEER_DAN_EVEN && gedaan < totaal && gedaan % Math.ceil(totaal / 4) === 0)
      context.zeg(`${gedaan} van ${totaal} reeksen gerekend`)
  }

/** Wat wij niet weten is een weigering; wat de vrager kan verbeteren, is onbruikbare invoer. */
function weiger(context: Opdrachtcontext, weigering: Simulatieweigering, gemeente: string): number {
  for (const zin of weigerzinnen(weigering, gemeente)) context.zeg(zin)
  if (weigering.soort === 'rekent_niet')
    context.zeg('Kies een andere dag met --datum, of neem met --doortrekken het laatst bekende bedrag.')
  return weigering.soort === 'rekent_niet' ? GEVONDEN : ONBRUIKBAAR
}

async function leesVraag(context: Opdrachtcontext, opties: Opties) {
  const gemeente = opties.gemeente ?? STANDAARDGEMEENTE
  const varianten = await leesVarianten(context, opties.overig['variant'])
  if (!varianten.ok) return varianten
  const dag = leesDag(context, opties, gemeente)
  if (!dag.ok) return dag
  const inwoners = leesGetal(opties.overig['inwoners'], 100, MEESTE_INWONERS, 'inwoners')
  if (!inwoners.ok) return inwoners
  const reeksen = leesGetal(opties.overig['reeksen'], 1, MEESTE_REEKSEN, 'reeksen')
  if (!reeksen.ok) return reeksen
  const marginalen = await leesBevolking(context, opties.overig['bevolking'], gemeente)
  if (!marginalen.ok) return marginalen
  return gelukt({
    gemeente,
    dag: dag.waarde,
    marginalen: marginalen.waarde,
    varianten: varianten.waarde,
    inwoners: inwoners.waarde,
    reeksen: reeksen.waarde,
    doortrekken: opties.aan.has('doortrekken'),
  })
}

function leesDag(context: Opdrachtcontext, opties: Opties, gemeente: string): Uitkomst<Datum, string> {
  const gevraagd = opties.overig['datum']
  if (gevraagd !== undefined) {
    const dag = Datum.safeParse(gevraagd)
    return dag.success ? gelukt(dag.data) : geweigerd('Noem de dag met --datum, zoals 2023-06-01.')
  }
  const laatste = laatsteRekendag(gemeente, context.klok.vandaag())
  if (laatste === undefined)
    return geweigerd(
      `Van ${gemeente} is op geen enkele dag alles bekend. Kies een dag met --datum en --doortrekken.`,
    )
  return gelukt(laatste)
}

function leesGetal(
  tekst: string | undefined,
  minst: number,
  meest: number,
  naam: string,
): Uitkomst<number | undefined, string> {
  if (tekst === undefined) return gelukt(undefined)
  const getal = Number(tekst)
  return /^\d{1,9}$/u.test(tekst) && getal >= minst && getal <= meest
    ? gelukt(getal)
    : geweigerd(`Noem bij --${naam} een heel getal van ${minst} tot en met ${meest}.`)
}

const isBestand = (naam: string): boolean => /[./\\]/u.test(naam)

async function leesVarianten(
  context: Opdrachtcontext,
  tekst: string | undefined,
): Promise<Uitkomst<Variant[], string>> {
  const namen = (tekst ?? '').split(',').flatMap((deel) => (deel.trim() === '' ? [] : [deel.trim()]))
  const klaar = `Kies uit: ${KLARE_VARIANTEN.map(({ id }) => id).join(', ')}; of noem een bestand.`
  if (namen.length === 0) return geweigerd(`Noem een variant met --variant. ${klaar}`)
  if (namen.length > MEESTE_VARIANTEN)
    return geweigerd(`Vergelijk hoogstens ${MEESTE_VARIANTEN} varianten tegelijk.`)
  const uit: Variant[] = []
  for (const naam of namen) {
    const bekend = isBestand(naam) ? undefined : vindVariant(naam)
    if (bekend === undefined && !isBestand(naam))
      return geweigerd(`De variant ${naam} kennen wij niet. ${klaar}`)
    const variant = bekend === undefined ? await leesJson(context, naam, Variant) : gelukt(bekend)
    if (!variant.ok) return variant
    uit.push(variant.waarde)
  }
  return new Set(uit.map(({ id }) => id)).size === uit.length
    ? gelukt(uit)
    : geweigerd('Twee varianten hebben dezelfde id. Geef elke variant een eigen id.')
}

async function leesBevolking(
  context: Opdrachtcontext,
  pad: string | undefined,
  gemeente: string,
): Promise<Uitkomst<Marginalen, string>> {
  if (pad === undefined) {
    const mee = await findMarginalen(gemeente)
    return mee === undefined
      ? geweigerd(`Van ${gemeente} is geen bestand met tellingen. Geef er een met --bevolking.`)
      : gelukt(mee)
  }
  const ruw = await leesJson(context, pad, z.unknown())
  if (!ruw.ok) return ruw
  const gelezen = leesMarginalen(ruw.waarde)
  if (gelezen.ok) return gelezen
  return geweigerd(
    [
      `Het bestand ${pad} klopt niet.`,
      ...gelezen.reden
        .slice(0, 10)
        .map(({ pad: waar, zin }) => `${waar === '' ? 'het bestand' : waar}: ${zin}`),
    ].join('\n'),
  )
}

const euro = (cent: number): string => `€\u00a0${toonBedrag(rondAfVanNul(centen(cent)))}`
const band = ({ midden, laag, hoog }: Band): string => `${euro(midden)} (${euro(laag)} tot ${euro(hoog)})`
const aantal = (een: Band | null): string =>
  een === null ? 'minder dan 10' : `${een.midden} (${een.laag} tot ${een.hoog})`
const komma = (getal: number): string => String(getal).replace('.', ',')
const perMaand = (cent: number | null): string => (cent === null ? '–' : toonEuroCenten(centen(cent)))

/** Waar één cent meer inkomen geld kost; huishoudens met dezelfde klif staan bij elkaar. */
function klifzinnen(uit: Simulatieuitvoer, variant: string): string[] {
  const perKlif = new Map<string, string[]>()
  for (const { type, kliffen } of uit.curven.filter((een) => een.variant === variant))
    for (const { netto, sprong } of kliffen) {
      const klif = `één cent boven ${toonEuroCenten(centen(netto))} netto per maand kost ${toonEuroCenten(centen(sprong))} per maand`
      const naam = HUISHOUDTYPEN.find(({ id }) => id === type)?.naam ?? type
      perKlif.set(klif, [...(perKlif.get(klif) ?? []), naam])
    }
  return [...perKlif].map(([klif, namen]) => `  ${klif} (${namen.join('; ')})`)
}

/** Voor mensen: eerst wat het kost, dan wie het merkt, dan hoe zeker het is. */
function leesbaar(uit: Simulatieuitvoer): string[] {
  return [
    'SYNTHETISCH: een nagemaakte bevolking. Geen enkel getal gaat over een bestaand mens.',
    `${uit.inwoners} inwoners, ${uit.huishoudens} huishoudens, ${uit.metHulp.midden} met hulp; regels van ${uit.datum}; ${uit.reeksen} reeksen (tussen haakjes: 90 van de 100 reeksen).`,
    ...uit.doorgetrokken.map(
      ({ naam, tot, bron }) => `Doorgetrokken uit ${tot.slice(0, 4)}: ${naam} (${bron})`,
    ),
    ...uit.varianten.flatMap((een) => [
      '',
      `${een.variant.naam} (${een.variant.status}${een.besluiter === 'rijk' ? ', hier besluit het Rijk over' : ''})`,
      ...een.wijzigingen.map(({ naam, nu, straks }) => `  ${naam}: ${nu ?? 'niets'} wordt ${straks}`),
      ...een.kosten.lagen.map(({ naam, verschil }) => `  ${naam}: ${band(verschil)} per jaar verschil`),
      `  kost de gemeente per jaar: ${band(een.kosten.verschil)}`,
      ...een.gedrag.map(
        ({ naam, verschil, huishoudens }) =>
          `  als mensen hun gebruik aanpassen (${naam}): ${euro(verschil)}, ${huishoudens} huishoudens met hulp`,
      ),
      `  vooruit: ${aantal(een.vooruit)} huishoudens; achteruit: ${aantal(een.achteruit)}; meer dan € 10 per maand achteruit: ${aantal(een.merkbaar)}`,
      ...(een.kosten.zonderPgb
        ? ['  persoonsgebonden budgetten tellen niet mee: het tarief van de gemeente is niet bekend']
        : []),
      ...klifzinnen(uit, een.variant.id),
      ...een.groepen.perAs.flatMap(({ rijen }) =>
        rijen.map(
          ({ groep, aantal: mensen, gemiddeld, p5, p95 }) =>
            `    ${Object.values(groep).join(', ')}: ${mensen ?? 'minder dan 10'} huishoudens, gemiddeld ${perMaand(gemiddeld)} per maand, van ${perMaand(p5)} tot ${perMaand(p95)}`,
        ),
      ),
      ...(uit.gevoeligheid?.find(({ variant }) => variant === een.variant.id)?.rijen ?? []).map(
        (rij) =>
          `  gevoelig voor “${rij.naam}”: ${euro(rij.laag.verschil)} bij ${komma(rij.laag.waarde)}, ${euro(rij.hoog.verschil)} bij ${komma(rij.hoog.waarde)}`,
      ),
    ]),
    '',
    'Aannamen:',
    ...uit.aannamen.map(
      ({ naam, gebruikt, laag, hoog, waarom }) =>
        `  ${naam}: ${komma(gebruikt)} (${komma(laag)} tot ${komma(hoog)}). ${waarom}`,
    ),
  ]
}
