import { mijlpaalkolommen } from '#programma/mijlpalen/delen.tsx'
import { type Mijlpaalstand, mijlpaalstanden } from '#programma/mijlpalen/mijlpaal.ts'
import { findMijlpaalmeldingen, findMijlpaalnamen } from '#programma/mijlpalen/mijlpalen.store.ts'
import type { Onderdeel } from '#programma/plan.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { opGrootte, type Risico } from '#programma/risicos/risico.ts'
import { findRisicoregels, findRisicos } from '#programma/risicos/risicos.store.ts'
import { bereik } from '#programma/risicos/tabel.ts'
import { Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Op de pagina van een onderdeel: hoe het met zijn mijlpalen staat, en voor wie dat mag zijn open risico's. */

export type Onderdeelvoortgang = { standen: readonly Mijlpaalstand[]; risicos: readonly Risico[] }

export const leesOnderdeelvoortgang = (van: Planbezoek, onderdeel: Onderdeel): Promise<Onderdeelvoortgang> =>
  van.bezoek.db.lees(async (lezer) => {
    const meldingen = await findMijlpaalmeldingen(lezer, van.kop.id, { onderdeel: onderdeel.id })
    const concept = van.mag('plan.concept.lezen')
    const namen = meldingen.length === 0 ? [] : await findMijlpaalnamen(lezer, van.kop.id, { concept })
    const risicos = van.mag('risico.lezen')
      ? (await findRisicos(lezer, van.kop.id)).filter(
          (risico) => risico.onderdeel === onderdeel.id && risico.stand === 'open',
        )
      : []
    const { regels } = await findRisicoregels(lezer, van.kop.id)
    return { standen: mijlpaalstanden([onderdeel], meldingen, namen), risicos: opGrootte(risicos, regels) }
  })

export function OnderdeelMijlpalen({ van, voortgang }: { van: Planbezoek; voortgang: Onderdeelvoortgang }) {
  const { standen, risicos } = voortgang
  return (
    <>
      {standen.length > 0 && (
        <Sectie kop="Mijlpalen: gepland en bereikt" id="mijlpalen">
          <Tabel
            bijschrift="Mijlpalen van dit onderdeel"
            bijschriftVerborgen
            rijen={standen}
            kolommen={mijlpaalkolommen(van)}
          />
        </Sectie>
      )}
      {risicos.length > 0 && (
        <Sectie kop="Risico's" id="risicos" onder="Alleen te zien voor wie aan het programma werkt.">
          <Zijbalklijst
            items={risicos.map((risico) => ({
              tekst: <Link href={van.pad(`/risicos/${risico.nummer}`)}>{risico.gebeurtenis}</Link>,
              bij: `R${risico.nummer}: kost dan ${bereik(risico)}`,
            }))}
          />
        </Sectie>
      )}
    </>
  )
}
