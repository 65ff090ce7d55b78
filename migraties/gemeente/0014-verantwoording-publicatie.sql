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

create table verantwoording_uitgever (
  volgnr integer primary key check (volgnr > 0),
  tooi text not null,
  contact text not null,
  op timestamptz not null,
  door uuid references toegang_account (id)
);
comment on table verantwoording_uitgever is 'Wie de gemeente is voor landelijke catalogi (Woo-index, data.overheid.nl); de laatste rij geldt; alleen aanvullen';
comment on column verantwoording_uitgever.volgnr is 'Oplopend; twee mensen tegelijk kunnen zo nooit hetzelfde nummer nemen';
comment on column verantwoording_uitgever.tooi is 'Adres van de gemeente in het register van overheidsorganisaties (TOOI)';
comment on column verantwoording_uitgever.contact is 'E-mailadres van de gemeente voor vragen over de gegevens; geen adres van een persoon';
comment on column verantwoording_uitgever.op is 'Wanneer vastgelegd';
comment on column verantwoording_uitgever.door is 'Wie het bevestigde';
grant select, insert on verantwoording_uitgever to {{rol}};
