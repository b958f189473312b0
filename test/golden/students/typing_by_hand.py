"""How a number is typed: with few digits, in percent, in basis points, with $ and M, or as Python prints it."""
from decimal import Decimal


def rounded(value, digits):
    return Decimal(f"{value:.{digits - 1}e}")


def plain(number):
    return f"{number:f}"


def scientific(number):
    mantissa, exponent = f"{number:e}".lower().split("e")
    return f"{mantissa}e{int(exponent):+03d}"


def typed(rng, value, unit, style, digits):
    """The text, and the number that it means."""
    if value == 0:
        return rng.choice(["0", "0.0", "0.0000", "-1.6e-16", "3.2e-17"]), 0.0
    if unit == "dollars" and abs(value) >= 1000:
        return dollars(rng, value, digits)
    number = rounded(value, digits)
    if unit in ("return", "share") and style == "percent" and abs(value) < 20:
        return f"{plain(number.scaleb(2))}{rng.choice(['%', '%', ' %'])}", float(number)
    if unit == "return" and style == "bps" and abs(value) < 0.01:
        return f"{plain(number.scaleb(4))} bps", float(number)
    if abs(value) < 0.001 and (style == "scientific" or abs(value) < 1e-7):
        return scientific(number), float(number)
    if unit == "years" and rng.random() < 0.3:
        return f"{plain(number)} years", float(number)
    if unit == "dollars":
        return f"${plain(number)}" if rng.random() < 0.5 else plain(number), float(number)
    return plain(number), float(number)


def dollars(rng, value, digits):
    number = rounded(value, digits)
    way = rng.choice(["$M", "$M", "$,", "$,", ",", "", "million", "cents"])
    if way in ("$M", "million") and abs(value) >= 1e5:
        millions = plain(number.scaleb(-6))
        return (f"${millions}M".replace("$-", "-$") if way == "$M" else f"{millions} million"), float(number)
    if way == "cents":
        return f"{value:.2f}", round(value, 2)
    whole = int(number) if rng.random() < 0.3 else round(value)
    if way == "$,":
        return f"${whole:,}".replace("$-", "-$"), float(whole)
    return (f"{whole:,}" if way == "," else str(whole)), float(whole)


def transposed(rng, text):
    """Two neighbouring digits of the leading four the wrong way round."""
    places = [i for i, c in enumerate(text[:-1]) if c.isdigit() and text[i + 1].isdigit() and text[i] != text[i + 1]]
    leading = next((i for i, c in enumerate(text) if c in "123456789"), None)
    places = [i for i in places if leading is not None and leading <= i <= leading + 2]
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
