import { type Datum, toonDatum } from '#basis/datum.ts'
import { hoofdletter } from '#basis/tekst.ts'
import { actiewoord, GEVRAAGDNAAM, PUNTSOORTNAAM, VERVOLGNAAM } from '#programma/overleg/overleg.ts'
import {
  leadzin,
  type Overlegstuk,
  type Stukactie,
  type Stukpunt,
  uitkomstzin,
} from '#programma/overleg/overlegstuk.ts'
import type { Documentblok, Documentdeel, Programmadocument } from '#programma/poorten.ts'
import { toonBesluit } from '#programma/versies/versies.ts'

/** De agenda of besluitenlijst als document: dezelfde woorden als op het scherm, om rond te sturen. */
export function overlegdocument(
  stuk: Overlegstuk,
  { gemeente, vandaag }: { gemeente: { code: string; naam: string }; vandaag: Datum },
): Programmadocument {
  const isAgenda = stuk.soort === 'agenda'
  const delen = stuk.punten.map(
    (punt): Documentdeel => ({
      id: `punt-${punt.nummer}`,
      titel: `${punt.nummer}. ${punt.titel}`,
      blokken: [
        ...zinnen(punt, isAgenda).map((tekst, i) => alinea(`punt-${punt.nummer}-${i}`, tekst)),
        ...actietabel(punt.acties, `Acties bij punt ${punt.nummer}`, vandaag),
      ],
    }),
  )
  const kop = isAgenda ? 'Lopende acties' : 'Andere acties'
  const bijschrift = isAgenda ? 'Acties uit eerder overleg' : 'Acties die bij geen punt horen'
  const los = actietabel(stuk.acties, bijschrift, vandaag)
  return {
    soort: hoofdletter(stuk.soort),
    titel: stuk.titel,
    ondertitel: stuk.punten.length === 0 ? 'Er staan geen punten op de agenda.' : leadzin(stuk),
    gemeente,
    gemaakt: vandaag,
    delen: [...delen, ...(los.length === 0 ? [] : [{ id: 'acties', titel: kop, blokken: los }])],
  }
}

const alinea = (id: string, tekst: string): Documentblok => ({
  soort: 'alinea',
  id,
  herkomst: 'geschreven',
  tekst,
})

function zinnen(punt: Stukpunt, isAgenda: boolean): string[] {
  const { over, toelichting, besluit, vervolg, vervolgbesluit } = punt
  const gevraagd = hoofdletter(GEVRAAGDNAAM[punt.gevraagd])
  const open = besluit !== null && vervolg !== 'geen' && vervolgbesluit === null
  return [
    over === null ? `${gevraagd}.` : `${gevraagd}. ${PUNTSOORTNAAM[over.soort]}: ${over.naam}`,
    ...(toelichting === null ? [] : [toelichting]),
    ...(isAgenda ? [] : [uitkomstzin(punt) ?? 'Nog niet vastgelegd.']),
    ...(besluit === null ? [] : [`In het register: ${besluit.onderwerp} (${toonBesluit(besluit)}).`]),
    ...(vervolgbesluit === null
      ? []
      : [`Daarna vastgelegd: ${vervolgbesluit.onderwerp} (${toonBesluit(vervolgbesluit)}).`]),
    ...(open ? [`Nog vast te leggen door ${VERVOLGNAAM[vervolg]}.`] : []),
  ]
}

function actietabel(acties: readonly Stukactie[], titel: string, vandaag: Datum): Documentblok[] {
  if (acties.length === 0) return []
  return [
    {
      soort: 'tabel',
      id: titel.toLowerCase().replaceAll(' ', '-'),
      titel,
      kolommen: ['Wat', 'Wie', 'Uiterlijk', 'Stand'].map((kop) => ({
        naam: kop.toLowerCase(),
        kop,
        soort: 'tekst',
      })),
      rijen: acties.map((actie) => ({
        cellen: [
          `A${actie.nummer} ${actie.wat}`,
          actie.rol,
          toonDatum(actie.uiterlijk),
          actiewoord(actie, vandaag).tekst,
        ],
      })),
      rond: 'euro',
    },
  ]
}
