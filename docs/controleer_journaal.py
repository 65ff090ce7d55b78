#!/usr/bin/env python3
"""Verifies a journal exported by Omzien (`omzien boek exporteer journaal.jsonl --formaat json`).

Standard library only, and written from docs/grootboek-keten.md alone, so that nobody has to trust our own checker.
Usage: controleer_journaal.py <file> [expected head hash]      ("-" reads standard input)
Exit code: 0 everything holds, 1 the journal is broken (the first break is named), 2 this is not a journal file.
"""
import hashlib
import json
import re
import sys
from datetime import date, datetime

KINDS = "raming wijziging ontvangst verplichting factuur realisatie vrijval overheveling jaareinde".split()
GROUNDS = "besluit plan verplichting factuur inlezing afschrift memo".split()
FIELDS = "betreft corrigeert door geldigOp grondslag mandaat nr regels soort tekst tweede v vastgelegdOp".split()
NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
YEAR = r"(?:19|2\d)\d\d"
PART = rf"(?:{NAME}|-)"
ACCOUNT = re.compile(
    rf"(?a:{NAME}:{PART}:(?:dekking|vrijval|(?:toegezegd|ontvangen):{YEAR}|(?:ruimte|realisatie):{PART}:{YEAR}"
    rf"|verplicht:{PART}:{YEAR}:{NAME}|overgang:{PART}:{YEAR}:(?:\d{{4}}-\d\d-\d\d|-)))")
TAGS = re.compile(
    r"(?a:|(?:\d{1,2}\.\d{1,3}[a-z]?@(?:2017|2022|2025))?;(?:\d(?:\.\d{1,2}){1,2})?;(?:incidenteel|structureel)?)")
CENTS = re.compile(r"-?[1-9][0-9]{0,15}")
MOMENT = re.compile(r"(?a:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)")
DIGEST = re.compile(r"[0-9a-f]{64}")


class Break(Exception):
    """The journal is not what it claims to be."""


class Unreadable(Exception):
    """This is not a file that we know how to read."""


def canonical(value):
    """The text over which the hash runs: no spaces, keys in alphabetical order, ASCII only."""
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=True)


def check(condition, number, sentence):
    if not condition:
        raise Break(f"booking {number}: {sentence}")


def read_body(text, number):
    """Parses one canonical text and checks its form."""
    body = json.loads(text)
    check(isinstance(body, dict) and sorted(body) == FIELDS, number, "the text has other fields than it should")
    check(body["v"] == 1, number, "unknown version of the text")
    check(canonical(body) == text, number, "the text is not in canonical form")
    check(body["nr"] == str(number), number, f"the text says number {body['nr']}")
    check(body["soort"] in KINDS and body["grondslag"][0] in GROUNDS, number, "unknown kind or ground")
    check(body["tekst"] is None or DIGEST.fullmatch(body["tekst"]), number, "the digest of the remark is malformed")
    corrects = body["corrigeert"]
    check(corrects is None or 0 < int(corrects) < number, number, "corrects a booking that does not come before it")
    moment = body["vastgelegdOp"]
    check(bool(MOMENT.fullmatch(moment)), number, "the moment of recording is malformed")
    date.fromisoformat(body["geldigOp"])
    datetime.fromisoformat(moment[:-1])
    return body


def add_lines(lines, number, balances):
    """Adds the lines of one booking to the balances; per programme and source they must sum to zero."""
    check(2 <= len(lines) <= 1000, number, "a booking has 2 to 1000 lines")
    per_source = {}
    for account, amount, tags in lines:
        check(bool(ACCOUNT.fullmatch(account)), number, f"malformed account {account}")
        check(bool(CENTS.fullmatch(amount)) and bool(TAGS.fullmatch(tags)), number, "malformed amount or tags")
        source = ":".join(account.split(":")[:2])
        per_source[source] = per_source.get(source, 0) + int(amount)
        balances[account] = balances.get(account, 0) + int(amount)
    for source, cents in per_source.items():
        check(cents == 0, number, f"source {source} is out of balance by {cents} cents")


def read_lines(stream):
    for line in stream:
        try:
            value = json.loads(line)
        except ValueError:
            raise Unreadable("a line is not JSON") from None
        if not isinstance(value, dict):
            raise Unreadable("a line is not a JSON object")
        yield value


def verify(stream, anchor=None):
    lines = read_lines(stream)
    header = next(lines, {})
    if header.get("formaat") != "omzien-journaal" or header.get("versie") != 1 or "kop" not in header:
        raise Unreadable("the first line is not the header of an Omzien journal, version 1")
    head, previous, moment, number, balances = header["kop"], "0" * 64, "", 0, {}
    stated = None
    for line in lines:
        if stated is not None:
            raise Break("something follows the line with balances")
        if "saldi" in line:
            stated = line["saldi"]
            continue
        number += 1
        text, digest = line.get("inhoud", ""), line.get("hash", "")
        computed = hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()
        check(computed == digest, number, "the hash does not follow from the text and the hash before it")
        try:
            body = read_body(text, number)
            add_lines(body["regels"], number, balances)
        except (TypeError, ValueError, LookupError):
            raise Break(f"booking {number}: the text does not have the fixed form") from None
        check(body["vastgelegdOp"] > moment, number, "recorded no later than the booking before it")
        previous, moment = digest, body["vastgelegdOp"]
    if stated is None:
        raise Break(f"the file stops after booking {number}: the line with balances is missing")
    if (head["nr"], head["hash"], head["op"] or "") != (number, previous, moment):
        raise Break(f"the header says booking {head['nr']} is the head, the file ends with booking {number}")
    if anchor is not None and previous != anchor:
        raise Break(f"the head is {previous}, not the {anchor} that was asked for")
    replayed = {account: str(cents) for account, cents in balances.items() if cents != 0}
    for account in sorted(set(replayed) | set(stated)):
        if replayed.get(account) != stated.get(account):
            raise Break(f"account {account}: the bookings add up to {replayed.get(account, 0)} cents, "
                        f"the file says {stated.get(account, 0)}")
    return number, previous, len(replayed)


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(0 if arguments[0] == "-" else arguments[0], encoding="utf-8") as stream:
            number, head, accounts = verify(stream, arguments[1] if len(arguments) == 2 else None)
    except Break as broken:
        print(f"BROKEN: {broken}")
        return 1
    except (Unreadable, OSError, UnicodeDecodeError) as wrong:
        print(f"UNUSABLE: {wrong}", file=sys.stderr)
        return 2
    print(f"GOOD: {number} bookings, {accounts} accounts with a balance, head {head}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
