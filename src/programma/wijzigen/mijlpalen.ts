import { TIJDVAK_UITLEG } from '#basis/tijdvak-invoer.ts'
import { geweigerd } from '#basis/uitkomst.ts'
import type { Mijlpaal } from '#programma/plan.ts'
import { tijd, vindOnderdeel, zetOnderdeel } from '#programma/wijzigen/onderdeel-velden.ts'
import { leesRijen, rijgroepen } from '#programma/wijzigen/rijen.ts'
import {
  Formulierlezer,
  ofLeeg,
  verplichteZin,
  verplichtTijdvak,
  type Waarden,
  type Wijzigvorm,
  zin,
} from '#programma/wijzigen/velden.ts'

/** De mijlpalen van één onderdeel, samen op één scherm. */

const VELDEN = ['wat', 'wanneer', 'letterlijk', 'verwacht'] as const

const waardenVan = (mijlpalen: readonly Mijlpaal[]): Waarden =>
  Object.fromEntries(
    mijlpalen.flatMap(({ id, wat, wanneer, letterlijk, verwacht }) => [
      [`wat.${id}`, wat],
      [`wanneer.${id}`, tijd(wanneer)],
      [`letterlijk.${id}`, letterlijk ?? ''],
      [`verwacht.${id}`, verwacht ? 'ja' : ''],
    ]),
  )

export const mijlpalenVorm: Wijzigvorm = {
  soort: 'onderdeel',
  titel: (plan, sleutel) => `Mijlpalen van ${vindOnderdeel(plan, sleutel)?.titel ?? sleutel}`,
  lead: 'Verander mijlpalen, haal ze weg of voeg er onderaan een toe.',
  waarden: (plan, sleutel) => {
    const onderdeel = vindOnderdeel(plan, sleutel)
    return onderdeel && waardenVan(onderdeel.mijlpalen)
  },
  groepen: (_plan, _sleutel, waarden) =>
    rijgroepen(
      waarden,
      'wat',
      { een: 'Mijlpaal', nieuw: 'Nieuwe mijlpaal', onder: 'Laat leeg als er geen mijlpaal bij komt.' },
      (rij, nieuw) => [
        { soort: 'regel', naam: `wat.${rij}`, label: 'Wat is er dan klaar', verplicht: !nieuw },
        {
          soort: 'regel',
          naam: `wanneer.${rij}`,
          label: 'Wanneer',
          uitleg: TIJDVAK_UITLEG,
          smal: true,
          verplicht: false,
        },
        {
          soort: 'regel',
          naam: `letterlijk.${rij}`,
          label: 'In de woorden van het plan',
          uitleg: 'Bijvoorbeeld: zomer 2023.',
          verplicht: false,
        },
        { soort: 'vinkje', naam: `verwacht.${rij}`, label: 'Dit is een verwachting' },
      ],
    ),
  pasToe: (plan, sleutel, getypt) => {
    const oud = vindOnderdeel(plan, sleutel)
    if (oud === undefined) return geweigerd([{ veld: 'waarom', tekst: 'Dit onderdeel is er niet meer.' }])
    const lezer = new Formulierlezer(getypt, waardenVan(oud.mijlpalen))
    const mijlpalen = leesRijen<Mijlpaal>(lezer, {
      velden: VELDEN,
      bestaand: new Map(oud.mijlpalen.map((mijlpaal) => [mijlpaal.id, mijlpaal])),
      lees: (naam, eerder, id) => {
        const wat = lezer.leesAltijd(naam('wat'), eerder?.wat ?? '', verplichteZin('wat er dan klaar is'))
        return {
          ...eerder,
          id: eerder?.id ?? id(wat),
          wat,
          wanneer: lezer.lees(
            naam('wanneer'),
            eerder?.wanneer ?? null,
            ofLeeg(verplichtTijdvak('wanneer het klaar is'), null),
          ),
          letterlijk: lezer.lees(naam('letterlijk'), eerder?.letterlijk, zin('de woorden van het plan')),
          verwacht: lezer.aan(naam('verwacht')) ? true : undefined,
        }
      },
    })
    return lezer.uitkomst(zetOnderdeel(plan, { ...oud, mijlpalen }), sleutel)
  },
  terug: (sleutel) => `/onderdelen/${sleutel}`,
}
