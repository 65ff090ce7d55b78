import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Leest een PDF met pdf.js, zoals een hulpmiddel voor wie niet ziet dat doet: langs de structuur, niet langs de plek. */

export type Knoop = { rol: string; alt?: string | undefined; kinderen: Knoop[]; merken: string[] }
type Ruw = { role?: string; alt?: string; children?: Ruw[]; type?: string; id?: string }

function knoopVan(ruw: Ruw): Knoop {
  const kinderen = ruw.children ?? []
  return {
    rol: ruw.role ?? '',
    alt: ruw.alt,
    kinderen: kinderen.filter(({ role }) => role !== undefined).map(knoopVan),
    merken: kinderen.flatMap(({ type, id }) => (type === 'content' && id !== undefined ? [id] : [])),
  }
}

export const alleKnopen = (knoop: Knoop): Knoop[] => [knoop, ...knoop.kinderen.flatMap(alleKnopen)]

/** Alles wat inkt op papier zet. */
const TEKENT = new Set(
  [OPS.showText, OPS.constructPath, OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.shadingFill].map(
    Number,
  ),
)

export type Pdfblad = {
  structuur: Knoop
  /** Handelingen die buiten elk merk vallen: inkt die geen hulpmiddel kent. */
  ongemerkt: number
  /** Merken in de inhoud, en de merken waar de structuur naar verwijst. */
  merken: Set<number>
  verwezen: Set<number>
}

async function leesBlad(pdf: PDFDocumentProxy, nr: number): Promise<Pdfblad> {
  const blad = await pdf.getPage(nr)
  const structuur = knoopVan(((await blad.getStructTree()) ?? { role: 'Root' }) satisfies Ruw)
  const { fnArray, argsArray } = await blad.getOperatorList()
  const merken = new Set<number>()
  let [diep, ongemerkt] = [0, 0]
  for (const [i, handeling] of fnArray.entries()) {
    if (handeling === OPS.beginMarkedContent || handeling === OPS.beginMarkedContentProps) diep++
    if (handeling === OPS.endMarkedContent) diep--
    if (TEKENT.has(handeling) && diep === 0) ongemerkt++
    const merk: unknown = handeling === OPS.beginMarkedContentProps ? argsArray[i]?.[1] : undefined
    if (typeof merk === 'number') merken.add(merk)
  }
  const verwezen = new Set(
    alleKnopen(structuur).flatMap((knoop) => knoop.merken.map((id) => Number(/_mc(\d+)$/u.exec(id)?.[1]))),
  )
  return { structuur, ongemerkt, merken, verwezen }
}

/** pdf.js geeft een Map of een object, naar zijn versie. */
const staatAan = (info: unknown, naam: string): boolean =>
  info instanceof Map ? info.get(naam) === true : Object(info)[naam] === true

export async function leesPdf(bytes: Uint8Array) {
  const taak = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await taak.promise
  try {
    const { info, metadata } = await pdf.getMetadata()
    const bladen = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => leesBlad(pdf, i + 1)))
    return {
      info: new Map(Object.entries(info)),
      pdfua: String(metadata?.get('pdfuaid:part')),
      gemerkt: staatAan(await pdf.getMarkInfo(), 'Marked'),
      bladwijzers: ((await pdf.getOutline()) ?? []).map(({ title, items }) => ({
        titel: title,
        onder: items.map((item: { title: string }) => item.title),
      })),
      bladen,
    }
  } finally {
    await taak.destroy()
  }
}
