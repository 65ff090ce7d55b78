import { strToU8, zipSync } from 'fflate'
import { type Centen, centen, decimaalBedrag } from '#basis/geld.ts'
import type { Moment } from '#basis/moment.ts'
import type { Postsaldo } from '#grootboek/deur.ts'

/**
 * Fiscal Data Package 1.0.0rc1 (Frictionless Data, met de taxonomie voor begrotingen): één tabel met een fase per rij,
 * voor open data. Een zip met `datapackage.json` en `begroting.csv`.
 */

/** De fasen zoals het formaat ze kent, met wat zij bij ons zijn. */
const FASEN = { approved: 'Primitief', adjusted: 'Na wijziging', executed: 'Gerealiseerd' } as const
type Fase = keyof typeof FASEN

type Cel = { onderdeel: string | null; bron: string | null; taakveld: string; jaar: number; fase: Fase }

/** Namen bij sleutels; een sleutel zonder naam houdt zijn sleutel. */
export type Fdpkader = {
  gemeente: { code: string; naam: string }
  programma: { id: string; titel: string }
  onderdelen: ReadonlyMap<string, string>
  bronnen: ReadonlyMap<string, string>
  kop: { nr: number; hash: string; op: Moment | null }
  geldigTm: string | undefined
}

const ONBEKEND = 'nog-onbekend'
const TE_VERDELEN = 'nog-te-verdelen'

/** Wat een saldo aan elke fase bijdraagt. Na wijziging is alles wat vrij is, vastligt of besteed is. */
function fasenVan({ rekening, soort }: Postsaldo): Fase[] {
  if (rekening.soort === 'ruimte') return soort === 'raming' ? ['approved', 'adjusted'] : ['adjusted']
  if (rekening.soort === 'verplicht') return ['adjusted']
  return rekening.soort === 'realisatie' ? ['adjusted', 'executed'] : []
}

function telCellen(
  saldi: readonly Postsaldo[],
  programma: string,
): Map<string, Cel & { bedragCent: Centen }> {
  const cellen = new Map<string, Cel & { bedragCent: Centen }>()
  for (const saldo of saldi) {
    const { rekening, kenmerk } = saldo
    if (rekening.programma !== programma || !('onderdeel' in rekening) || rekening.soort === 'overgang')
      continue
    const taakveld = kenmerk.taakveld === undefined ? '' : `${kenmerk.taakveldschema}:${kenmerk.taakveld}`
    for (const fase of fasenVan(saldo)) {
      const cel = { onderdeel: rekening.onderdeel, bron: rekening.bron, taakveld, jaar: rekening.jaar, fase }
      const sleutel = JSON.stringify(cel)
      const tot = cellen.get(sleutel)?.bedragCent ?? 0
      cellen.set(sleutel, { ...cel, bedragCent: centen(tot + saldo.bedragCent) })
    }
  }
  return cellen
}

const KOLOMMEN = [
  ['regel', 'string', 'budget-line-id'],
  ['jaar', 'integer', 'date:fiscal-year'],
  ['fase', 'string', 'phase:id'],
  ['fase_naam', 'string', 'phase:label'],
  ['programma', 'string', 'activity:generic:program:code'],
  ['programma_naam', 'string', 'activity:generic:program:label'],
  ['onderdeel', 'string', 'activity:generic:project:code'],
  ['onderdeel_naam', 'string', 'activity:generic:project:label'],
  ['bron', 'string', 'fin-source:generic:code'],
  ['bron_naam', 'string', 'fin-source:generic:label'],
  ['taakveld', 'string', 'functional-classification:generic:code'],
  ['bedrag', 'number', 'value'],
] as const

/** Een veld met een komma of aanhalingsteken staat tussen aanhalingstekens (RFC 4180). */
const veld = (tekst: string): string => (/[",\r\n]/u.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst)

function csvVan(saldi: readonly Postsaldo[], kader: Fdpkader): string {
  const rijen = [...telCellen(saldi, kader.programma.id).values()]
    .filter(({ bedragCent }) => bedragCent !== 0)
    .map((cel) => {
      const onderdeel = cel.onderdeel ?? ONBEKEND
      const bron = cel.bron ?? TE_VERDELEN
      const regel = [cel.jaar, onderdeel, bron, cel.taakveld].filter((deel) => deel !== '').join('/')
      return [
        regel,
        String(cel.jaar),
        cel.fase,
        FASEN[cel.fase],
        kader.programma.id,
        kader.programma.titel,
        onderdeel,
        cel.onderdeel === null ? 'Nog onbekend' : (kader.onderdelen.get(onderdeel) ?? onderdeel),
        bron,
        cel.bron === null ? 'Nog te verdelen over de bronnen' : (kader.bronnen.get(bron) ?? bron),
        cel.taakveld,
        decimaalBedrag(cel.bedragCent),
      ]
    })
    .toSorted((een, ander) => (`${een[0]} ${een[2]}` < `${ander[0]} ${ander[2]}` ? -1 : 1))
  return [KOLOMMEN.map(([naam]) => naam), ...rijen].map((rij) => `${rij.map(veld).join(',')}\r\n`).join('')
}

const beschrijving = (kader: Fdpkader) => ({
  name: `${kader.gemeente.code}-${kader.programma.id}`,
  profile: 'fiscal-data-package',
  title: `${kader.programma.titel}, gemeente ${kader.gemeente.naam}`,
  countryCode: 'NL',
  granularity: 'aggregated',
  fiscalPeriod: kader.geldigTm === undefined ? undefined : { end: kader.geldigTm },
  description: `Begroting en realisatie per onderdeel, bron en jaar. Journaal tot en met boeking ${kader.kop.nr}, hash ${kader.kop.hash}.`,
  created: kader.kop.op ?? undefined,
  resources: [
    {
      name: 'begroting',
      path: 'begroting.csv',
      profile: 'tabular-data-resource',
      encoding: 'utf-8',
      schema: {
        fields: KOLOMMEN.map(([name, type, columnType]) => ({ name, type, columnType })),
        primaryKey: ['regel', 'fase'],
        extraFields: [
          { name: 'valuta', type: 'string', columnType: 'value-currency:code', constant: 'EUR' },
          { name: 'richting', type: 'string', columnType: 'direction', constant: 'expenditure' },
          {
            name: 'gemeente',
            type: 'string',
            columnType: 'geo:target:code',
            constant: kader.gemeente.code.toUpperCase(),
          },
        ],
      },
    },
  ],
})

/** Een vaste datum in de zip: hetzelfde journaal geeft dezelfde bytes. */
const ZIPDATUM = new Date(Date.UTC(1980, 0, 1, 12))

export function schrijfFdp(saldi: readonly Postsaldo[], kader: Fdpkader): Uint8Array<ArrayBuffer> {
  const bestanden = {
    'datapackage.json': strToU8(`${JSON.stringify(beschrijving(kader), null, 2)}\n`),
    'begroting.csv': strToU8(csvVan(saldi, kader)),
  }
  return new Uint8Array(zipSync(bestanden, { mtime: ZIPDATUM }))
}
