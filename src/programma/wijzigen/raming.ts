import { jaarVan } from '#basis/datum.ts'
import { toonBedrag } from '#basis/geld.ts'
import { geweigerd } from '#basis/uitkomst.ts'
import type { Plan, Raming } from '#programma/plan.ts'
import { jarenTussen } from '#programma/planbeeld.ts'
import { vindOnderdeel } from '#programma/wijzigen/onderdeel-velden.ts'
import {
  bedrag,
  Formulierlezer,
  jaartal,
  ofLeeg,
  rijsleutels,
  type Veld,
  type Waarden,
  type Wijzigvorm,
} from '#programma/wijzigen/velden.ts'

/** De geldende raming van één onderdeel: per jaar een bedrag per bron. */

/** Met hoofdletters, zodat het nooit de sleutel van een bron is. */
const ONBEKEND = 'ONBEKEND'
const VERDELING_ONBEKEND = 'Verdeling over bronnen onbekend'

const celVan = ({ jaar, bron }: Pick<Raming, 'jaar' | 'bron'>): string => `${jaar}.${bron ?? ONBEKEND}`

const ramingVan = (plan: Plan, sleutel: string): Raming[] =>
  plan.raming.filter(({ onderdeel }) => onderdeel === sleutel)

function waardenVan(plan: Plan, sleutel: string): Waarden {
  const getoond = cellenVan(plan, sleutel).map((cel) => [`bedrag.${cel}`, ''])
  const gevuld = ramingVan(plan, sleutel).map((regel) => [
    `bedrag.${celVan(regel)}`,
    toonBedrag(regel.bedragCent).replace('\u2212', '-'),
  ])
  return Object.fromEntries([...getoond, ...gevuld])
}

/** Elk jaar van het programma en van de raming, met elke bron die bij het onderdeel hoort. */
function cellenVan(plan: Plan, sleutel: string): string[] {
  const regels = ramingVan(plan, sleutel)
  const eigen = new Set<string | null>([
    ...(vindOnderdeel(plan, sleutel)?.bronnen ?? []),
    ...regels.map(({ bron }) => bron),
  ])
  const { van, tot } = plan.programma
  const jaren = [...new Set([...jarenTussen(jaarVan(van), jaarVan(tot)), ...regels.map(({ jaar }) => jaar)])]
  const bronnen = [...plan.bronnen.map(({ id }) => id).filter((id) => eigen.has(id)), null]
  return jaren.sort((a, b) => a - b).flatMap((jaar) => bronnen.map((bron) => celVan({ jaar, bron })))
}

const bronkeuzes = (plan: Plan) => [
  { waarde: ONBEKEND, tekst: VERDELING_ONBEKEND },
  ...plan.bronnen.map(({ id, naam }) => ({ waarde: id, tekst: naam })),
]

const ontleedCel = (plan: Plan, cel: string): Pick<Raming, 'jaar' | 'bron'> | undefined => {
  const [jaar = '', bron = ''] = cel.split('.')
  if (!jaartal(jaar).ok) return undefined
  if (bron === ONBEKEND) return { jaar: Number(jaar), bron: null }
  const gevonden = plan.bronnen.find(({ id }) => id === bron)
  return gevonden && { jaar: Number(jaar), bron: gevonden.id }
}

/** Nog een bedrag, in een jaar of uit een bron die nog niet op het scherm staat. */
function leesExtra(
  plan: Plan,
  lezer: Formulierlezer,
): Pick<Raming, 'jaar' | 'bron' | 'bedragCent'> | undefined {
  if (lezer.tekst('extra.bedrag') === '' && lezer.tekst('extra.jaar') === '') return undefined
  const jaar = lezer.leesAltijd('extra.jaar', undefined, jaartal)
  const bedragCent = lezer.leesAltijd('extra.bedrag', undefined, bedrag)
  const cel = jaar === undefined ? undefined : ontleedCel(plan, `${jaar}.${lezer.tekst('extra.bron')}`)
  if (jaar !== undefined && cel === undefined) lezer.meld('extra.bron', 'Kies een bron uit de lijst.')
  return cel === undefined || bedragCent === undefined ? undefined : { ...cel, bedragCent }
}

export const ramingVorm: Wijzigvorm = {
  soort: 'raming',
  titel: (plan, sleutel) => `Geld van ${vindOnderdeel(plan, sleutel)?.titel ?? sleutel}`,
  lead: 'Dit is de geldende raming: wat het onderdeel per jaar mag kosten, en uit welke bron. Een leeg veld betekent: geen bedrag.',
  waarden: (plan, sleutel) =>
    vindOnderdeel(plan, sleutel) === undefined ? undefined : waardenVan(plan, sleutel),
  groepen: (plan, _sleutel, waarden) => {
    const naam = new Map(bronkeuzes(plan).map(({ waarde, tekst }) => [waarde, tekst]))
    const perJaar = Map.groupBy(rijsleutels(waarden, 'bedrag'), (cel) => cel.split('.')[0] ?? '')
    const jaren = [...perJaar].sort(([a], [b]) => (a < b ? -1 : 1))
    return [
      ...jaren.map(([jaar, cellen]) => ({
        kop: jaar,
        naast: true as const,
        velden: cellen.map((cel): Veld => {
          const bron = cel.slice(jaar.length + 1)
          return { soort: 'bedrag', naam: `bedrag.${cel}`, label: `${naam.get(bron) ?? bron} (€)` }
        }),
      })),
      {
        kop: 'Nog een bedrag',
        onder: 'Voor een ander jaar of een bron die hierboven niet staat. Laat leeg als het niet nodig is.',
        velden: [
          { soort: 'regel', naam: 'extra.jaar', label: 'Jaar', smal: true, verplicht: false },
          { soort: 'keuze', naam: 'extra.bron', label: 'Bron', keuzes: bronkeuzes(plan) },
          { soort: 'bedrag', naam: 'extra.bedrag', label: 'Bedrag (€)', verplicht: false },
        ],
      },
    ]
  },
  pasToe: (plan, sleutel, getypt) => {
    const onderdeel = vindOnderdeel(plan, sleutel)
    if (onderdeel === undefined)
      return geweigerd([{ veld: 'waarom', tekst: 'Dit onderdeel is er niet meer.' }])
    const lezer = new Formulierlezer(getypt, waardenVan(plan, sleutel))
    const regels = new Map(ramingVan(plan, sleutel).map((regel) => [celVan(regel), regel]))
    for (const cel of lezer.rijen('bedrag')) {
      if (!lezer.aangeraakt(`bedrag.${cel}`)) continue
      const plek = ontleedCel(plan, cel)
      const bedragCent = lezer.leesAltijd(`bedrag.${cel}`, undefined, ofLeeg(bedrag, undefined))
      if (plek === undefined) lezer.meld(`bedrag.${cel}`, 'Deze bron staat niet meer in het plan.')
      else if (bedragCent === undefined) regels.delete(cel)
      // Een ander bedrag dan het document noemt, is er niet meer aan ontleend: de vermelding hoort er niet meer bij.
      else regels.set(cel, { onderdeel: onderdeel.id, ...plek, bedragCent })
    }
    const extra = leesExtra(plan, lezer)
    if (extra !== undefined && regels.has(celVan(extra)))
      lezer.meld(
        'extra.jaar',
        'Voor dit jaar en deze bron staat hierboven al een bedrag. Verander dat bedrag.',
      )
    else if (extra !== undefined) regels.set(celVan(extra), { onderdeel: onderdeel.id, ...extra })
    const overig = plan.raming.filter((regel) => regel.onderdeel !== onderdeel.id)
    return lezer.uitkomst({ ...plan, raming: [...overig, ...regels.values()] }, sleutel)
  },
  terug: (sleutel) => `/onderdelen/${sleutel}`,
}
