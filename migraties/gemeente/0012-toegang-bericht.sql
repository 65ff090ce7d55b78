alter table toegang_account add column adres text;
comment on column toegang_account.adres is 'E-mailadres om berichten heen te sturen, van de inlogdienst of van de beheerder; leeg als wij het niet weten; nooit in logs';

create table toegang_bericht (
  id uuid primary key,
  sleutel text not null unique,
  account uuid references toegang_account (id),
  adres text,
  onderwerp text,
  tekst text,
  afmelden text,
  op timestamptz not null,
  opnieuw_op timestamptz,
  stand text not null default 'wacht' check (stand in ('wacht', 'verzonden', 'opgegeven')),
  pogingen integer not null default 0,
  volgende_op timestamptz not null,
  geleend_tot timestamptz,
  reden text,
  afgehandeld_op timestamptz,
  gewist_op timestamptz,
  check (gewist_op is null or (stand <> 'wacht' and adres is null and onderwerp is null and tekst is null and afmelden is null)),
  check ((stand = 'wacht') = (afgehandeld_op is null))
);
create index toegang_bericht_wacht on toegang_bericht (volgende_op) where stand = 'wacht';
create index toegang_bericht_wissen on toegang_bericht (afgehandeld_op) where gewist_op is null;
comment on table toegang_bericht is 'Berichten die per e-mail de deur uit moeten, klaargelegd in de transactie van wat zij melden; de bezorger werkt de stand bij';
comment on column toegang_bericht.id is 'Eigen sleutel (UUIDv7); hieruit komt de Message-ID, dus die is bij elke poging dezelfde';
comment on column toegang_bericht.sleutel is 'Wat dit bericht is, zonder persoonsgegevens: dezelfde sleutel nog eens klaarleggen doet niets';
comment on column toegang_bericht.account is 'Voor wie, als het een account is; het adres staat dan bij het account';
comment on column toegang_bericht.adres is 'Voor wie, als het geen account is; leeg nadat het gewist is';
comment on column toegang_bericht.onderwerp is 'Onderwerp, in één regel; leeg nadat het gewist is';
comment on column toegang_bericht.tekst is 'Gewone tekst van het bericht; leeg nadat het gewist is';
comment on column toegang_bericht.afmelden is 'Adres waarop de ontvanger zich met één klik afmeldt (RFC 8058), bij een abonnement; leeg nadat het gewist is';
comment on column toegang_bericht.op is 'Wanneer het is klaargelegd';
comment on column toegang_bericht.opnieuw_op is 'Wanneer de beheerder het opnieuw liet proberen; hierna telt de tijd opnieuw';
comment on column toegang_bericht.stand is 'Wacht, verzonden of opgegeven';
comment on column toegang_bericht.pogingen is 'Hoe vaak een bezorger eraan begon, in deze ronde van pogingen; opnieuw proberen begint bij nul';
comment on column toegang_bericht.volgende_op is 'Niet eerder dan dit moment opnieuw proberen';
comment on column toegang_bericht.geleend_tot is 'Tot dit moment is een bezorger ermee bezig; daarna mag een ander';
comment on column toegang_bericht.reden is 'Waarom het de laatste keer niet lukte, als woord uit een vaste lijst: nooit het antwoord van de mailserver zelf';
comment on column toegang_bericht.afgehandeld_op is 'Wanneer het verzonden of opgegeven is';
comment on column toegang_bericht.gewist_op is 'Wanneer adres, onderwerp en tekst gewist zijn';
grant select, insert, update on toegang_bericht to {{rol}};

create table toegang_bezorgpoging (
  nummer bigint generated always as identity primary key,
  bericht uuid not null references toegang_bericht (id),
  op timestamptz not null,
  uitslag text not null,
  code integer
);
create index toegang_bezorgpoging_bericht on toegang_bezorgpoging (bericht);
comment on table toegang_bezorgpoging is 'Elke afgelopen poging om een bericht te bezorgen; alleen aanvullen';
comment on column toegang_bezorgpoging.nummer is 'Volgorde van vastleggen';
comment on column toegang_bezorgpoging.bericht is 'Welk bericht';
comment on column toegang_bezorgpoging.op is 'Wanneer de poging klaar was';
comment on column toegang_bezorgpoging.uitslag is 'Gelukt, of de reden als woord uit een vaste lijst';
comment on column toegang_bezorgpoging.code is 'Antwoordcode van de mailserver (RFC 5321), als die er een gaf';
grant select, insert on toegang_bezorgpoging to {{rol}};
