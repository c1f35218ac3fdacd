"""Settings: read once, refused with their name and what they take."""

from __future__ import annotations

from pathlib import Path

import pytest

from feedback_app.config import SETTINGS, read_settings
from feedback_app.errors import SettingIsWrong


def test_without_any_setting_heard_listens_on_this_machine_alone(tmp_path: Path) -> None:
    settings = read_settings({})

    assert (settings.host, settings.port, settings.https) == ("127.0.0.1", 8080, False)
    assert settings.database_url == f"sqlite+pysqlite:///{Path('instance').resolve() / 'heard.db'}"


def test_keys_packs_and_database_live_in_the_instance_folder(tmp_path: Path) -> None:
    settings = read_settings({"HEARD_INSTANCE": str(tmp_path)})

    assert {settings.keys, settings.packs} == {tmp_path / "keys", tmp_path / "packs"}
    assert str(tmp_path / "heard.db") in settings.database_url


def test_every_setting_can_be_given() -> None:
    settings = read_settings(
        {
            "HEARD_INSTANCE": "/srv/heard",
            "HEARD_DATABASE_URL": "postgresql+psycopg://heard@/heard",
            "HEARD_HOST": "::1",
            "HEARD_PORT": "9000",
            "HEARD_WEB_WORKERS": "4",
            "HEARD_HTTPS": "yes",
            "HEARD_CODE_TRIES": "5",
            "HEARD_LEAVE_TO": "https://example.org/",
        }
    )

    assert settings.database_url == "postgresql+psycopg://heard@/heard"
    assert (settings.port, settings.web_workers, settings.code_tries) == (9000, 4, 5)
    assert (settings.https, settings.leave_to) == (True, "https://example.org/")
    assert settings.address("/ABCDEF") == "http://[::1]:9000/ABCDEF"


@pytest.mark.parametrize("given", ["https://heard.example.org", "https://heard.example.org/"])
def test_printed_links_start_with_the_address_that_people_use(given: str) -> None:
    assert read_settings({"HEARD_ADDRESS": given}).address("/ABCDEF") == "https://heard.example.org/ABCDEF"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HEARD_PORT", "eighty"),
        ("HEARD_PORT", "65536"),
        ("HEARD_PORT", "-1"),
        ("HEARD_PORT", ""),
        ("HEARD_PORT", "0" * 5_000 + "1"),
        ("HEARD_WEB_WORKERS", "0"),
        ("HEARD_CODE_TRIES", "1.5"),
        ("HEARD_ADDRESS", "heard.example.org"),
        ("HEARD_ADDRESS", "https://heard.example.org/north"),
        ("HEARD_ADDRESS", "https://somebody@heard.example.org"),
        ("HEARD_ADDRESS", "https://heard.example.org:port"),
        ("HEARD_ADDRESS", "javascript:alert"),
        ("HEARD_HTTPS", "true"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_name_and_what_it_takes(name: str, value: str) -> None:
    with pytest.raises(SettingIsWrong, match=rf"{name} takes .+, not '{value}'"):
        read_settings({name: value})


def test_a_misspelt_setting_is_refused_and_the_settings_are_named() -> None:
    with pytest.raises(SettingIsWrong, match=r"HEARD_PRT is not a setting.*HEARD_PORT"):
        read_settings({"HEARD_PRT": "80"})


def test_other_programs_settings_are_left_alone() -> None:
    read_settings({"PATH": "/bin", "UNHEARD_PORT": "x"})


def test_every_setting_has_a_sentence() -> None:
    for name, (_, sentence) in SETTINGS.items():
        assert name.startswith("HEARD_")
        assert sentence.endswith(".")


def test_nothing_else_reads_the_environment() -> None:
    for package in ("feedback_app", "analysis", "surveys"):
        for file in Path(__file__).parents[2].joinpath(package).rglob("*.py"):
            if file.name != "config.py":
                assert "os.environ" not in file.read_text(), file
                assert "getenv" not in file.read_text(), file


def test_an_installation_has_strategies_of_its_own_where_there_is_a_folder_of_them(tmp_path: Path) -> None:
    settings = read_settings({"HEARD_INSTANCE": str(tmp_path)})

    assert settings.strategies is None
    (tmp_path / "strategies").mkdir()
    assert settings.strategies == tmp_path / "strategies"
