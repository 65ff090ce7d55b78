import { Readable } from 'node:stream'
import { type Datum, datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { momentVan } from '#basis/moment.ts'
import { type Boekhouder, maakBoekhouder } from '#grootboek/boekhouder.flow.ts'
import { laadKoppeling, leesIn } from '#grootboek/inlezen/inlezen.flow.ts'
import { type Gelezen, leesInvoer } from '#grootboek/inlezen/lezen.ts'
import type { Invoerlezer, Invoerregel, Invoerverslag } from '#grootboek/invoer.ts'
import { insertKoppelregels } from '#grootboek/koppeling/koppeling.store.ts'
import type { Doel, Voorwaarden } from '#grootboek/koppeling/koppelregel.ts'
import { naamVan } from '#grootboek/rekening.ts'
import { findPostsaldi, findTijdstip } from '#grootboek/stand.store.ts'
import { TESTKLOK, testBezoek } from '#test/bezoek.ts'
import type { Bezoek } from '#toegang/deur.ts'

/** Bestanden uit een verzonnen financieel systeem, voor tests van het inlezen. */

export type Proefregel = Partial<Invoerregel> & { sleutel: string }

export function proefregel(anders: Proefregel): Invoerregel {
  const { sleutel } = anders
  return {
    soort: 'realisatie',
    datum: datum('2024-03-01'),
    jaar: 2024,
    bedragCent: centen(100_00),
    rekening: '43210',
    rekeningnaam: 'Inhuur',
    kostenplaats: '6210',
    project: 'P1',
    stuk: null,
    plaats: { regel: 1, boekstuk: sleutel },
    ...anders,
  }
}

export type Proefbestand = {
  regels: readonly Invoerregel[]
  administratie?: string
  van?: string
  tot?: string
  bevindingen?: Invoerverslag['bevindingen']
}

/** Het bestand als bytes, zodat ook de afdruk ervan verschilt als de inhoud verschilt. */
export const alsBytes = (bestand: Proefbestand): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(bestand))

/** Leest wat `alsBytes` schreef: doet wat een echte lezer doet, met dezelfde afspraken. */
export const proeflezer: Invoerlezer = async (bron, ontvang, opties) => {
  const delen: Uint8Array[] = []
  for await (const deel of bron) delen.push(deel)
  const bestand = JSON.parse(Buffer.concat(delen).toString('utf8')) as Proefbestand
  let [debet, credit] = [0, 0]
  for (const regel of bestand.regels) {
    ontvang(regel)
    if (regel.bedragCent > 0) debet += regel.bedragCent
    else credit -= regel.bedragCent
  }
  opties?.voortgang?.({ gelezen: 1, totaal: 1, regels: bestand.regels.length })
  const verslag: Invoerverslag = {
    vorm: 'proef',
    bereik: {
      administratie: bestand.administratie ?? 'adm',
      van: datum(bestand.van ?? '2024-01-01'),
      tot: datum(bestand.tot ?? '2024-12-31'),
    },
    regels: bestand.regels.length,
    debetCent: centen(debet),
    creditCent: centen(credit),
    bevindingen: bestand.bevindingen ?? [],
  }
  const fout = verslag.bevindingen.some(({ ernst }) => ernst === 'fout')
  return fout ? { ok: false, reden: verslag } : { ok: true, waarde: verslag }
}

export const stroomVan = (bytes: Uint8Array): AsyncIterable<Uint8Array> => Readable.from([bytes])

export async function leesProef(db: GemeenteDb, bestand: Proefbestand, meesteRegels = 1_000) {
  const { koppeling, stand } = await db.lees(laadKoppeling)
  const opties = { uitbreiding: 'xaf', meesteRegels }
  return leesInvoer(proeflezer, stroomVan(alsBytes(bestand)), koppeling, stand, opties)
}

export async function gelezenProef(db: GemeenteDb, bestand: Proefbestand): Promise<Gelezen> {
  const gelezen = await leesProef(db, bestand)
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.reden))
  return gelezen.waarde
}

/** De saldi van nu per rekening, zonder de lege: `p:-:realisatie:-:2024` → centen. */
export async function standen(db: GemeenteDb, geldigTm?: Datum): Promise<Record<string, number>> {
  const saldi = await db.lees(async (lezer) => findPostsaldi(lezer, await findTijdstip(lezer, { geldigTm })))
  const uit: Record<string, number> = {}
  for (const { rekening, bedragCent } of saldi) {
    const naam = naamVan(rekening)
    uit[naam] = (uit[naam] ?? 0) + bedragCent
  }
  return Object.fromEntries(
    Object.entries(uit)
      .filter(([, cent]) => cent !== 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const GEEN: Voorwaarden = { administratie: null, rekening: null, kostenplaats: null, project: null }

/** Alles met deze codes hoort bij dit onderdeel en komt uit deze bron. */
export const naarOnderdeel = (onderdeel: string, bron: string | null): Doel => ({
  soort: 'onderdeel',
  programma: 'p',
  onderdeel,
  bron: { soort: 'bron', bron },
  kenmerk: {},
})

/** Legt een koppelregel vast zonder om te boeken. */
export const koppelZonderMeer = (
  db: GemeenteDb,
  voorwaarden: Partial<Voorwaarden>,
  doel: Doel,
): Promise<void> =>
  db.schrijf((tx) =>
    insertKoppelregels(
      tx,
      [
        {
          ...GEEN,
          ...voorwaarden,
          regel: nieuwId(TESTKLOK.nu()),
          versie: 1,
          van: null,
          tot: null,
          doel,
          vervallen: false,
        },
      ],
      null,
      momentVan(TESTKLOK.nu()),
    ),
  )

export type Inleesplek = { db: GemeenteDb; boekhouder: Boekhouder; bezoek: Bezoek }

/** Een verse gemeente waar project P1 bij de inloop hoort, betaald door het rijk. */
export async function beginInlezen(db: GemeenteDb): Promise<Inleesplek> {
  await koppelZonderMeer(db, { project: 'P1' }, naarOnderdeel('inloop', 'rijk'))
  return { db, boekhouder: maakBoekhouder(), bezoek: await testBezoek(db, 'financieel-adviseur') }
}

export async function leesProefIn(
  { boekhouder, bezoek }: Inleesplek,
  bestand: Proefbestand,
  verwacht?: string,
) {
  const gelezen = await gelezenProef(bezoek.db, bestand)
  return leesIn(boekhouder, bezoek, { gelezen, programma: 'p', verwacht })
}

/** Leest in en eist dat er iets geboekt is. */
export async function boekProef(
  plek: Inleesplek,
  regels: readonly Invoerregel[],
  anders: Partial<Proefbestand> = {},
) {
  const uitkomst = await leesProefIn(plek, { regels, ...anders })
  if (!uitkomst.ok || uitkomst.waarde.soort !== 'geboekt') throw new Error(JSON.stringify(uitkomst))
  return uitkomst.waarde
}
