"""The sentence model: the same words, the same vector; built once; never needed for Heard to work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

from analysis.config import FOLDER
from analysis.sentences import SentenceVectors, model
from analysis.sentences.graph import sentence_graph

SAID = ("They listened to me.", "She really heard what I said.", "The bus never comes on time.", "nowt")


@pytest.fixture
def an_empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    model.graph_bytes.cache_clear()
    yield tmp_path
    model.graph_bytes.cache_clear()


def test_texts_about_one_thing_point_the_same_way() -> None:
    vectors = SentenceVectors().transform(SAID)

    likeness = vectors @ vectors.T
    assert vectors.shape == (4, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert likeness[0, 1] > 0.4 > likeness[0, 2]


def test_neither_order_nor_company_nor_processes_change_a_vector() -> None:
    many = [f"{words} {number}" for number in range(900) for words in SAID]
    alone = SentenceVectors().transform(many[7:8])

    shared_out = SentenceVectors(n_jobs=2).transform(many[::-1])

    assert np.array_equal(alone[0], shared_out[::-1][7])


def test_a_blank_text_points_nowhere_and_twins_are_alike() -> None:
    vectors = SentenceVectors().transform(["nowt", " ", "nowt", ""])

    assert np.array_equal(vectors[0], vectors[2])
    assert not vectors[[1, 3]].any()
    assert SentenceVectors().transform([]).shape == (0, 384)


def test_it_stands_in_anybodys_pipeline() -> None:
    pipeline = make_pipeline(FunctionTransformer(lambda texts: [text.lower() for text in texts]), SentenceVectors())

    assert np.array_equal(pipeline.fit_transform(["NOWT"]), SentenceVectors().transform(["nowt"]))


def test_eight_bits_are_near_the_whole_numbers() -> None:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    weights = load_file(model.tokenizer_file().with_name("model.safetensors"))
    whole = InferenceSession(sentence_graph(weights))
    tokenizer = Tokenizer.from_file(str(model.tokenizer_file()))
    tokenizer.no_padding()

    exact = np.array([whole.run(None, {"ids": np.array(tokenizer.encode(text).ids)})[0] for text in SAID])

    assert ((exact * SentenceVectors().transform(SAID)).sum(axis=1) > 0.98).all()


def test_the_graph_is_built_once_with_a_word_about_it(an_empty_cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = model.graph_bytes()
    said = capsys.readouterr().err
    model.graph_bytes.cache_clear()

    assert model.graph_bytes() == first
    assert "Building the sentence model" in said
    assert "Building" not in capsys.readouterr().err
    assert len(list(an_empty_cache.glob("*.onnx"))) == 1


def test_a_graph_that_was_cut_short_is_built_again(an_empty_cache: Path) -> None:
    whole = model.graph_bytes()
    kept = next(an_empty_cache.glob("*.onnx"))
    kept.write_bytes(whole[:1000])
    model.graph_bytes.cache_clear()

    assert model.graph_bytes() == whole
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_to_is_no_error(an_empty_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (an_empty_cache / "a file").touch()
    monkeypatch.setenv(FOLDER, str(an_empty_cache / "a file"))

    assert model.graph_bytes()


def test_without_the_weights_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_NEEDED", ("no_such_package",))
    model.graph_bytes.cache_clear()

    assert not SentenceVectors.available()
    with pytest.raises(model.ModelMissing, match="lock file"):
        model.graph_bytes()
