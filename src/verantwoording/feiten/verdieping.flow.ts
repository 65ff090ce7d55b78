import { type Datum, eersteDag, jaarVan, laatsteDag } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { type Meting, ONTBREEKNAAM } from '#metingen/deur.ts'
import {
  findDoelmetingen,
  findDrempel,
  findMijlpaalstanden,
  findOpenbareVoortgang,
  findRisicos,
  type Indicatorbeeld,
  KANSNAAM,
  type Mijlpaalstand,
  type Plan,
  toonBegin,
  toonStreef,
  type Voortgang,
} from '#programma/deur.ts'
import type { Feitenkeuze } from '#verantwoording/feiten/feiten.flow.ts'
import type {
  Indicatorfeit,
  Metingfeit,
  Mijlpaalfeit,
  Risicofeit,
  Verdieping,
  Voortgangfeit,
} from '#verantwoording/feiten/feiten.ts'
import type { Drempel } from '#verantwoording/feiten/geldfeiten.ts'
import { periodeVan, type Rapportvraag } from '#verantwoording/feiten/vraag.ts'

/** Wat er over voortgang, doelen, mijlpalen en risico's bekend was op de tijden van het rapport. */
export async function leesVerdieping(
  lezer: Lezer,
  plan: Plan,
  { vraag, geldigTm, bekend }: Feitenkeuze,
): Promise<Verdieping & { drempel: Drempel }> {
  const bekendTot = bekend.op
  const id = plan.programma.id
  const past = (onderdeel: string | null): boolean =>
    vraag.soort !== 'dossier' || onderdeel === vraag.onderdeel
  const voortgang = await findOpenbareVoortgang(lezer, id, { jaar: vraag.jaar, bekendTot })
  const risicos = await findRisicos(lezer, id, { bekendTot })
  return {
    drempel: (await findDrempel(lezer, { bekendTot })).drempel,
    voortgang: laatstePerOnderdeel(voortgang, vraag).filter(({ onderdeel }) => past(onderdeel)),
    indicatoren: (await findDoelmetingen(lezer, plan, { bekendTot, geldigTm })).flatMap(({ indicatoren }) =>
      indicatoren.map(indicatorfeit),
    ),
    mijlpalen: (await findMijlpaalstanden(lezer, plan, { bekendTot }))
      .filter((een) => past(een.onderdeel) && hoortBij(een, vraag, geldigTm))
      .map((een) => mijlpaalfeit(een, geldigTm)),
    risicos: risicos
      .filter(({ stand, onderdeel }) => stand === 'open' && past(onderdeel))
      .map(
        ({
          onderdeel,
          gebeurtenis,
          oorzaak,
          gevolg,
          kans,
          laagCent,
          hoogCent,
          maatregel,
          eigenaarrol,
        }): Risicofeit => ({
          onderdeel,
          gebeurtenis,
          oorzaak,
          gevolg,
          kans: KANSNAAM[kans],
          laagCent,
          hoogCent,
          maatregel,
          eigenaar: eigenaarrol,
        }),
      ),
  }
}

/** Over een jaar telt wat het laatst over een onderdeel gemeld is; een kwartaal kijkt alleen naar zichzelf. */
function laatstePerOnderdeel(voortgang: readonly Voortgang[], vraag: Rapportvraag): Voortgangfeit[] {
  const telt = voortgang.filter(({ kwartaal }) => vraag.soort !== 'kwartaal' || kwartaal === vraag.kwartaal)
  const laatste = new Map<string, Voortgang>()
  for (const een of telt) {
    const eerder = laatste.get(een.onderdeel)
    if (eerder === undefined || eerder.kwartaal < een.kwartaal) laatste.set(een.onderdeel, een)
  }
  return [...laatste.values()].map(({ onderdeel, kwartaal, oordelen, gedaan, komt, verklaring }) => ({
    onderdeel,
    kwartaal,
    standen: oordelen,
    gedaan,
    komt,
    verklaring,
  }))
}

const indicatorfeit = ({ doel, indicator, metingen }: Indicatorbeeld): Indicatorfeit => ({
  doel: doel.titel,
  naam: indicator.naam,
  eenheid: indicator.eenheid,
  nulwaarde: indicator.nulwaarde === undefined ? null : toonBegin(indicator),
  streefwaarde: indicator.streefwaarde === undefined ? null : toonStreef(indicator),
  bron: indicator.bron ?? null,
  metingen: metingen.map(metingfeit),
})

const metingfeit = (meting: Meting): Metingfeit => ({
  tijdvak: meting.tijdvak,
  waarde: meting.waarde,
  ontbreekt: meting.ontbreekt === null ? null : ONTBREEKNAAM[meting.ontbreekt],
  aantal: meting.aantal,
  ondergrens: meting.ondergrens,
  bovengrens: meting.bovengrens,
  soort: meting.soort,
})

const bereiktOp = ({ laatste }: Mijlpaalstand, geldigTm: Datum): Datum | null =>
  laatste?.fase === 'bereikt' && laatste.bereiktOp !== null && laatste.bereiktOp <= geldigTm
    ? laatste.bereiktOp
    : null

/** Gepland of gehaald in de periode, of al eerder gepland en nog niet gehaald. */
function hoortBij(een: Mijlpaalstand, vraag: Rapportvraag, geldigTm: Datum): boolean {
  if (!een.inPlan || een.laatste?.fase === 'vervallen') return false
  const { van, tm } = periodeVan(vraag)
  const bereikt = bereiktOp(een, geldigTm)
  if (bereikt !== null) return bereikt >= van
  const verwacht = een.gepland ?? een.laatste?.verwacht ?? null
  return verwacht === null
    ? jaarVan(van) === jaarVan(tm) && een.laatste !== undefined
    : eersteDag(verwacht) <= tm
}

const mijlpaalfeit = (een: Mijlpaalstand, geldigTm: Datum): Mijlpaalfeit => ({
  onderdeel: een.onderdeel,
  wat: een.wat,
  gepland: een.gepland ?? een.geplandLetterlijk,
  verwacht: een.laatste?.fase === 'verwacht' ? (een.laatste.verwacht ?? een.laatste.letterlijk) : een.gepland,
  bereikt: bereiktOp(een, geldigTm),
  gemeld: een.laatste !== undefined,
  teLaat:
    een.laatste !== undefined &&
    bereiktOp(een, geldigTm) === null &&
    een.gepland !== null &&
    laatsteDag(een.gepland) <= geldigTm,
})
