import { hoofdletter, telwoord } from '#basis/tekst.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import { alsCent, type Bedrag, type PlaatsGeld } from '#programma/plancontrole/geld.ts'
import { gedrukteTotalen } from '#programma/plancontrole/ontleden.ts'
import { euro, naam, namen, plaatsnaam, vindplaats, vindplaatsen } from '#programma/plancontrole/tonen.ts'

type Rekensom = {
  knoop: Knoop
  geld: PlaatsGeld
  perJaar: Bedrag
  totaal: ReturnType<typeof gedrukteTotalen>[number]
}

/** Een bedrag per jaar keer het aantal jaren van het programma is het totaal. */
export function* perJaarMaalJaren(feiten: Feiten): Generator<Vondst> {
  const kortere = new Map<string, { ouder: Knoop; jaren: number; sommen: Rekensom[] }>()
  for (const rekensom of rekensommen(feiten)) {
    const { knoop, perJaar, totaal } = rekensom
    const jaren = totaal.cent / perJaar.bedragCent
    if (!Number.isInteger(jaren) || jaren < 1 || nergensZo(rekensom)) {
      yield klopNiet(feiten, rekensom)
      continue
    }
    if (jaren === feiten.tot - feiten.van + 1) continue
    const ouder = knoop.ouder ?? feiten.wortel
    const sleutel = `${ouder.ding.soort}:${ouder.ding.id}:${jaren}`
    const groep = kortere.get(sleutel) ?? { ouder, jaren, sommen: [] }
    groep.sommen.push(rekensom)
    kortere.set(sleutel, groep)
  }
  for (const { ouder, jaren, sommen } of kortere.values())
    yield anderAantalJaren(feiten, ouder, jaren, sommen)
}

function* rekensommen(feiten: Feiten): Generator<Rekensom> {
  for (const knoop of feiten.boom)
    for (const geld of knoop.geld.lasten.values())
      for (const perJaar of geld.elkJaar) {
        if (perJaar.benadering !== undefined || perJaar.bedragCent === 0) continue
        const eigen = geld.lezingen.get('geheel')
        const totaal = eigen?.hoe === 'gedrukt' ? eigen : gedrukteTotalen(knoop, 'lasten')[0]
        if (totaal !== undefined && (totaal.termen[0]?.benadering ?? null) === null)
          yield { knoop, geld, perJaar, totaal }
      }
}

/** Wel jaarbedragen elders, maar geen enkel jaar heeft dit bedrag. */
function nergensZo({ knoop, perJaar }: Rekensom): boolean {
  const jaren = [...knoop.geld.lasten.values()].flatMap(({ jaren }) => [...jaren.values()].flat())
  return jaren.length > 0 && !jaren.some(({ bedragCent }) => bedragCent === perJaar.bedragCent)
}

function klopNiet(feiten: Feiten, { knoop, geld, perJaar, totaal }: Rekensom): Vondst {
  const jaren = [...knoop.geld.lasten.values()].flatMap((elders) =>
    [...elders.lezingen.values()].filter(({ tijd }) => tijd !== 'geheel'),
  )
  return {
    ernst: 'fout',
    titel: `${naam(knoop)}: het bedrag per jaar past niet bij het totaal`,
    uitleg:
      `${hoofdletter(plaatsnaam(feiten, geld.plaats))} noemt ${euro(perJaar.bedragCent)} per jaar. ` +
      `Het totaal is ${euro(totaal.cent)}. Dat is geen heel aantal jaren, of de bedragen per jaar zijn elders anders. ` +
      'Reken na welk bedrag niet klopt.',
    plaatsen: [vindplaats(feiten, perJaar), ...vindplaatsen(feiten, totaal, ...jaren)],
    dingen: [knoop.ding],
    kenmerk: geld.plaats.id,
    verschilCent: alsCent(
      Math.abs(totaal.cent - perJaar.bedragCent * Math.round(totaal.cent / perJaar.bedragCent)),
    ),
  }
}

function anderAantalJaren(feiten: Feiten, ouder: Knoop, jaren: number, sommen: readonly Rekensom[]): Vondst {
  const knopen = sommen.map(({ knoop }) => knoop)
  const duur = feiten.tot - feiten.van + 1
  return {
    ernst: 'waarschijnlijk',
    titel: `${naam(ouder)}: er is gerekend met ${telwoord(jaren, 'jaar', 'jaar')}, het programma duurt er ${duur}`,
    uitleg:
      `Bij ${namen(knopen)} is het totaal ${jaren} keer het bedrag per jaar. ` +
      `Het programma loopt van ${feiten.van} tot en met ${feiten.tot}: ${telwoord(duur, 'jaar', 'jaar')}. ` +
      'Zeg voor welke jaren het bedrag geldt, of pas het totaal aan.',
    plaatsen: sommen.flatMap(({ perJaar, totaal }) => [
      vindplaats(feiten, perJaar),
      ...vindplaatsen(feiten, totaal),
    ]),
    dingen: knopen.map(({ ding }) => ding),
    ...(sommen.length === 1 && sommen[0] !== undefined
      ? { verschilCent: alsCent(Math.abs(sommen[0].perJaar.bedragCent * duur - sommen[0].totaal.cent)) }
      : {}),
  }
}
