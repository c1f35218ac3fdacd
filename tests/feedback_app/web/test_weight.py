"""Pages stay light: making the app and answering a page loads no learning library."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from feedback_app.config import Settings

HEAVY = ("sklearn", "numpy", "scipy", "nltk", "onnxruntime", "joblib", "vaderSentiment", "openpyxl", "sqlite_utils")
VISIT = """
import json, sys
from feedback_app import create_app
client = create_app().test_client()
statuses = [client.get(path).status_code for path in ("/", "/help", "/health", "/staff")]
print(json.dumps([statuses, sorted(sys.modules)]))
"""


@pytest.fixture(scope="module")
def database_kind() -> str:
    return "sqlite"


def test_pages_load_no_learning_library(settings: Settings) -> None:
    environ = {"HEARD_INSTANCE": str(settings.instance)}

    ran = subprocess.run([sys.executable, "-c", VISIT], env=environ, capture_output=True, check=True, timeout=60)

    statuses, loaded = json.loads(ran.stdout)
    assert statuses == [200, 200, 200, 303]
    assert not [name for name in loaded if name.partition(".")[0] in HEAVY]
