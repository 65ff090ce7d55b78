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
