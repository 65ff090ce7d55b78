create table verantwoording_abonnement (
  id uuid primary key,
  adres text not null,
  site text not null,
  afmeldsleutel text not null unique,
  bevestig_hash bytea unique,
  gevraagd_op timestamptz not null,
  keren integer not null default 1,
  verloopt_op timestamptz,
  bevestigd_op timestamptz,
  check ((bevestigd_op is null) = (bevestig_hash is not null)),
  check ((bevestigd_op is null) = (verloopt_op is not null))
);
create unique index verantwoording_abonnement_adres on verantwoording_abonnement (lower(adres));
comment on table verantwoording_abonnement is 'Wie een bericht wil bij een nieuw rapport. Afmelden of niet bevestigen haalt de rij weg: dan weten wij niets meer';
comment on column verantwoording_abonnement.id is 'Eigen sleutel (UUIDv7)';
comment on column verantwoording_abonnement.adres is 'E-mailadres; nooit in logs, en weg bij afmelden';
comment on column verantwoording_abonnement.site is 'Adres van de site waar iemand zich aanmeldde, voor de links in berichten';
comment on column verantwoording_abonnement.afmeldsleutel is 'Staat in elk bericht. Leesbaar bewaard, want elk bericht draagt haar opnieuw; wie haar heeft, kan alleen afmelden';
comment on column verantwoording_abonnement.bevestig_hash is 'SHA-256 van de sleutel in de bevestigingsmail; leeg na bevestigen';
comment on column verantwoording_abonnement.gevraagd_op is 'Laatste aanvraag waarop een bericht ging';
comment on column verantwoording_abonnement.keren is 'Hoeveel bevestigingsmails er gingen sinds de eerste aanvraag';
comment on column verantwoording_abonnement.verloopt_op is 'Tot wanneer bevestigen kan; leeg na bevestigen';
comment on column verantwoording_abonnement.bevestigd_op is 'Wanneer bevestigd';
grant select, insert, update, delete on verantwoording_abonnement to {{rol}};
