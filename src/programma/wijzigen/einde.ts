import { TIJDVAK_UITLEG } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { tijd, vindOnderdeel, zetOnderdeel } from '#programma/wijzigen/onderdeel-velden.ts'
import {
  Formulierlezer,
  verplichteAlinea,
  verplichtTijdvak,
  type Wijzigvorm,
} from '#programma/wijzigen/velden.ts'

export const beeindigVorm: Wijzigvorm = {
  soort: 'onderdeel',
  titel: (plan, sleutel) => `${vindOnderdeel(plan, sleutel)?.titel ?? sleutel} beëindigen`,
  lead: 'Een onderdeel wordt niet gewist. Het blijft staan met de dag en de reden waarop het ophield.',
  waarden: (plan, sleutel) => {
    const onderdeel = vindOnderdeel(plan, sleutel)
    return onderdeel && { op: tijd(onderdeel.beeindigd?.op), reden: onderdeel.beeindigd?.reden ?? '' }
  },
  groepen: () => [
    {
      velden: [
        {
          soort: 'regel',
          naam: 'op',
          label: 'Beëindigd op',
          uitleg: TIJDVAK_UITLEG,
          smal: true,
          verplicht: true,
        },
        { soort: 'vlak', naam: 'reden', label: 'Reden van het einde', regels: 3, verplicht: true },
      ],
    },
  ],
  pasToe: (plan, sleutel, getypt) => {
    const oud = vindOnderdeel(plan, sleutel)
    if (oud === undefined) return geweigerd([{ veld: 'op', tekst: 'Dit onderdeel is er niet meer.' }])
    const lezer = new Formulierlezer(getypt, {})
    const op = lezer.leesAltijd('op', undefined, verplichtTijdvak('wanneer het onderdeel eindigt'))
    const reden = lezer.leesAltijd('reden', '', verplichteAlinea('de reden'))
    return lezer.uitkomst(
      op === undefined ? plan : zetOnderdeel(plan, { ...oud, beeindigd: { op, reden } }),
      sleutel,
    )
  },
  terug: (sleutel) => `/onderdelen/${sleutel}`,
}

export const heropenVorm: Wijzigvorm = {
  soort: 'onderdeel',
  titel: (plan, sleutel) => `${vindOnderdeel(plan, sleutel)?.titel ?? sleutel} heropenen`,
  lead: 'Het onderdeel telt daarna weer mee als onderdeel dat loopt. De geschiedenis blijft bewaard.',
  waarden: (plan, sleutel) => (vindOnderdeel(plan, sleutel)?.beeindigd === undefined ? undefined : {}),
  groepen: () => [],
  pasToe: (plan, sleutel) => {
    const oud = vindOnderdeel(plan, sleutel)
    if (oud === undefined) return geweigerd([{ veld: 'waarom', tekst: 'Dit onderdeel is er niet meer.' }])
    return gelukt({ plan: zetOnderdeel(plan, { ...oud, beeindigd: undefined }), sleutel })
  },
  terug: (sleutel) => `/onderdelen/${sleutel}`,
}
