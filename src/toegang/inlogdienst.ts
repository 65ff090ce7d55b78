import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Identiteit } from '#toegang/toegang.flow.ts'

/** Wat de browser tussen heen en terug moet onthouden; hoort bij één poging en is daarna niets meer waard. */
export type Onthouden = { staat: string; nonce: string; bewijs: string }

/** In volgorde: de mens brak af, het antwoord klopt niet met de vraag, de dienst antwoordt niet. */
export type Dienstweigering = 'afgebroken' | 'antwoord_ongeldig' | 'dienst_onbereikbaar'

/** Een inlogdienst van buiten, gezien vanuit toegang. `uitwisseling` vult haar in. */
export type Inlogdienst = {
  /** Adres van de dienst, zoals het bij elk account staat. */
  readonly uitgever: string
  /** De site waar de browser heen gaat: het uitlogformulier moet daarheen mogen doorverwijzen. */
  readonly oorsprong: string
  begin(terugkeer: string): Promise<Uitkomst<{ naar: string; onthouden: Onthouden }, Dienstweigering>>
  /** `adres` is het volledige adres waarop de browser terugkwam. */
  rondAf(adres: string, onthouden: Onthouden): Promise<Uitkomst<Identiteit, Dienstweigering>>
  /** Waar de browser heen moet om ook daar uit te loggen; `undefined` als de dienst dat niet kent. */
  einde(idToken: string, terugNaar: string): Promise<string | undefined>
}
