import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boeking, Boekopdracht } from '#grootboek/boeking.ts'
import { type Budget, gaAan, ruimte } from '#grootboek/gebeurtenissen.ts'
import { findInstellingen } from '#grootboek/instelling/instelling.store.ts'
import { type Bezwaar, buitenLooptijd, type Instellingen } from '#grootboek/instelling/instelling.ts'
import type { Boekweigering } from '#grootboek/journaal.ts'
import { boekInOpen } from '#grootboek/periode/uitwijken.ts'
import { naamVan, type Rekening } from '#grootboek/rekening.ts'
import type { Ronde } from '#grootboek/ronde.flow.ts'
import {
  bronnenVan,
  type Deel,
  type Jaarbedrag,
  somVan,
  verdeelOverBronnen,
} from '#grootboek/verplichting/betaling.ts'
import { type Deelstand, deelstanden } from '#grootboek/verplichting/leven.ts'
import {
  findLaatsteNummer,
  findLevenVan,
  findRuimterekeningen,
  findVerplichtingkop,
  insertVerplichting,
  isAfgesloten,
} from '#grootboek/verplichting/verplichting.store.ts'
import {
  type Aangaan,
  type Meerwerk,
  nummerVan,
  ruimtebezwaren,
} from '#grootboek/verplichting/verplichting.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Wat aangaan, meerwerk en goedkeuren delen: keuren en boeken achter het slot. Beslist niet over mandaat. */

export type Verplichtingweigering =
  | { code: 'mag_niet' }
  | { code: 'bedrag_niet_positief' }
  | { code: 'omschrijving_ontbreekt' }
  | { code: 'tot_voor_van' }
  | { code: 'verplichting_onbekend' }
  | { code: 'verplichting_afgesloten' }
  | Bezwaar
  | Boekweigering

/** Wie boekt, en met welk gezag: haar eigen mandaat, of dat van de tweede die goedkeurde. */
export type Gezag = { door: string | null; mandaat: string | null; tweede: string | null }

/** De adviseur boekt nog in een periode die voorlopig dicht is. */
export const magInVoorlopig = (bezoek: Pick<Bezoek, 'wie'>): boolean => magBezoeker(bezoek, 'periode.sluiten')

/** Wat er vrij is per jaar en bron, en over alle bronnen samen, met wat in deze ronde al geboekt is. */
export type Vrijeruimte = {
  vrij: (jaar: number, bron: string | null) => Centen
  totaal: (jaar: number) => Centen
}

export async function laadRuimte(
  ronde: Ronde,
  budget: Pick<Budget, 'programma' | 'onderdeel'>,
  jaren: readonly number[],
  bronnen: readonly (string | null)[],
): Promise<Vrijeruimte> {
  const bekend = await findRuimterekeningen(ronde.tx, budget.programma, budget.onderdeel, jaren)
  const gevraagd = jaren.flatMap((jaar) =>
    [null, ...bronnen].map((bron) => ruimte({ ...budget, jaar, bron })),
  )
  const rekeningen = new Map<string, Rekening>(
    [...bekend, ...gevraagd].map((rekening) => [naamVan(rekening), rekening]),
  )
  await ronde.laadSaldi([...rekeningen.values()])
  return {
    vrij: (jaar, bron) => {
      const rekening = ruimte({ ...budget, jaar, bron })
      return rekeningen.has(naamVan(rekening)) ? ronde.saldo(rekening) : centen(0)
    },
    totaal: (jaar) =>
      centen(
        [...rekeningen.values()].reduce(
          (som, rekening) =>
            rekening.soort === 'ruimte' && rekening.jaar === jaar ? som + ronde.saldo(rekening) : som,
          0,
        ),
      ),
  }
}

export type Gekeurd = {
  instellingen: Instellingen
  delen: Deel[]
  bezwaren: Bezwaar[]
  bedragCent: Centen
}

/** Verdeelt over de bronnen en zegt wat opvalt, tegen de stand achter het slot. */
export async function keurDelen(
  ronde: Ronde,
  budget: Pick<Budget, 'programma' | 'onderdeel'>,
  invoer: Pick<Aangaan, 'jaren' | 'betaling' | 'geldigOp' | 'looptijd'>,
): Promise<Gekeurd> {
  const jaren = voegJarenSamen(invoer.jaren)
  const stand = await laadRuimte(
    ronde,
    budget,
    jaren.map(({ jaar }) => jaar),
    bronnenVan(invoer.betaling),
  )
  const delen = verdeelOverBronnen(jaren, invoer.betaling, stand.vrij)
  return {
    instellingen: await findInstellingen(ronde.tx),
    delen,
    bezwaren: [
      ...ruimtebezwaren(delen, stand.vrij, stand.totaal),
      ...buitenLooptijd(invoer.geldigOp, invoer.looptijd),
    ],
    bedragCent: somVan(delen),
  }
}

function voegJarenSamen(jaren: readonly Jaarbedrag[]): Jaarbedrag[] {
  const som = new Map<number, number>()
  for (const { jaar, bedragCent } of jaren) som.set(jaar, (som.get(jaar) ?? 0) + bedragCent)
  return [...som].map(([jaar, bedrag]) => ({ jaar, bedragCent: centen(bedrag) }))
}

/** Een verplichting zoals zij achter het slot staat. */
export type Geladen = {
  programma: string
  onderdeel: string | null
  standen: Deelstand[]
  afgesloten: boolean
}

export async function laadVerplichting(
  ronde: Ronde,
  programma: string,
  verplichting: string,
  /** Wat ditzelfde werk er al op boekte en nog niet te lezen is. */
  erbij: readonly Boeking[] = [],
): Promise<Geladen | undefined> {
  const leven = await findLevenVan(ronde.tx, programma, verplichting)
  const standen = deelstanden([...leven, ...erbij], verplichting)
  const eerste = standen[0]
  if (eerste === undefined) return undefined
  const kop = await findVerplichtingkop(ronde.tx, verplichting)
  return {
    programma,
    onderdeel: kop === undefined ? eerste.budget.onderdeel : kop.onderdeel,
    standen,
    afgesloten: await isAfgesloten(ronde.tx, verplichting),
  }
}

export const aangegaanCent = (standen: readonly Deelstand[]): Centen =>
  centen(standen.reduce((som, stand) => som + stand.aangegaanCent, 0))

export type Boekdeel = Pick<Boekopdracht, 'tekst'> & { gezag: Gezag; bezoek: Bezoek; inVoorlopig: boolean }

/** Legt de delen vast op de verplichting, nieuw of uitgebreid. */
const boekDelen = (
  ronde: Ronde,
  { geldigOp, kenmerk, uitwijkNaar }: Pick<Aangaan, 'geldigOp' | 'kenmerk' | 'uitwijkNaar'>,
  budget: Pick<Budget, 'programma' | 'onderdeel'>,
  verplichting: string,
  delen: readonly Deel[],
  { gezag, tekst, inVoorlopig }: Boekdeel,
): Uitkomst<Boeking, Boekweigering> =>
  boekInOpen(
    ronde,
    {
      soort: 'verplichting',
      geldigOp,
      grondslag: { soort: 'verplichting', kenmerk: verplichting },
      regels: delen.flatMap(({ bron, jaar, bedragCent }) =>
        gaAan({ ...budget, bron, jaar }, verplichting, bedragCent, kenmerk),
      ),
      ...gezag,
      tekst,
      inVoorlopig,
    },
    uitwijkNaar,
  )

/** Boekt een nieuwe verplichting en schrijft haar in het register. */
export async function boekAangaan(
  ronde: Ronde,
  invoer: Aangaan,
  delen: readonly Deel[],
  deel: Boekdeel,
): Promise<Uitkomst<{ verplichting: string; boeking: number }, Boekweigering>> {
  const { programma, onderdeel } = invoer
  const jaar = jaarVan(invoer.geldigOp)
  const verplichting = nummerVan(jaar, (await findLaatsteNummer(ronde.tx, jaar)) + 1)
  const geboekt = boekDelen(ronde, invoer, { programma, onderdeel }, verplichting, delen, deel)
  if (!geboekt.ok) return geboekt
  const boeking = geboekt.waarde.nr
  ronde.daarna(async (tx) => {
    const { van, tot } = invoer
    const [door, op] = [deel.gezag.door, deel.bezoek.klok.nu()]
    await insertVerplichting(tx, {
      id: verplichting,
      jaar,
      programma,
      onderdeel,
      boeking,
      van,
      tot,
      door,
      op,
    })
    await schrijfLogboek(tx, deel.bezoek, 'verplichting.aangaan', `verplichting ${verplichting}`)
  })
  return gelukt({ verplichting, boeking })
}

export function boekMeerwerk(
  ronde: Ronde,
  invoer: Meerwerk,
  budget: Pick<Budget, 'programma' | 'onderdeel'>,
  delen: readonly Deel[],
  deel: Boekdeel,
): Uitkomst<{ verplichting: string; boeking: number }, Boekweigering> {
  const { verplichting } = invoer
  const geboekt = boekDelen(ronde, invoer, budget, verplichting, delen, deel)
  if (!geboekt.ok) return geboekt
  ronde.daarna((tx) =>
    schrijfLogboek(tx, deel.bezoek, 'verplichting.aangaan', `meerwerk op verplichting ${verplichting}`),
  )
  return gelukt({ verplichting, boeking: geboekt.waarde.nr })
}

/** Elk bedrag positief en samen meer dan niets: minder werk is vrijval. */
export const keurBedragen = (jaren: readonly Jaarbedrag[]): Uitkomst<undefined, Verplichtingweigering> =>
  jaren.length === 0 || jaren.some(({ bedragCent }) => bedragCent <= 0)
    ? geweigerd({ code: 'bedrag_niet_positief' })
    : gelukt(undefined)
