import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import { alsCent, type Ledensom, type Lezing } from '#programma/plancontrole/geld.ts'
import { gedrukteTotalen } from '#programma/plancontrole/ontleden.ts'
import { euro, naam, plaatsnaam, vindplaatsen } from '#programma/plancontrole/tonen.ts'

type Sluitpost = { knoop: Knoop; lezing: Lezing; totaal: Lezing; som: Ledensom }

/**
 * Een post die alleen op deze plaats staat, zonder jaren terwijl de andere rijen ze wel hebben, en die het totaal
 * precies rond maakt: zo ziet een sluitpost eruit.
 */
export function sluitpostVan(ouder: Knoop, plaatsId: string): Sluitpost | undefined {
  const geld = ouder.geld.lasten.get(plaatsId)
  const [totaal, som] = [geld?.lezingen.get('geheel'), geld?.ledensommen.get('geheel')]
  if (geld === undefined || totaal === undefined || som === undefined || totaal.cent !== som.cent)
    return undefined
  if (![...geld.ledensommen.keys()].some((tijd) => tijd !== 'geheel')) return undefined
  const posten = som.leden.filter(({ knoop }) => staatAlleenHier(knoop, plaatsId))
  const [post] = posten
  return post === undefined || posten.length > 1 ? undefined : { ...post, totaal, som }
}

function staatAlleenHier({ geld, kinderen, bron }: Knoop, plaatsId: string): boolean {
  const [hier] = geld.lasten.values()
  return (
    kinderen.length === 0 &&
    bron === undefined &&
    geld.lasten.size === 1 &&
    hier?.plaats.id === plaatsId &&
    hier.jaren.size === 0 &&
    hier.elkJaar.length === 0
  )
}

export function* sluitposten(feiten: Feiten): Generator<Vondst> {
  for (const ouder of feiten.boom)
    for (const plaatsId of ouder.geld.lasten.keys()) {
      const post = sluitpostVan(ouder, plaatsId)
      if (post !== undefined) yield vondst(feiten, ouder, post)
    }
}

type Mogelijkheid = { naam: string; totaal: number; overige: number; rest: number; scheelt: number }

function vondst(feiten: Feiten, ouder: Knoop, post: Sluitpost): Vondst {
  const { knoop, lezing, totaal } = post
  const andere = [...gedrukteTotalen(ouder, 'lasten'), ...gedrukteTotalen(ouder, 'beschikbaar')].filter(
    ({ cent }) => cent !== totaal.cent,
  )
  const mogelijkheden = andere.flatMap((ander) => bijAnderTotaal(feiten, ander, post))
  const goed = mogelijkheden.map(({ rest, naam }) => `${euro(rest)} bij ${naam}`)
  const betwist = andere.length > 0
  return {
    ernst: betwist ? 'fout' : 'aandacht',
    titel: `${naam(knoop)} is een sluitpost${betwist ? ' van een verkeerd totaal' : ''}`,
    uitleg:
      `${naam(knoop)} staat alleen in ${plaatsnaam(feiten, lezing.plaats)}, zonder jaren en zonder uitleg. ` +
      `Het bedrag van ${euro(lezing.cent)} maakt het totaal van ${euro(totaal.cent)} precies rond. ` +
      (betwist
        ? `Maar een andere plaats noemt een ander totaal. De post zou dan moeten zijn: ${goed.join('; ')}. Kies welk totaal geldt.`
        : 'Leg uit waar deze post voor is en wie erover beslist.'),
    plaatsen: vindplaatsen(feiten, lezing, totaal, ...andere),
    dingen: [knoop.ding, ouder.ding],
    kenmerk: lezing.plaats.id,
    verschilCent: alsCent(Math.abs(lezing.cent)),
    ...(betwist ? { oorzaak: `${naam(knoop)} is precies de sluitpost van een verkeerd totaal.` } : {}),
    ...(betwist ? { tabel: tabelVan(mogelijkheden) } : {}),
  }
}

function tabelVan(mogelijkheden: readonly Mogelijkheid[]): NonNullable<Vondst['tabel']> {
  return {
    kop: ['Als dit geldt', 'Totaal', 'Andere posten samen', 'Dan blijft over', 'Verschil met nu'],
    rijen: mogelijkheden.map(({ naam, totaal, overige, rest, scheelt }) => ({
      naam,
      centen: [alsCent(totaal), alsCent(overige), alsCent(rest), alsCent(scheelt)],
    })),
  }
}

const HOOGSTENS_GETOOND = 6

/** Wat er voor deze post overblijft bij een ander totaal, en als een andere rij haar andere bedrag krijgt. */
function bijAnderTotaal(feiten: Feiten, ander: Lezing, { lezing, som }: Sluitpost): Mogelijkheid[] {
  const overige = som.cent - lezing.cent
  const bij = (tekst: string, andereSom: number): Mogelijkheid => ({
    naam: tekst,
    totaal: ander.cent,
    overige: andereSom,
    rest: ander.cent - andereSom,
    scheelt: lezing.cent - (ander.cent - andereSom),
  })
  const totaaltekst = `totaal ${euro(ander.cent)}`
  const wissels = som.termen.flatMap((term) => {
    const rij = feiten.knoop(term.over)
    if (rij === undefined || term.periode !== 'geheel') return []
    const bedragen = new Set(gedrukteTotalen(rij, 'lasten').map(({ cent }) => cent))
    bedragen.delete(term.bedragCent)
    return [...bedragen].map((cent) =>
      bij(`${totaaltekst} en ${naam(rij)} ${euro(cent)}`, overige - term.bedragCent + cent),
    )
  })
  return [bij(totaaltekst, overige), ...wissels].slice(0, HOOGSTENS_GETOOND)
}
