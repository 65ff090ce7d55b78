import { centen } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import {
  ASPECTEN,
  ASPECTNAAM,
  type Feiten,
  type Uitloopfeit,
  type Voortgangfeit,
} from '#verantwoording/feiten/feiten.ts'
import type { Geldregel } from '#verantwoording/feiten/geldfeiten.ts'
import { type BlokVan, STANDNAAM, STANDWOORDEN, type Standwoord } from '#verantwoording/rapport.ts'
import { tabelVan } from '#verantwoording/sjablonen/tabellen.ts'
import { euro } from '#verantwoording/sjablonen/zinnen.ts'

/** Grafieken, elk met de zin die zegt wat er te zien is en dezelfde cijfers als tabel. */

type Grafiek = BlokVan<'grafiek'>

/** Per groep of onderdeel: begroot tegen uitgegeven en vastgelegd. */
export function bulletGrafiek(id: string, wat: string, regels: readonly Geldregel[]): Grafiek {
  const grootste = regels.reduce<Geldregel | undefined>(
    (top, regel) => (top === undefined || regel.cijfers.naWijziging > top.cijfers.naWijziging ? regel : top),
    undefined,
  )
  const over = regels.filter(({ cijfers }) => cijfers.gerealiseerd > cijfers.naWijziging)
  const boodschap =
    over.length === 0
      ? `${wat === 'Groep' ? 'In geen groep' : 'Bij geen onderdeel'} is meer uitgegeven dan begroot`
      : `Meer uitgegeven dan begroot: ${opsomming(over.map(({ naam }) => naam))}`
  return {
    soort: 'grafiek',
    id,
    boodschap,
    beschrijving:
      grootste === undefined
        ? 'Er zijn geen bedragen om te tonen.'
        : `Liggende balken per ${wat.toLowerCase()}: uitgegeven en vastgelegd naast een streep voor wat er begroot is. Het meeste is begroot voor ${grootste.naam}, ${euro(grootste.cijfers.naWijziging)}.`,
    figuur: {
      vorm: 'bullet',
      rijen: regels.map(({ naam, cijfers, prognose }) => ({
        naam,
        begroot: cijfers.naWijziging,
        gerealiseerd: cijfers.gerealiseerd,
        verplicht: cijfers.verplicht,
        prognose,
      })),
    },
    tabel: tabelVan(
      { id: `${id}-tabel`, titel: boodschap },
      [
        ['naam', wat, 'tekst'],
        ['begroot', 'Begroot na wijziging', 'bedrag', 'som'],
        ['gerealiseerd', 'Uitgegeven', 'bedrag', 'som'],
        ['verplicht', 'Vastgelegd', 'bedrag', 'som'],
      ],
      regels.map(({ naam, cijfers }) => [naam, cijfers.naWijziging, cijfers.gerealiseerd, cijfers.verplicht]),
    ),
  }
}

/** Van wat er eerst begroot was naar wat er over is. */
export function watervalGrafiek(id: string, { geld, vraag }: Feiten): Grafiek {
  const { primitief, wijzigingen, gerealiseerd, verplicht, vrij } = geld.totaal.cijfers
  const stap = (naam: string, soort: 'stand' | 'stap', cent: number) => ({
    naam,
    soort,
    bedragCent: centen(cent),
  })
  const stappen = [
    stap('Begroot bij vaststelling', 'stand', primitief),
    stap('Wijzigingen', 'stap', wijzigingen),
    ...(geld.besteed
      ? [stap('Uitgegeven', 'stap', -gerealiseerd), stap('Vastgelegd', 'stap', -verplicht)]
      : []),
    stap(geld.besteed ? 'Over' : 'Begroot na wijziging', 'stand', vrij),
  ]
  const boodschap = !geld.besteed
    ? `De begroting voor ${vraag.jaar} is na wijziging ${euro(geld.totaal.cijfers.naWijziging)}`
    : vrij < 0
      ? `Er is ${euro(centen(-vrij))} meer uitgegeven en vastgelegd dan begroot`
      : `Van de begroting van ${vraag.jaar} is ${euro(vrij)} over`
  return {
    soort: 'grafiek',
    id,
    boodschap,
    beschrijving: `Een trap van bedragen: ${opsomming(stappen.map(({ naam, bedragCent }) => `${naam.toLowerCase()} ${euro(bedragCent)}`))}.`,
    figuur: { vorm: 'waterval', stappen },
    tabel: tabelVan(
      { id: `${id}-tabel`, titel: boodschap },
      [
        ['naam', 'Stap', 'tekst'],
        ['bedrag', 'Bedrag', 'bedrag'],
      ],
      stappen.map(({ naam, bedragCent }) => [naam, bedragCent]),
    ),
  }
}

/** Uit welke bron elke groep betaald wordt. */
export function stroomGrafiek(id: string, { geld, vraag }: Feiten): Grafiek {
  const stromen = geld.stromen.filter(({ bedragCent }) => bedragCent > 0)
  const onaf = new Set(geld.bronnen.filter((bron) => bron.onaf).map(({ naam }) => naam))
  const bronnen = [...new Set(stromen.map(({ van }) => van))].filter((van) => !onaf.has(van))
  const groepen = [...new Set(stromen.map(({ naar }) => naar))]
  const boodschap =
    stromen.length === 0
      ? `Voor ${vraag.jaar} is geen geld verdeeld`
      : bronnen.length === 0
        ? `Geld voor ${telwoord(groepen.length, 'groep', 'groepen')}, de bron is nog niet bekend`
        : `Geld voor ${telwoord(groepen.length, 'groep', 'groepen')}, uit ${telwoord(bronnen.length, 'bron', 'bronnen')}`
  return {
    soort: 'grafiek',
    id,
    boodschap,
    beschrijving: `Banden van links, de bronnen, naar rechts, de groepen. Hoe breder de band, hoe meer geld er in ${vraag.jaar} begroot is.`,
    figuur: { vorm: 'stroom', stromen: stromen.map((een) => ({ ...een })) },
    tabel: tabelVan(
      { id: `${id}-tabel`, titel: boodschap },
      [
        ['van', 'Bron', 'tekst'],
        ['naar', 'Groep', 'tekst'],
        ['bedrag', 'Begroot na wijziging', 'bedrag', 'som'],
      ],
      stromen.map(({ van, naar, bedragCent }) => [van, naar, bedragCent]),
    ),
  }
}

/** Begroot en uitgegeven per jaar van het programma. */
export function jarenGrafiek(id: string, { geld, moment }: Feiten): Grafiek {
  const jaarVanRapport = Number(moment.geldigTm.slice(0, 4))
  const uit = (regel: Geldregel): number | null =>
    geld.besteed && Number(regel.sleutel) <= jaarVanRapport ? regel.cijfers.gerealiseerd : null
  const hoogste = geld.jaren.reduce<Geldregel | undefined>(
    (top, regel) => (top === undefined || regel.cijfers.naWijziging > top.cijfers.naWijziging ? regel : top),
    undefined,
  )
  const boodschap =
    hoogste === undefined
      ? 'Het programma heeft geen bedragen per jaar'
      : `Het meeste geld staat in ${hoogste.naam}: ${euro(hoogste.cijfers.naWijziging)}`
  return {
    soort: 'grafiek',
    id,
    boodschap,
    beschrijving:
      'Twee lijnen over de jaren van het programma: wat er begroot is, en wat er is uitgegeven voor zover bekend.',
    figuur: {
      vorm: 'lijn',
      eenheid: '€',
      reeksen: [
        {
          naam: 'Begroot na wijziging',
          aard: 'plan',
          punten: geld.jaren.map(({ naam, cijfers }) => ({ x: naam, waarde: cijfers.naWijziging })),
        },
        {
          naam: 'Uitgegeven',
          aard: 'feit',
          punten: geld.jaren.map((regel) => ({ x: regel.naam, waarde: uit(regel) })),
        },
      ],
    },
    tabel: tabelVan(
      { id: `${id}-tabel`, titel: boodschap },
      [
        ['jaar', 'Jaar', 'tekst'],
        ['begroot', 'Begroot na wijziging', 'bedrag', 'som'],
        ['gerealiseerd', 'Uitgegeven', 'bedrag'],
      ],
      geld.jaren.map((regel) => [regel.naam, regel.cijfers.naWijziging, uit(regel)]),
    ),
  }
}

/** Wat een stel bronnen aan het eind van elk jaar nog heeft. */
export function uitloopGrafiek(id: string, { naam, rijen }: Uitloopfeit, boodschap: string): Grafiek {
  return {
    soort: 'grafiek',
    id,
    boodschap,
    beschrijving: `Lijnen over de jaren: wat er aan het eind van elk jaar over is uit ${naam}, volgens het plan en zoals het nu gaat.`,
    figuur: {
      vorm: 'lijn',
      eenheid: '€',
      reeksen: [
        {
          naam: 'Volgens het plan',
          aard: 'plan',
          punten: rijen.map(({ jaar, planCent }) => ({ x: String(jaar), waarde: planCent ?? null })),
        },
        {
          naam: 'Over',
          aard: 'feit',
          punten: rijen.map(({ jaar, saldoCent, verwacht }) => ({
            x: String(jaar),
            waarde: verwacht ? null : saldoCent,
          })),
        },
        {
          naam: 'Naar verwachting over',
          aard: 'verwachting',
          punten: rijen.map(({ jaar, saldoCent, verwacht }, i) => ({
            x: String(jaar),
            // Het laatste feit hoort bij beide, zodat de lijn doorloopt.
            waarde: verwacht || rijen[i + 1]?.verwacht === true ? saldoCent : null,
          })),
        },
      ],
    },
    tabel: tabelVan(
      { id: `${id}-tabel`, titel: boodschap },
      [
        ['jaar', 'Eind van', 'tekst'],
        ['in', 'Erbij', 'bedrag', 'som'],
        ['uit', 'Eraf', 'bedrag', 'som'],
        ['saldo', 'Over', 'bedrag'],
        ['plan', 'Over volgens het plan', 'bedrag'],
        ['soort', 'Feit of verwachting', 'tekst'],
      ],
      rijen.map(({ jaar, inCent, uitCent, saldoCent, planCent, verwacht }) => [
        String(jaar),
        inCent,
        uitCent,
        saldoCent,
        planCent ?? null,
        verwacht ? 'verwachting' : 'feit',
      ]),
    ),
  }
}

/** Hoeveel onderdelen op koers zijn, per aspect. */
export function standenGrafiek(id: string, voortgang: readonly Voortgangfeit[]): Grafiek {
  const rijen = ASPECTEN.map((aspect) => {
    const tel = (stand: Standwoord): number =>
      voortgang.filter(({ standen }) => standen[aspect].stand === stand).length
    return {
      naam: ASPECTNAAM[aspect],
      aantallen: {
        'op-koers': tel('op-koers'),
        'let-op': tel('let-op'),
        bijsturen: tel('bijsturen'),
        gestopt: tel('gestopt'),
        afgerond: tel('afgerond'),
        'geen-gegevens': tel('geen-gegevens'),
      },
    }
  })
  const opKoers = rijen[0]?.aantallen['op-koers'] ?? 0
  const boodschap = `${opKoers} van ${telwoord(voortgang.length, 'onderdeel', 'onderdelen')} ${opKoers === 1 ? 'is' : 'zijn'} met de inhoud op koers`
  return {
    soort: 'grafiek',
    id,
    boodschap,
    beschrijving: 'Drie balken, voor inhoud, tijd en geld, verdeeld naar hoe de onderdelen ervoor staan.',
    figuur: { vorm: 'standen', rijen },
    tabel: tabelVan(
      { id: `${id}-tabel`, titel: boodschap },
      [
        ['naam', 'Aspect', 'tekst'],
        ...STANDWOORDEN.map((stand) => [stand, STANDNAAM[stand], 'getal'] as const),
      ],
      rijen.map(({ naam, aantallen }) => [naam, ...STANDWOORDEN.map((stand) => aantallen[stand])]),
    ),
  }
}
