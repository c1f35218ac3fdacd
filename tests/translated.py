"""An invented draft in Urdu, of a few questions."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from feedback_app import translating
from surveys.shared import load_shared
from surveys.translations import load_translations

COMMON = """\
[wordings]
before_first_box = ["آپ بعد میں اپنے جواب مٹا سکتے ہیں۔", "ہم کچھ الفاظ رکھ سکتے ہیں۔"]
[scales.yesno.options]
yes = "ہاں"
no = "نہیں"
dont-know = "معلوم نہیں"
prefer-not-to-say = "بتانا نہیں چاہتا"
"""
SURVEY = """\
version = 1
title = "میری تھراپی"
[services]
physiotherapy = "فزیوتھراپی"
[questions.t10]
words = "کیا اچھا ہے؟"
"""


def give_urdu(app: Flask, folder: Path) -> None:
    """Give an app the draft, in the place of whatever languages come with Heard."""
    (folder / "ur").mkdir()
    (folder / "ur" / "common.toml").write_text(COMMON, encoding="utf-8")
    (folder / "ur" / "therapy-satisfaction.toml").write_text(SURVEY, encoding="utf-8")
    found = load_translations(load_shared(), folder)
    app.extensions["heard_languages"] = found
    digests = translating.digests_of(found)
    # the words round the questions may not be written in this language yet
    app.extensions["heard_digests"] = {"ur": {"pages": "invented", **digests["ur"]}}
