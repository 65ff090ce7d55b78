import { toonDatum } from '#basis/datum.ts'
import { Besluitkeuze } from '#programma/besluiten/besluitkeuze.tsx'
import { Actievelden, Puntvelden } from '#programma/overleg/delen.tsx'
import { alsOver } from '#programma/overleg/invoer.ts'
import {
  type Actie,
  type Agendapunt,
  isBesluitorgaan,
  type Overleg,
  UITKOMSTEN,
  VERVOLGNAAM,
} from '#programma/overleg/overleg.ts'
import type { Noem } from '#programma/overleg/overlegstuk.store.ts'
import type { Besluit } from '#programma/plan.store.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Sectie } from '#ui/kop.tsx'
import { type Keuze, Keuzerondjes, TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** De formulieren bij een agendapunt. Elk stuurt mee welke versie van het punt op het scherm stond. */

export type Puntinvoer = {
  bij: 'punt' | 'uitkomst' | 'vervolg' | 'actie'
  waarden: Waarden
  fouten: readonly VeldFout[]
}
export type Puntprops = {
  van: Planbezoek
  overleg: Overleg
  punt: Agendapunt
  acties: readonly Actie[]
  besluiten: readonly Besluit[]
  keuzes: readonly Keuze[]
  noem: Noem
  invoer: Puntinvoer | undefined
}

const LEEG: readonly VeldFout[] = []
const hier = ({ invoer }: Puntprops, bij: Puntinvoer['bij']): Puntinvoer | undefined =>
  invoer?.bij === bij ? invoer : undefined
const adres = ({ van, overleg, punt }: Puntprops, rest: string): string =>
  van.pad(`/overleg/${overleg.nummer}/punten/${punt.nummer}${rest}`)
const gezien = ({ punt }: Puntprops): Record<string, string> => ({ gezien: String(punt.volgnr) })

const UITKOMSTKEUZE = {
  besloten: 'Besloten',
  besproken: 'Besproken',
  aangehouden: 'Aangehouden, komt terug',
  afgewezen: 'Afgewezen',
  afgevoerd: 'Van de agenda gehaald',
} as const

export function Uitkomstformulier(props: Puntprops) {
  const { overleg, punt } = props
  const invoer = hier(props, 'uitkomst')
  const fouten = invoer?.fouten ?? LEEG
  const { orgaan } = overleg
  const kan = UITKOMSTEN.filter((een) => een !== 'besloten' || isBesluitorgaan(orgaan))
  const waarden = invoer?.waarden ?? {
    uitkomst: punt.gevraagd === 'besluit' ? 'besloten' : 'besproken',
    // Het meeste staat er al: dit orgaan besloot, op deze dag, hierover.
    ...(punt.gevraagd === 'besluit' && { orgaan, datum: toonDatum(overleg.datum), onderwerp: punt.titel }),
  }
  return (
    <Sectie kop="Vastleggen wat eruit kwam" id="uitkomst">
      <Formulier
        naam="Vastleggen wat eruit kwam"
        actie={adres(props, '/uitkomst')}
        fouten={fouten}
        verborgen={gezien(props)}
      >
        <Keuzerondjes
          naam="uitkomst"
          label="Wat kwam eruit"
          waarde={waarden['uitkomst']}
          fout={foutVan(fouten, 'uitkomst')}
          keuzes={kan.map((een) => ({ waarde: een, tekst: UITKOMSTKEUZE[een] }))}
        />
        <TekstVlak
          naam="conclusie"
          label="Wat is er afgesproken"
          uitleg="Alleen te zien voor wie aan het programma werkt. Geen namen van inwoners."
          regels={3}
          verplicht={false}
          waarde={waarden['conclusie']}
          fout={foutVan(fouten, 'conclusie')}
        />
        {isBesluitorgaan(orgaan) && (
          <Besluitkeuze
            besluiten={props.besluiten}
            magNieuw={props.van.mag('besluit.vastleggen')}
            leeg="Alleen bij besloten: een nieuw besluit, hieronder"
            waarden={waarden}
            fouten={fouten}
          />
        )}
        <Knoppen>
          <Knop>Vastleggen</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

export function Vervolgformulier(props: Puntprops) {
  const { punt } = props
  const invoer = hier(props, 'vervolg')
  const waarden = invoer?.waarden ?? {
    orgaan: punt.vervolg === 'geen' ? '' : punt.vervolg,
    onderwerp: punt.titel,
  }
  return (
    <Sectie
      kop="Vastleggen dat het is bekrachtigd"
      id="vervolg"
      onder={`Dit besluit hoort nog te worden vastgelegd door ${VERVOLGNAAM[punt.vervolg]}.`}
    >
      <Formulier
        naam="Vastleggen dat het is bekrachtigd"
        actie={adres(props, '/vervolg')}
        fouten={invoer?.fouten}
        verborgen={gezien(props)}
      >
        <Besluitkeuze
          besluiten={props.besluiten.filter(({ id }) => id !== punt.besluit)}
          magNieuw={props.van.mag('besluit.vastleggen')}
          leeg="Een nieuw besluit, hieronder"
          waarden={waarden}
          fouten={invoer?.fouten ?? LEEG}
        />
        <Knoppen>
          <Knop>Vastleggen</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

export function ActieErbij(props: Puntprops) {
  const invoer = hier(props, 'actie')
  return (
    <Sectie kop="Actie afspreken" id="actie">
      <Formulier naam="Actie afspreken" actie={adres(props, '/acties')} fouten={invoer?.fouten}>
        <Actievelden van={props.van} waarden={invoer?.waarden ?? {}} fouten={invoer?.fouten ?? LEEG} />
        <Knoppen>
          <Knop soort="tweede">Actie bewaren</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

export function Wijzigformulier(props: Puntprops) {
  const { overleg, punt, keuzes, noem } = props
  const invoer = hier(props, 'punt')
  const nu = alsOver(punt)
  const metNu =
    punt.verwijzing === null || keuzes.some(({ waarde }) => waarde === nu)
      ? keuzes
      : [{ waarde: nu, tekst: noem(punt.soort, punt.verwijzing).naam }, ...keuzes]
  const waarden = invoer?.waarden ?? {
    over: nu,
    titel: punt.titel,
    toelichting: punt.toelichting ?? '',
    gevraagd: punt.gevraagd,
    vervolg: punt.vervolg,
  }
  return (
    <Meer kop="Dit punt veranderen" open={invoer !== undefined}>
      <Formulier
        naam="Dit punt veranderen"
        actie={adres(props, '')}
        fouten={invoer?.fouten}
        verborgen={{ ...gezien(props), overnu: nu }}
      >
        <Puntvelden overleg={overleg} keuzes={metNu} waarden={waarden} fouten={invoer?.fouten ?? LEEG} />
        <Knoppen>
          <Knop soort="tweede">Punt bewaren</Knop>
        </Knoppen>
      </Formulier>
    </Meer>
  )
}
