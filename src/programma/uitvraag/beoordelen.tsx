import type { Child } from 'hono/jsx'
import { telwoord } from '#basis/tekst.ts'
import type { Uitvraagprops } from '#programma/uitvraag/uitvraag.page.tsx'
import { faseVan } from '#programma/uitvraag/uitvraag-delen.tsx'
import { Voortgangverhaal } from '#programma/voortgang/delen.tsx'
import type { Invulregel } from '#programma/voortgang/invulbeeld.store.ts'
import { kwartaalsleutel } from '#programma/voortgang/kwartaal.ts'
import type { VeldFout } from '#programma/wijzigen/velden.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Sectie } from '#ui/kop.tsx'
import { TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Wat is ingediend: lezen, akkoord of terug. */
export function Beoordelen({ van, uitvraag, invul, getypt }: Uitvraagprops) {
  const ingediend = invul.regels.filter((regel) => faseVan(regel) === 'ingediend')
  const akkoord = invul.regels.filter((regel) => faseVan(regel) === 'akkoord')
  const fouten = getypt.fouten.filter(({ veld }) => veld.startsWith('opmerking.'))
  if (ingediend.length === 0 && fouten.length === 0 && akkoord.length === 0) return null
  return (
    <Sectie
      kop="Beoordelen"
      id="beoordelen"
      onder={`${telwoord(ingediend.length, 'onderdeel wacht', 'onderdelen wachten')} op uw oordeel; ${akkoord.length} keer was u akkoord.`}
    >
      <Oordeelvorm van={van} uitvraag={uitvraag} naam="Voortgang beoordelen" fouten={fouten}>
        {ingediend.map((regel) => (
          <Beoordeling regel={regel} open={uitvraag.open} getypt={getypt} />
        ))}
        {uitvraag.open && ingediend.length > 1 && (
          <Knoppen>
            <Knop naam="oordeel" waarde="akkoord">
              Akkoord met alle {ingediend.length}
            </Knop>
          </Knoppen>
        )}
      </Oordeelvorm>
      <Akkoord van={van} uitvraag={uitvraag} akkoord={akkoord} />
    </Sectie>
  )
}

/** Alleen in een open uitvraag valt er iets te versturen. */
function Oordeelvorm(
  props: Pick<Uitvraagprops, 'van' | 'uitvraag'> & {
    naam: string
    fouten: readonly VeldFout[]
    children: Child
  },
) {
  const { van, uitvraag } = props
  if (!uitvraag.open && props.fouten.length === 0) return <>{props.children}</>
  return (
    <Formulier
      naam={props.naam}
      actie={van.pad(`/voortgang/uitvraag/${kwartaalsleutel(uitvraag)}/oordeel`)}
      fouten={props.fouten}
    >
      {props.children}
    </Formulier>
  )
}

function Beoordeling(props: { regel: Invulregel; open: boolean; getypt: Uitvraagprops['getypt'] }) {
  const { regel, open, getypt } = props
  const { laatste, onderdeel } = regel
  if (laatste === undefined) return null
  const veld = `opmerking.${onderdeel.id}`
  const fout = foutVan(getypt.fouten, veld)
  return (
    <Meer kop={`${onderdeel.titel}${open ? ': lees en oordeel' : ''}`} open={fout !== undefined}>
      <Voortgangverhaal voortgang={laatste} niveau={3} />
      {open && (
        <>
          <input type="hidden" name={`gezien.${onderdeel.id}`} value={String(laatste.volgnr)} />
          <TekstVlak
            naam={veld}
            label="Opmerking voor de eigenaar"
            uitleg="Nodig als u terugstuurt. Alleen u en de eigenaar zien haar."
            regels={2}
            waarde={getypt.waarden[veld]}
            fout={fout}
          />
          <Knoppen>
            <Knop naam="oordeel" waarde={`akkoord:${onderdeel.id}`}>
              Akkoord<span class="oz-vh"> met {onderdeel.titel}</span>
            </Knop>
            <Knop soort="tweede" naam="oordeel" waarde={`terug:${onderdeel.id}`}>
              Stuur terug<span class="oz-vh">: {onderdeel.titel}</span>
            </Knop>
          </Knoppen>
        </>
      )}
    </Meer>
  )
}

function Akkoord(props: Pick<Uitvraagprops, 'van' | 'uitvraag'> & { akkoord: readonly Invulregel[] }) {
  const { van, uitvraag, akkoord } = props
  if (akkoord.length === 0) return null
  return (
    <Meer kop={`Waarmee u akkoord was (${akkoord.length})`}>
      <Oordeelvorm van={van} uitvraag={uitvraag} naam="Akkoord terugnemen" fouten={[]}>
        {akkoord.map((regel) => (
          <Meer kop={regel.onderdeel.titel}>
            {regel.laatste !== undefined && <Voortgangverhaal voortgang={regel.laatste} niveau={3} />}
            {uitvraag.open && regel.laatste !== undefined && (
              <>
                <input
                  type="hidden"
                  name={`gezien.${regel.onderdeel.id}`}
                  value={String(regel.laatste.volgnr)}
                />
                <TekstVlak
                  naam={`opmerking.${regel.onderdeel.id}`}
                  id={`veld-terug-${regel.onderdeel.id}`}
                  label="Waarom toch terug"
                  regels={2}
                />
                <Knoppen>
                  <Knop soort="tweede" naam="oordeel" waarde={`terug:${regel.onderdeel.id}`}>
                    Stuur toch terug<span class="oz-vh">: {regel.onderdeel.titel}</span>
                  </Knop>
                </Knoppen>
              </>
            )}
          </Meer>
        ))}
      </Oordeelvorm>
    </Meer>
  )
}
