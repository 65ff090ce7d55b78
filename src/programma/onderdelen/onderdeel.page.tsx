import { type Geldbezoek, leesGeldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { leesBeoordeeld } from '#programma/bevindingen/beoordeeld.flow.ts'
import { type Beoordeeld, isOpen } from '#programma/bevindingen/bevindingen.ts'
import {
  leesOnderdeelvoortgang,
  OnderdeelMijlpalen,
  type Onderdeelvoortgang,
} from '#programma/mijlpalen/onderdeel-mijlpalen.tsx'
import { Planningstand } from '#programma/onderdelen/delen.tsx'
import { besteedfeiten, OnderdeelBesteding } from '#programma/onderdelen/onderdeel-besteding.tsx'
import { bronzin } from '#programma/onderdelen/onderdeel-geld.ts'
import { type Geschiedenisregel, geschiedenisVan } from '#programma/onderdelen/onderdeel-geschiedenis.ts'
import { bevindingindexVan } from '#programma/onderdelen/onderdeel-index.ts'
import { periodeIn } from '#programma/onderdelen/onderdeel-planning.ts'
import {
  OnderdeelGeld,
  OnderdeelPlanning,
  OnderdeelVermeldingen,
} from '#programma/onderdelen/onderdeel-verhaal.tsx'
import { OnderdeelZijkant } from '#programma/onderdelen/onderdeel-zijkant.tsx'
import { leesOnderdeelstand, type Onderdeelstand } from '#programma/onderdelen/onderdeelstand.flow.ts'
import { findStukgeschiedenis } from '#programma/plan.store.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { perBeeld } from '#programma/planbeeld-onthouden.ts'
import { type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { OnderdeelVoortgang, voortgangVan } from '#programma/voortgang/onderdeel.page.tsx'
import { leesOpenbareVoortgang } from '#programma/voortgang/openbaar.flow.ts'
import type { Voortgang } from '#programma/voortgang/voortgang.ts'
import type { Routes } from '#toegang/deur.ts'
import { Bedrag, Geen } from '#ui/bedrag.tsx'
import { type Feit, Feiten } from '#ui/feiten.tsx'
import { KnopLink } from '#ui/knop.tsx'
import { Kolommen, Paginakop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Twijfel } from '#ui/twijfel.tsx'

/** Alles over één onderdeel: waarvoor, hoeveel, wanneer, en waar het in het document staat. */
export function onderdeelPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/onderdelen/:id', async (c) => {
    const van = await leesGeldbezoek(c, kamer)
    if (van instanceof Response) return van
    const onderdeel = van.beeld.onderdeel.get(c.req.param('id'))
    if (onderdeel === undefined) return c.notFound()
    const geraakt = bevindingindexVan(van.versie.bevindingen()).overDing('onderdeel', onderdeel.id)
    const [beoordeeld, geschiedenis, wat, voortgang, mijlpalen] = await Promise.all([
      leesBeoordeeld(van, kamer, geraakt),
      leesGeschiedenis(van, onderdeel),
      leesOnderdeelstand(van, kamer, onderdeel),
      leesOpenbareVoortgang(van, kamer).then((alle) => voortgangVan(alle, onderdeel)),
      leesOnderdeelvoortgang(van, onderdeel),
    ])
    return c.html(
      <OnderdeelPagina {...{ van, onderdeel, beoordeeld, geschiedenis, wat, voortgang, mijlpalen }} />,
    )
  })
}

/** Wat tot en met een versie gebeurde, verandert niet meer; de inhoud van toen is hier niet nodig. */
const bewaardeGeschiedenis = perBeeld(10_000, (_, onderdeel, { bezoek, kop, versie }: Planbezoek) =>
  bezoek.db.lees(async (lezer) => {
    const eigen = await findStukgeschiedenis(lezer, kop.id, 'onderdeel', onderdeel, versie.versie)
    const geld = await findStukgeschiedenis(lezer, kop.id, 'raming', onderdeel, versie.versie)
    return [...eigen, ...geld].map(({ nummer, gemaaktOp, waarom }) => ({ nummer, gemaaktOp, waarom }))
  }),
)

const leesGeschiedenis = async (van: Planbezoek, { id }: Onderdeel): Promise<Geschiedenisregel[]> =>
  geschiedenisVan(van.kop, await bewaardeGeschiedenis(van.beeld, id, van), van.mag('plan.concept.lezen'))

type OnderdeelProps = {
  van: Geldbezoek
  wat: Onderdeelstand
  mijlpalen: Onderdeelvoortgang
  onderdeel: Onderdeel
  beoordeeld: readonly Beoordeeld[]
  geschiedenis: readonly Geschiedenisregel[]
  voortgang: readonly Voortgang[]
}

function OnderdeelPagina(props: OnderdeelProps) {
  const { van, onderdeel } = props
  const { beeld, pad } = van
  const groep = beeld.groep.get(onderdeel.groep ?? '')
  const ouder = beeld.onderdeel.get(onderdeel.ouder ?? '')
  return (
    <Planpagina
      van={van}
      titel={onderdeel.titel}
      beschrijving={onderdeel.doel ?? `${onderdeel.titel}: geld, planning en wat het plan erover zegt.`}
      kruimels={[
        { tekst: 'Overzicht', href: pad('/') },
        { tekst: 'Onderdelen', href: pad('/onderdelen') },
        ...(groep === undefined ? [] : [{ tekst: groep.titel, href: pad(`/groepen/${groep.id}`) }]),
        ...(ouder === undefined ? [] : [{ tekst: ouder.titel, href: pad(`/onderdelen/${ouder.id}`) }]),
      ]}
    >
      <Paginakop
        titel={onderdeel.titel}
        code={onderdeel.code ?? undefined}
        lead={onderdeel.doel ?? 'Het plan zegt niet waar dit onderdeel voor is.'}
        acties={
          van.mag('plan.wijzigen') && (
            <KnopLink href={pad(`/wijzigen/onderdelen/${onderdeel.id}`)}>Wijzigen</KnopLink>
          )
        }
      />
      {onderdeel.beeindigd !== undefined && (
        <Melding soort="info" titel="Dit onderdeel is beëindigd">
          {onderdeel.beeindigd.reden}
        </Melding>
      )}
      <Feiten feiten={feitenVan(props)} />
      <Kolommen>
        <div>
          <OnderdeelVoortgang van={van} onderdeel={onderdeel} voortgang={props.voortgang} />
          <OnderdeelGeld van={van} onderdeel={onderdeel} />
          <OnderdeelBesteding van={van} onderdeel={onderdeel} wat={props.wat} />
          <OnderdeelPlanning van={van} onderdeel={onderdeel} />
          <OnderdeelMijlpalen van={van} voortgang={props.mijlpalen} />
          <OnderdeelVermeldingen van={van} onderdeel={onderdeel} />
        </div>
        <div>
          <OnderdeelZijkant {...props} />
        </div>
      </Kolommen>
    </Planpagina>
  )
}

function feitenVan({ van, onderdeel, beoordeeld, wat }: OnderdeelProps): Feit[] {
  const { beeld } = van
  const { totaal } = beeld.geld(onderdeel.id)
  const open = beoordeeld.filter(isOpen).length
  const { jaren } = beeld
  const periode = `${jaren[0] ?? ''}–${jaren.at(-1) ?? ''}`
  const feiten: Feit[] = [
    {
      label: `Begroot, ${periode}`,
      waarde: totaal === 0 ? <Geen wat="geen bedrag" /> : <Bedrag cent={totaal} href="#geld" />,
      bij: bronzin(beeld, onderdeel),
    },
    ...besteedfeiten({ van, onderdeel, wat }),
    {
      label: 'Looptijd',
      waarde: <Planningstand onderdeel={onderdeel} vandaag={van.vandaag} />,
      bij: periodeIn(onderdeel),
    },
    { label: 'Wie is verantwoordelijk', waarde: onderdeel.eigenaarrol ?? 'niet genoemd' },
    {
      label: 'Plancontrole',
      waarde:
        open === 0 ? (
          'niets gevonden'
        ) : (
          <Link href="#bevindingen">{open === 1 ? '1 bevinding' : `${open} bevindingen`}</Link>
        ),
    },
  ]
  if (onderdeel.twijfel === undefined) return feiten
  return [...feiten, { label: 'Lezing', waarde: <Twijfel uitleg={onderdeel.twijfel}>onzeker</Twijfel> }]
}
