import { centen } from '#basis/geld.ts'
import { toonGetal } from '#basis/tekst.ts'
import type { Inlezing, Klaarliggend } from '#grootboek/deur.ts'
import { inlezingnaam } from '#programma/inlezen/inlezingnaam.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { toonMoment } from '#toegang/deur.ts'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Paginering } from '#ui/paginering.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat er klaarligt en wat er is ingelezen. */

export const PER_PAGINA = 25

export type Overzicht = {
  van: Planbezoek
  klaar: readonly Klaarliggend[]
  inlezingen: readonly Inlezing[]
  bladzijde: number
}

export function Klaarlijst(props: { van: Planbezoek; klaar: readonly Klaarliggend[] }) {
  const { van } = props
  return (
    <Sectie kop="Gelezen en nog niet vastgelegd" onder="Na een week verdwijnt het vanzelf.">
      <Tabel
        bijschrift="Gelezen en nog niet vastgelegd"
        bijschriftVerborgen
        rijen={props.klaar}
        kolommen={[
          {
            sleutel: 'op',
            kop: 'Gelezen op',
            cel: ({ op }) => toonMoment(op),
            href: ({ id, soort }) =>
              van.pad(soort === 'afschrift' ? `/inlezen/afschrift/${id}` : `/inlezen/klaar/${id}`),
          },
          {
            sleutel: 'wat',
            kop: 'Wat',
            cel: ({ gelezen, soort }) =>
              gelezen === undefined
                ? soort === 'afschrift'
                  ? 'Bankafschrift'
                  : 'Kon niet worden ingelezen'
                : `${gelezen.verslag.vorm}, ${gelezen.verslag.bereik.administratie}`,
          },
          {
            sleutel: 'regels',
            kop: 'Regels die meedoen',
            soort: 'getal',
            cel: ({ gelezen }) => gelezen?.aantal,
          },
        ]}
      />
    </Sectie>
  )
}

export function Geschiedenis(props: Overzicht) {
  const { van, inlezingen, bladzijde } = props
  const hoogste = inlezingen[0]?.nummer ?? 0
  const aantal = Math.ceil((hoogste + (bladzijde - 1) * PER_PAGINA) / PER_PAGINA)
  return (
    <Sectie kop="Geschiedenis" id="geschiedenis">
      <Tabel
        bijschrift="Wat er is ingelezen, nieuwste eerst"
        bijschriftVerborgen
        rijen={inlezingen}
        toonRij={({ teruggedraaid }) => (teruggedraaid === null ? undefined : 'stil')}
        kolommen={[
          {
            sleutel: 'nummer',
            kop: 'Nummer',
            cel: ({ nummer }) => String(nummer),
            href: ({ nummer }) => van.pad(`/inlezen/${nummer}`),
          },
          { sleutel: 'op', kop: 'Wanneer', cel: ({ op }) => toonMoment(op) },
          { sleutel: 'wat', kop: 'Wat', cel: inlezingnaam },
          { sleutel: 'administratie', kop: 'Administratie', cel: ({ administratie }) => administratie },
          {
            sleutel: 'telling',
            kop: 'Nieuw / veranderd / verdwenen',
            cel: ({ telling: { nieuw, veranderd, omgehangen, weg } }) =>
              [nieuw, veranderd + omgehangen, weg].map(toonGetal).join(' / '),
          },
          {
            sleutel: 'saldo',
            kop: 'Saldo van het bestand, €',
            soort: 'bedrag',
            cel: ({ soort, debet, credit }) => (soort === 'bestand' ? centen(debet - credit) : undefined),
          },
        ]}
        leeg="Er is nog niets ingelezen. De financieel adviseur doet dat, meestal één keer per maand."
      />
      <Paginering
        huidig={bladzijde}
        aantal={aantal}
        href={(blad) => van.pad('/inlezen', { blad: blad === 1 ? undefined : blad })}
      />
      <Alinea klein>
        <Link href={van.pad('/inlezen/aansluiting')}>Sluit het aan op het financiële systeem?</Link>
      </Alinea>
    </Sectie>
  )
}
