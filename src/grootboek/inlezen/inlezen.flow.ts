import type { Klok } from '#basis/datum.ts'
import type { GemeenteDb, Lezer } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder } from '#grootboek/boekhouder.flow.ts'
import { beeldVan, type Verschilbeeld } from '#grootboek/inlezen/beeld.ts'
import {
  findGeldende,
  findGeldendeVanBoekingen,
  findLaatste,
  findRegelsVan,
  type Geldend,
} from '#grootboek/inlezen/bronregel.store.ts'
import { type Doorgevoerd, voerDoor } from '#grootboek/inlezen/doorvoeren.flow.ts'
import {
  findInlezing,
  findInlezingenVanBestand,
  findLaatsteInlezing,
  findLatereOver,
  type Inlezing,
} from '#grootboek/inlezen/inlezing.store.ts'
import type { Gelezen } from '#grootboek/inlezen/lezen.ts'
import {
  type Gewenst,
  type Huidig,
  isLeeg,
  telVerschil,
  type Verschil,
  vergelijk,
  verschilafdruk,
} from '#grootboek/inlezen/verschil.ts'
import {
  findFinancieringen,
  findKoppelregels,
  findKoppelstand,
} from '#grootboek/koppeling/koppeling.store.ts'
import { type Koppeling, maakKoppeling } from '#grootboek/koppeling/koppeling.ts'
import { type Bezoek, type Dader, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Van een gelezen bestand naar boekingen: alles of niets, en alleen wat er veranderd is. */

/** Wie inleest: iemand die is ingelogd, of de beheerder op de opdrachtregel. */
export type Inlezer = { db: GemeenteDb; klok: Pick<Klok, 'nu'> } & Dader

export type Inleesopdracht = {
  gelezen: Gelezen
  /** Waar geld komt te staan dat nog nergens bij hoort. */
  programma: string
  /** Afdruk van het verschil dat iemand zag; is het intussen een ander verschil, dan gebeurt er niets. */
  verwacht?: string | undefined
}

export type Ingelezen =
  | { soort: 'geboekt'; inlezing: number; beeld: Verschilbeeld; doorgevoerd: Doorgevoerd }
  /** Er was niets te doen: alles stond er al precies zo. */
  | { soort: 'gelijk'; beeld: Verschilbeeld }

export type Inleesweigering =
  | { code: 'mag_niet' }
  | { code: 'intussen_veranderd'; beeld: Verschilbeeld }
  /** Een regel over wat er niet bij hoort, geldt niet meer: het bestand moet opnieuw worden gelezen. */
  | { code: 'opnieuw_lezen' }

export async function laadKoppeling(lezer: Lezer): Promise<{ koppeling: Koppeling; stand: string }> {
  const koppeling = maakKoppeling(await findKoppelregels(lezer), await findFinancieringen(lezer))
  return { koppeling, stand: await findKoppelstand(lezer) }
}

/** Is precies dit bestand al het laatste wat er is ingelezen, met dezelfde koppeling? Dan hoeft het niet gelezen. */
export async function findAlIngelezen(lezer: Lezer, afdruk: string): Promise<Inlezing | undefined> {
  const stand = await findKoppelstand(lezer)
  for (const eerder of await findInlezingenVanBestand(lezer, afdruk)) {
    const laatste = await findLaatsteInlezing(lezer, eerder.administratie)
    if (laatste?.nummer === eerder.nummer && eerder.koppelstand === stand) return eerder
  }
  return undefined
}

const alsHuidig = ({ regel, doel, boeking }: Geldend): Huidig => ({ regel, doel, boeking })

type Vergelijking = {
  verschil: Verschil
  huidig: Map<string, Huidig>
  duid: (huidig: Huidig) => Gewenst | undefined
  stand: string
}

/** Legt het bestand naast wat er nu geldt. */
async function vergelijkMet(
  lezer: Lezer,
  { gelezen, programma }: Inleesopdracht,
): Promise<Uitkomst<Vergelijking, 'opnieuw_lezen'>> {
  const { koppeling, stand } = await laadKoppeling(lezer)
  const { administratie, van, tot } = gelezen.verslag.bereik
  if (stand !== gelezen.koppelstand && gelezen.rekeningen.some(({ nietAantal }) => nietAantal > 0))
    return geweigerd('opnieuw_lezen')
  const gewenst = new Map<string, Gewenst>()
  for (const regel of gelezen.regels) {
    const duiding = koppeling.duid({ administratie, ...codesVan(regel) }, regel.datum, programma)
    if (duiding.soort === 'boeken') gewenst.set(regel.sleutel, { regel, duiding })
  }
  const geldend = await findGeldende(lezer, administratie)
  const huidig = new Map(geldend.map((een) => [een.regel.sleutel, alsHuidig(een)]))
  const soorten = new Set(gelezen.soorten)
  const zelfdeBestand = new Set(
    geldend.filter((een) => een.van === van && een.tot === tot).map(({ regel }) => regel.sleutel),
  )
  const hoortErNogTeStaan = ({ regel }: Huidig): boolean =>
    soorten.has(regel.soort) &&
    ((van <= regel.datum && regel.datum <= tot) || zelfdeBestand.has(regel.sleutel))
  const duid = ({ regel }: Huidig): Gewenst | undefined => {
    const wens = gewenst.get(regel.sleutel)
    if (wens !== undefined) return wens
    const duiding = koppeling.duid({ administratie, ...codesVan(regel) }, regel.datum, programma)
    return duiding.soort === 'boeken' ? { regel, duiding } : undefined
  }
  return gelukt({ verschil: vergelijk(huidig, gewenst, hoortErNogTeStaan), huidig, duid, stand })
}

const codesVan = ({ rekening, kostenplaats, project }: Gelezen['regels'][number]) => ({
  rekening,
  kostenplaats,
  project,
})

/** Wat dit bestand zou veranderen; er wordt niets vastgelegd. */
export async function bekijkInlezing(
  lezer: Lezer,
  opdracht: Inleesopdracht,
): Promise<Uitkomst<Verschilbeeld, Inleesweigering>> {
  const vergeleken = await vergelijkMet(lezer, opdracht)
  if (!vergeleken.ok) return geweigerd({ code: vergeleken.reden })
  return gelukt(beeldVan(vergeleken.waarde.verschil, opdracht.gelezen.verslag.bereik.administratie))
}

/** Legt vast wat het bestand verandert, in één transactie. */
export function leesIn(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  opdracht: Inleesopdracht,
): Promise<Uitkomst<Ingelezen, Inleesweigering>> {
  if (!magBezoeker(bezoek, 'invoer.inlezen')) return Promise.resolve(geweigerd({ code: 'mag_niet' }))
  return leesInAls(boekhouder, bezoek, opdracht)
}

/** Hetzelfde voor wie geen bezoeker is: de opdrachtregel en het voorbeeld. */
export function leesInAls(boekhouder: Boekhouder, inlezer: Inlezer, opdracht: Inleesopdracht) {
  const { gelezen, programma, verwacht } = opdracht
  const { verslag } = gelezen
  return boekhouder.voerUit<Ingelezen, Inleesweigering>(inlezer.db, inlezer.klok, {
    werk: async (ronde) => {
      const vergeleken = await vergelijkMet(ronde.tx, opdracht)
      if (!vergeleken.ok) return geweigerd({ code: vergeleken.reden })
      const { verschil, stand, ...rest } = vergeleken.waarde
      const beeld = beeldVan(verschil, verslag.bereik.administratie)
      if (verwacht !== undefined && beeld.afdruk !== verwacht)
        return geweigerd({ code: 'intussen_veranderd', beeld })
      if (isLeeg(verschil)) return gelukt({ soort: 'gelijk', beeld })
      const doorgevoerd = await voerDoor(ronde, {
        ...rest,
        verschil,
        door: inlezer.wie?.account ?? null,
        nu: inlezer.klok.nu(),
        inlezing: {
          soort: 'bestand',
          afdruk: gelezen.afdruk,
          uitbreiding: gelezen.uitbreiding,
          vorm: verslag.vorm,
          programma,
          ...verslag.bereik,
          invoersoorten: [...gelezen.soorten],
          regels: verslag.regels,
          debet: verslag.debetCent,
          credit: verslag.creditCent,
          telling: telVerschil(verschil),
          rekeningen: gelezen.rekeningen,
          bevindingen: verslag.bevindingen,
          koppelstand: stand,
          ongedaan: null,
        },
      })
      ronde.daarna((tx) => schrijfLogboek(tx, inlezer, 'invoer.inlezen', `inlezing ${doorgevoerd.nummer}`))
      return gelukt({ soort: 'geboekt', inlezing: doorgevoerd.nummer, beeld, doorgevoerd })
    },
  })
}

export type Ongedaanweigering =
  | { code: 'mag_niet' }
  | { code: 'inlezing_onbekend' }
  /** Alleen een bestand is ongedaan te maken; een andere koppeling zet men terug in de koppeling. */
  | { code: 'geen_bestand' }
  | { code: 'al_ongedaan'; door: number }
  /** Een later bestand ging ervan uit dat deze regels geboekt waren. */
  | { code: 'later_ingelezen'; later: number }
  | { code: 'intussen_veranderd'; beeld: Verschilbeeld }

export async function bekijkOngedaan(
  lezer: Lezer,
  nummer: number,
): Promise<Uitkomst<Verschilbeeld, Ongedaanweigering>> {
  const terug = await zoekTerug(lezer, nummer)
  if (!terug.ok) return terug
  return gelukt(beeldVan(terug.waarde.verschil, terug.waarde.inlezing.administratie))
}

/** Draait een inlezing terug: alles wat zij veranderde, staat daarna weer zoals het ervoor stond. */
export async function maakOngedaan(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  { nummer, verwacht }: { nummer: number; verwacht?: string | undefined },
): Promise<Uitkomst<Doorgevoerd, Ongedaanweigering>> {
  if (!magBezoeker(bezoek, 'invoer.inlezen')) return geweigerd({ code: 'mag_niet' })
  return boekhouder.voerUit<Doorgevoerd, Ongedaanweigering>(bezoek.db, bezoek.klok, {
    werk: async (ronde) => {
      const terug = await zoekTerug(ronde.tx, nummer)
      if (!terug.ok) return terug
      const { inlezing, verschil, huidig, duid, stand } = terug.waarde
      if (verwacht !== undefined && verschilafdruk(verschil) !== verwacht)
        return geweigerd({ code: 'intussen_veranderd', beeld: beeldVan(verschil, inlezing.administratie) })
      const { op, teruggedraaid, ...rest } = inlezing
      const doorgevoerd = await voerDoor(ronde, {
        verschil,
        huidig,
        duid,
        door: bezoek.wie?.account ?? null,
        nu: bezoek.klok.nu(),
        inlezing: {
          ...rest,
          soort: 'ongedaan',
          // Dit is niet nog eens het bestand: lees het gerust opnieuw in.
          afdruk: null,
          ongedaan: nummer,
          telling: telVerschil(verschil),
          koppelstand: stand,
          rekeningen: [],
          bevindingen: [],
        },
      })
      ronde.daarna((tx) => schrijfLogboek(tx, bezoek, 'invoer.inlezen', `inlezing ${nummer} ongedaan`))
      return gelukt(doorgevoerd)
    },
  })
}

async function zoekTerug(lezer: Lezer, nummer: number) {
  const inlezing = await findInlezing(lezer, nummer)
  if (inlezing === undefined) return geweigerd({ code: 'inlezing_onbekend' } as const)
  if (inlezing.soort !== 'bestand') return geweigerd({ code: 'geen_bestand' } as const)
  if (inlezing.teruggedraaid !== null)
    return geweigerd({ code: 'al_ongedaan', door: inlezing.teruggedraaid } as const)
  const later = await findLatereOver(lezer, inlezing)
  if (later !== undefined) return geweigerd({ code: 'later_ingelezen', later: later.nummer } as const)
  const { administratie, programma } = inlezing
  const sleutels = (await findRegelsVan(lezer, nummer, 0, null)).map(({ regel }) => regel.sleutel)
  const nu = (await findLaatste(lezer, administratie, sleutels)).filter(({ weg }) => !weg)
  const toen = (await findLaatste(lezer, administratie, sleutels, nummer)).filter(({ weg }) => !weg)
  const { koppeling, stand } = await laadKoppeling(lezer)
  const duid = ({ regel }: Huidig): Gewenst | undefined => {
    const duiding = koppeling.duid({ administratie, ...codesVan(regel) }, regel.datum, programma)
    return duiding.soort === 'boeken' ? { regel, duiding } : undefined
  }
  const gewenst = new Map<string, Gewenst>()
  for (const een of toen) {
    const wens = duid(een)
    if (wens !== undefined) gewenst.set(een.regel.sleutel, wens)
  }
  const verschil = vergelijk(
    new Map(nu.map((een) => [een.regel.sleutel, alsHuidig(een)])),
    gewenst,
    () => true,
  )
  const boekingen = nu.flatMap(({ boeking }) => (boeking === null ? [] : [boeking]))
  const samen = await findGeldendeVanBoekingen(lezer, administratie, boekingen)
  const huidig = new Map([...samen, ...nu].map((een) => [een.regel.sleutel, alsHuidig(een)]))
  return gelukt({ inlezing, verschil, huidig, duid, stand })
}
