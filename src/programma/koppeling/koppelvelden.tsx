import type { Koppelverdeling } from '#grootboek/deur.ts'
import { bronkeuzes, onderdeelkeuzes } from '#programma/koppeling/wachtrij.tsx'
import { formulierNaar, type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
import { Formulier, type VeldFout } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

/** Formulieren voor een eigen regel en voor de volgorde van bronnen. */

export function Nieuweregel(props: {
  van: Planbezoek
  velden: Readonly<Record<string, string>>
  fouten?: readonly VeldFout[] | undefined
}) {
  const { van, velden, fouten = [] } = props
  const eerste = fouten.map(({ tekst }) => ({ veld: 'project', tekst }))
  const titel = 'Nieuwe regel'
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[
        { tekst: 'Werk', href: van.pad('/werk') },
        { tekst: 'Koppeling', href: van.pad('/koppeling') },
      ]}
      fout={fouten.length > 0}
    >
      <Paginakop
        titel={titel}
        lead="Vul minstens één code in. Met een sterretje geldt de regel voor alles wat zo begint: 7.6* is elke code die begint met 7.6."
      />
      <Formulier
        actie={van.pad('/koppeling/effect')}
        naam="Nieuwe regel"
        verborgen={{ nieuw: 'ja' }}
        fouten={eerste}
      >
        {(['project', 'kostenplaats', 'rekening', 'administratie'] as const).map((veld) => (
          <TekstVeld
            naam={veld}
            label={LABEL[veld]}
            waarde={velden[veld]}
            maxLengte={veld === 'administratie' ? 100 : 41}
            smal
            verplicht={false}
            fout={veld === 'project' ? eerste[0]?.tekst : undefined}
          />
        ))}
        <KeuzeVeld
          naam="doel.nieuw"
          label="Hoort bij"
          leeg="Kies"
          keuzes={onderdeelkeuzes(van)}
          waarde={velden['doel.nieuw']}
        />
        <KeuzeVeld
          naam="bron.nieuw"
          label="Betaald uit"
          keuzes={bronkeuzes(van)}
          waarde={velden['bron.nieuw'] ?? 'volgorde'}
        />
        <TekstVeld
          naam="van"
          label="Geldt vanaf"
          soort="date"
          waarde={velden['van']}
          smal
          verplicht={false}
        />
        <TekstVeld
          naam="tot"
          label="Geldt tot en met"
          soort="date"
          waarde={velden['tot']}
          smal
          verplicht={false}
        />
        <Knoppen>
          <Knop>Bekijk het effect</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>
  )
}

const LABEL = {
  project: 'Project',
  kostenplaats: 'Kostenplaats',
  rekening: 'Rekening',
  administratie: 'Administratie',
} as const

const WIJZEN = [
  { waarde: 'bron', tekst: 'Uit één bron', uitleg: 'Zet 1 bij die bron.' },
  { waarde: 'aandelen', tekst: 'Vaste aandelen', uitleg: 'Zet bij elke bron haar deel, zoals 60 en 40.' },
  {
    waarde: 'waterval',
    tekst: 'Eerst de ene, dan de andere',
    uitleg: 'Zet 1 bij de bron die het eerst opgaat, 2 bij de volgende.',
  },
]

const getalVan = (nu: Koppelverdeling | undefined, bron: string): string => {
  if (nu === undefined) return ''
  if (nu.soort === 'bron') return nu.bron === bron ? '1' : ''
  if (nu.soort === 'aandelen') return String(nu.delen.find((deel) => deel.bron === bron)?.gewicht ?? '')
  const plaats = nu.bronnen.indexOf(bron)
  return plaats === -1 ? '' : String(plaats + 1)
}

export function Verdelingformulier(props: {
  van: Planbezoek
  onderdeel: string | undefined
  nu: Koppelverdeling | undefined
}) {
  const { van, onderdeel, nu } = props
  const { onderdelen, bronnen } = van.beeld.plan
  const gekozen = onderdelen.find(({ id }) => id === onderdeel)
  const naar = formulierNaar(van, '/koppeling/verdeling')
  return (
    <>
      <Formulier actie={naar.actie} methode="get" rij naam="Onderdeel kiezen" verborgen={naar.verborgen}>
        <KeuzeVeld
          naam="onderdeel"
          label="Onderdeel"
          leeg="Kies"
          waarde={gekozen?.id}
          keuzes={onderdelen.map(({ id, code, titel }) => ({
            waarde: id,
            tekst: code === null ? titel : `${code} ${titel}`,
          }))}
        />
        <Knop soort="tweede">Kies</Knop>
      </Formulier>
      {gekozen !== undefined && (
        <Sectie kop={gekozen.titel}>
          <Formulier
            actie={van.pad('/koppeling/effect')}
            naam="Volgorde van bronnen"
            verborgen={{ verdeling: gekozen.id }}
          >
            <Keuzerondjes naam="wijze" label="Hoe" keuzes={WIJZEN} waarde={nu?.soort ?? 'bron'} />
            {bronnen.map(({ id, naam }) => (
              <TekstVeld naam={`deel.${id}`} label={naam} smal waarde={getalVan(nu, id)} />
            ))}
            <Knoppen>
              <Knop>Bekijk het effect</Knop>
              <KnopLink href={van.pad('/koppeling')}>Toch niet</KnopLink>
            </Knoppen>
          </Formulier>
        </Sectie>
      )}
    </>
  )
}
