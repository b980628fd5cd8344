#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make price_book.json, the price book that Sekisho carries, from a compiled table of AWS prices.

    make_price_book.py [--zones ZONES.json] INPUT.json OUTPUT.json

INPUT: {title, compiled_from, hours_per_month, rules, sources, regions: [{region, name, partition,
usagetype_prefix, <price>_usd..., source: {<price>_usd: [...]}, as_of: {...}, note?}]}.
ZONES: {regions: {code: [zone, ...]}}, the usual availability zones; a Region that is not in it gets none.

No figure ever is a binary float: numbers keep the digits they are written with and leave as JSON strings. A null
stays null, which means unknown, never free. The same input gives the same bytes.
"""

import argparse
import json
import sys
from decimal import Decimal

# Component as the program calls it -> (column of the input, unit of one price).
COMPONENTS = {
    "nat_gateway_hour": ("nat_gateway_hour_usd", "hour"),
    "nat_gateway_gb": ("nat_gateway_gb_usd", "GB"),
    "public_ipv4": ("public_ipv4_hour_usd", "hour"),
    "interface_endpoint_hour": ("interface_endpoint_hour_usd", "hour"),
    "interface_endpoint_gb": ("interface_endpoint_gb_usd", "GB"),
    "cross_az_gb": ("cross_az_gb_usd", "GB"),
    "internet_out_gb": ("internet_out_gb_usd", "GB"),
    "nat_instance_hour": ("nat_instance_t4g_nano_hour_usd", "hour"),
    "alb_hour": ("alb_hour_usd", "hour"),
    "gp3_gb_month": ("gp3_gb_month_usd", "GB-month"),
}

# A t4g.large costs 16 times a t4g.nano; where the nano has no figure of its own, this is it.
DERIVED = ("nat_instance_hour", "nat_instance_t4g_nano_derived_usd", "t4g_large_hour_usd", 16)
DERIVED_FORMULA = "t4g.large / 16"


def money(value, place):
    if not isinstance(value, Decimal) or not value.is_finite() or value < 0:
        sys.exit(f"{place}: {value!r} is not an amount of 0 or more")
    return format(value, "f")


def amount(value, place):
    """The members that say how much: one price, or tiers."""
    if not isinstance(value, list):
        return {"price": money(value, place)}
    tiers = []
    end = Decimal(0)
    for tier in value:
        if end is None or tier["from_gb"] != end:
            sys.exit(f"{place}: tiers must follow each other without gap or overlap")
        end = tier["to_gb"]
        tiers.append({
            "from_gb": money(tier["from_gb"], place),
            "to_gb": None if end is None else money(end, place),
            "usd_per_gb": money(tier["usd_per_gb"], place),
        })
    if end is not None:
        sys.exit(f"{place}: the last tier must be open")
    return {"tiers": tiers}


def price(row, component, sources):
    column, unit = COMPONENTS[component]
    origin = column
    derived = None
    if row[column] is None and component == DERIVED[0]:
        _, column, origin, divisor = DERIVED
        if abs(row[origin] / divisor - row[column]) > Decimal("0.00001"):
            sys.exit(f"{row['region']}: {column} is not {DERIVED_FORMULA}")
        derived = DERIVED_FORMULA
    if row[column] is None:
        return None
    place = f"{row['region']}/{column}"
    names = row["source"].get(origin)
    if not names or origin not in row["as_of"]:
        sys.exit(f"{place}: a figure without source or date")
    unknown = [name for name in names if name not in sources]
    if unknown:
        sys.exit(f"{place}: unknown source {unknown[0]}")
    result = {"unit": unit, **amount(row[column], place), "sources": names, "as_of": row["as_of"][origin]}
    if derived:
        result["derived"] = derived
    return result


def price_book(table, zones):
    regions = []
    for row in sorted(table["regions"], key=lambda row: row["region"]):
        region = {
            "code": row["region"],
            "name": row["name"],
            "partition": row["partition"],
            "usage_type_prefix": row["usagetype_prefix"],
            "zones": sorted(zones.get(row["region"], [])),
        }
        if "note" in row:
            region["note"] = row["note"]
        region["prices"] = {component: price(row, component, table["sources"]) for component in COMPONENTS}
        regions.append(region)
    codes = [region["code"] for region in regions]
    if len(set(codes)) != len(codes):
        sys.exit("a Region occurs twice")
    return {
        "format": "sekisho-price-book",
        "version": 1,
        "title": table["title"],
        "compiled_from": table["compiled_from"],
        "currency": "USD",
        "hours_per_month": money(table["hours_per_month"], "hours_per_month"),
        "notes": table["rules"],
        "sources": dict(sorted(table["sources"].items())),
        "regions": regions,
    }


def text(value, indent=0):
    """JSON, one line for whatever fits in one: a changed price is a changed line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + indent <= 100 or not isinstance(value, (dict, list)):
        return flat
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        rows = [inner + json.dumps(key, ensure_ascii=False) + ": " + text(item, indent + 2)
                for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    rows = [inner + text(item, indent + 2) for item in value]
    return "[\n" + ",\n".join(rows) + "\n" + " " * indent + "]"


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=Decimal, parse_int=Decimal)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--zones", metavar="ZONES.json", help="the usual availability zones of each Region")
    parser.add_argument("input", metavar="INPUT.json")
    parser.add_argument("output", metavar="OUTPUT.json")
    arguments = parser.parse_args()
    zones = load(arguments.zones)["regions"] if arguments.zones else {}
    book = text(price_book(load(arguments.input), zones)) + "\n"
    with open(arguments.output, "w", encoding="utf-8", newline="\n") as file:
        file.write(book)


if __name__ == "__main__":
    main()
