import type { Datum } from '#basis/datum.ts'
import { gelukt, type Uitkomst } from '#basis/uitkomst.ts'
import { leesBesluit } from '#programma/besluiten/invoer.ts'
import { Besluitvelden } from '#programma/besluiten/velden.tsx'
import type { Besluit, NieuwBesluit } from '#programma/plan.store.ts'
import { toonBesluit } from '#programma/versies/versies.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutVan } from '#ui/formulier.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Een besluit uit het register kiezen, of voor wie dat mag een nieuw besluit invullen. */
export function Besluitkeuze(props: {
  besluiten: readonly Besluit[]
  magNieuw: boolean
  leeg: string
  waarden: Waarden
  fouten: readonly VeldFout[]
}) {
  const { waarden, fouten, magNieuw } = props
  const open = fouten.some(({ veld }) => veld !== 'besluit') || Boolean(waarden['onderwerp'])
  return (
    <>
      <KeuzeVeld
        naam="besluit"
        label="Besluit uit het register"
        leeg={props.leeg}
        uitleg={
          magNieuw ? undefined : 'Staat het er niet bij? De programmamanager legt het vast bij Besluiten.'
        }
        keuzes={props.besluiten.map((besluit) => ({
          waarde: besluit.id,
          tekst: `${besluit.onderwerp} (${toonBesluit(besluit)})`,
        }))}
        waarde={waarden['besluit']}
        fout={foutVan(fouten, 'besluit')}
      />
      {magNieuw && (
        <Meer kop="Een besluit dat nog niet in het register staat" open={open}>
          <Besluitvelden waarden={waarden} fouten={fouten} />
        </Meer>
      )}
    </>
  )
}

export type Besluitinvoer = { bestaand: string } | { nieuw: Omit<NieuwBesluit, 'id'> } | undefined

/** Wat er gekozen of ingevuld is; `undefined` als alles leeg is. */
export function leesBesluitkeuze(waarden: Waarden, vandaag: Datum): Uitkomst<Besluitinvoer, VeldFout[]> {
  const bestaand = waarden['besluit'] ?? ''
  if (bestaand !== '') return gelukt({ bestaand })
  if (['orgaan', 'datum', 'nummer', 'onderwerp'].every((naam) => (waarden[naam] ?? '').trim() === ''))
    return gelukt(undefined)
  const nieuw = leesBesluit(waarden, vandaag)
  return nieuw.ok ? gelukt({ nieuw: nieuw.waarde }) : nieuw
}
