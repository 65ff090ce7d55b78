import { centen } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import { Begrotingstabel } from '#programma/begroting/begrotingstabel.tsx'
import { bewaardDinggeld, type Dinggeld } from '#programma/begroting/dinggeld.ts'
import { geldtabelVan, isBesteed } from '#programma/begroting/geldbeeld.ts'
import { type Geldstand, leesGeldstand } from '#programma/begroting/geldstand.flow.ts'
import { type Geldbezoek, leesGeldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { leesBeoordeeld } from '#programma/bevindingen/beoordeeld.flow.ts'
import { type Beoordeeld, isOpen } from '#programma/bevindingen/bevindingen.ts'
import { bestedingcellen } from '#programma/onderdelen/bestedingkolommen.tsx'
import { dekkingszin } from '#programma/onderdelen/groep.ts'
import { onderdeelkolommen } from '#programma/onderdelen/kolommen.tsx'
import { bladVan, type Lijstrij, maakLijst } from '#programma/onderdelen/lijst.ts'
import { jarenzin } from '#programma/onderdelen/onderdeel-geld.ts'
import { bevindingindexVan } from '#programma/onderdelen/onderdeel-index.ts'
import { Bevindinglijst, Vermeldinglijst } from '#programma/onderdelen/onderdeel-lijsten.tsx'
import { leesOnderdelenvraag } from '#programma/onderdelen/vraag.ts'
import type { Groep } from '#programma/plan.ts'
import { Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import type { Routes } from '#toegang/deur.ts'
import { Bedrag, Geen } from '#ui/bedrag.tsx'
import { Downloads } from '#ui/downloads.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { GrafiekStaaf } from '#ui/grafiek-staaf.tsx'
import { Alinea, Kolommen, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Eén groep: haar onderdelen, haar geld, en wat het plan over de groep als geheel zegt. */
export function groepPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/groepen/:id', async (c) => {
    const van = await leesGeldbezoek(c, kamer)
    if (van instanceof Response) return van
    const groep = van.beeld.groep.get(c.req.param('id'))
    if (groep === undefined) return c.notFound()
    const geraakt = bevindingindexVan(van.versie.bevindingen()).overDing('groep', groep.id)
    const [beoordeeld, stand] = await Promise.all([
      leesBeoordeeld(van, kamer, geraakt),
      leesGeldstand(van, kamer),
    ])
    return c.html(<GroepPagina {...{ van, groep, beoordeeld, stand }} />)
  })
}

type GroepProps = { van: Geldbezoek; groep: Groep; beoordeeld: readonly Beoordeeld[]; stand: Geldstand }

function GroepPagina(props: GroepProps) {
  const { van, groep, beoordeeld } = props
  const { beeld, pad } = van
  const vermeldingen = beeld.vermeldingenOver('groep', groep.id)
  return (
    <Planpagina
      van={van}
      titel={groep.titel}
      beschrijving={groep.toelichting ?? `${groep.titel}: onderdelen en geld.`}
      kruimels={[
        { tekst: 'Overzicht', href: pad('/') },
        { tekst: 'Onderdelen', href: pad('/onderdelen') },
      ]}
    >
      <Paginakop titel={groep.titel} code={groep.code ?? undefined} lead={groep.toelichting} />
      <Kerncijfers {...props} />
      <Groepsgeld van={van} groep={groep} />
      <Leden van={van} groep={groep} geld={bewaardDinggeld(beeld, van.tijd, props.stand)} />
      <Groepbesteding {...props} />
      <Kolommen>
        <Sectie kop="Wat het plan over deze groep zegt" id="vermeldingen">
          {vermeldingen.length === 0 ? (
            <Alinea>Het document zegt over de groep als geheel niets.</Alinea>
          ) : (
            <Vermeldinglijst van={van} vermeldingen={vermeldingen} />
          )}
        </Sectie>
        <Sectie kop="Wat de plancontrole hier vond" id="bevindingen">
          <Bevindinglijst van={van} beoordeeld={beoordeeld} over={`groep:${groep.id}`} />
        </Sectie>
      </Kolommen>
    </Planpagina>
  )
}

function Kerncijfers({ van, groep, beoordeeld }: GroepProps) {
  const { beeld } = van
  const { totaal } = beeld.geldVanGroep(groep.id)
  const leden = beeld.bladeren.filter((een) => een.groep === groep.id).length
  const open = beoordeeld.filter(isOpen).length
  return (
    <Feiten
      feiten={[
        {
          label: 'Geraamd',
          waarde: totaal === 0 ? <Geen wat="geen bedrag" /> : <Bedrag cent={totaal} href="#onderdelen" />,
        },
        {
          label: 'Onderdelen',
          waarde: <Link href="#onderdelen">{telwoord(leden, 'onderdeel', 'onderdelen')}</Link>,
        },
        {
          label: 'Plancontrole',
          waarde:
            open === 0 ? (
              'niets gevonden'
            ) : (
              <Link href="#bevindingen">{telwoord(open, 'bevinding', 'bevindingen')}</Link>
            ),
        },
      ]}
    />
  )
}

function Groepsgeld({ van, groep }: Pick<GroepProps, 'van' | 'groep'>) {
  const { beeld } = van
  const geld = beeld.geldVanGroep(groep.id)
  if (geld.totaal === 0)
    return <LegeStaat titel="Voor deze groep is geen geld geraamd">{dekkingszin(beeld, groep)}</LegeStaat>
  const jaren = beeld.jaren.map((jaar) => ({ jaar, bedrag: geld.perJaar.get(jaar) ?? centen(0) }))
  return (
    <GrafiekStaaf
      id="per-jaar"
      boodschap={jarenzin(jaren)}
      toelichting={`Geraamd per jaar, in euro. ${dekkingszin(beeld, groep)}`}
      wat="Jaar"
      metTotaal
      rijen={jaren.map(({ jaar, bedrag }) => ({ naam: String(jaar), waarde: bedrag }))}
      downloads={downloadsVan(van.pad, 'raming', { groep: groep.id })}
    />
  )
}

/** Wat er met het geld van deze groep gebeurde, per jaar. */
function Groepbesteding({ van, groep, stand }: GroepProps) {
  if (!isBesteed(stand.posten)) return null
  const vraag = { filter: { groep: groep.id as string }, per: ['jaar' as const] }
  const tabel = geldtabelVan(van.beeld, stand.posten, vraag, stand.prognoses)
  if (tabel.rijen.length === 0) return null
  return (
    <Sectie kop="Wat ermee gebeurde, per jaar" id="besteding">
      <Begrotingstabel
        van={van}
        id="groep-jaren"
        vraag={{ ...vraag, indeling: undefined, gekozen: { per: 'jaar', dan: undefined }, opDeCent: false }}
        tabel={tabel}
        besteed
      />
      <Tijdkeuzeformulier van={van} actie={`/groepen/${groep.id}`} />
    </Sectie>
  )
}

function Leden({
  van,
  groep,
  geld: besteding,
}: Pick<GroepProps, 'van' | 'groep'> & { geld: Dinggeld | undefined }) {
  const { beeld, pad } = van
  const lijst = maakLijst(beeld, leesOnderdelenvraag({ groep: groep.id }), van.vandaag)
  const blad = bladVan(lijst, 1)
  const geld = beeld.geldVanGroep(groep.id)
  const jaren = beeld.jaren
  const rest = lijst.rijen.length - blad.rijen.length
  return (
    <Sectie kop="Onderdelen, per jaar" id="onderdelen" onder="Geraamd, in hele euro's.">
      <Tabel<Lijstrij>
        id="leden"
        bijschrift={`Onderdelen van ${groep.titel}`}
        bijschriftVerborgen
        kolommen={onderdeelkolommen(van, besteding)}
        breed={besteding !== undefined}
        rijen={blad.rijen}
        totaal={
          geld.totaal === 0
            ? undefined
            : {
                kop: 'Samen',
                cellen: {
                  ...Object.fromEntries(jaren.map((jaar) => [String(jaar), geld.perJaar.get(jaar)])),
                  totaal: geld.totaal,
                  ...bestedingcellen(van, besteding?.groep.get(groep.id)),
                },
              }
        }
        leeg="In deze groep staan nog geen onderdelen. De programmamanager zet ze erin."
      />
      {rest > 0 && (
        <Alinea>
          <Link href={pad('/onderdelen', { groep: groep.id, pagina: 2 })}>Nog {rest} in de lijst</Link>
        </Alinea>
      )}
      <Downloads
        downloads={downloadsVan(pad, 'onderdelen', { groep: groep.id })}
        waarvan={`onderdelen van ${groep.titel}`}
      />
    </Sectie>
  )
}
