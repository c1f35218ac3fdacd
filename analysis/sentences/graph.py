"""all-MiniLM-L6-v2 as an ONNX graph that takes one text, in eight-bit whole numbers.

The network is BERT's encoder (Devlin et al. 2019) with the mean of its last layer, as trained for sentences by Reimers
and Gurevych (2019). In eight bits a text's numbers are scaled by everything that is encoded beside it, so the graph has
no room for a second text: the same words give the same vector in any company.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

Weights = Mapping[str, NDArray[Any]]

IDS, VECTOR = "ids", "vector"
WIDTH = 384
_HEADS, _LAYERS = 12, 6
_EPSILON = 1e-12
_OPSET, _IR = 20, 9  # the first opset with Gelu; 9 is the oldest format that may hold it
_WORDS = "embeddings.word_embeddings.weight"


def sentence_graph(weights: Weights) -> bytes:
    """Build the graph: ids of shape (words,), int64, to one unit vector of shape (384,), float32."""
    graph = _Graph()
    graph.keep("first", np.array([0]))
    graph.keep("heads", np.array([0, _HEADS, WIDTH // _HEADS]))
    graph.keep("whole", np.array([0, WIDTH]))
    graph.keep("scale", np.array(1 / np.sqrt(WIDTH / _HEADS), dtype=np.float32))
    graph.keep(_WORDS, weights[_WORDS])
    one_text = weights["embeddings.token_type_embeddings.weight"][0]
    graph.keep("places", weights["embeddings.position_embeddings.weight"] + one_text)
    places = graph.add("Slice", "places", "first", graph.add("Shape", IDS), "first")
    state = graph.add("Add", graph.add("Gather", _WORDS, IDS), places)
    state = graph.normed(state, weights, "embeddings.LayerNorm")
    for number in range(_LAYERS):
        state = _layer(graph, weights, state, f"encoder.layer.{number}")
    mean = graph.add("ReduceMean", state, "first", keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], [VECTOR], axis=0, p=2))
    content: bytes = graph.checked().SerializeToString()
    return content


def in_eight_bits(graph: bytes) -> bytes:
    """The same graph with weights in eight bits, scaled by channel: a quarter of the size, and faster."""
    logger = logging.getLogger()
    said = logger.level
    logger.setLevel(logging.ERROR)  # it advises a step that this graph does not need
    try:
        with tempfile.TemporaryDirectory(prefix="heard-graph-") as folder:
            whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
            whole.write_bytes(graph)
            quantize_dynamic(whole, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
            return small.read_bytes()
    finally:
        logger.setLevel(said)


def _layer(graph: _Graph, weights: Weights, state: str, name: str) -> str:
    attention = f"{name}.attention.self"
    query, key, value = (graph.dense(state, weights, f"{attention}.{part}") for part in ("query", "key", "value"))
    query = graph.add("Transpose", graph.add("Reshape", query, "heads"), perm=[1, 0, 2])
    key = graph.add("Transpose", graph.add("Reshape", key, "heads"), perm=[1, 2, 0])
    value = graph.add("Transpose", graph.add("Reshape", value, "heads"), perm=[1, 0, 2])
    shares = graph.add("Softmax", graph.add("Mul", graph.add("MatMul", query, key), "scale"), axis=-1)
    seen = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[1, 0, 2])
    seen = graph.dense(graph.add("Reshape", seen, "whole"), weights, f"{name}.attention.output.dense")
    state = graph.normed(graph.add("Add", seen, state), weights, f"{name}.attention.output.LayerNorm")
    wide = graph.add("Gelu", graph.dense(state, weights, f"{name}.intermediate.dense"))
    narrow = graph.dense(wide, weights, f"{name}.output.dense")
    return graph.normed(graph.add("Add", narrow, state), weights, f"{name}.output.LayerNorm")


@dataclass(slots=True)
class _Graph:
    """Nodes in their order and the values that they use; each step returns the name of what it gives."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    values: list[onnx.TensorProto] = field(default_factory=list)

    def keep(self, name: str, values: NDArray[Any]) -> str:
        self.values.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, operation: str, *inputs: str, **attributes: Any) -> str:
        name = f"{operation} {len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, list(inputs), [name], name=name, **attributes))
        return name

    def dense(self, state: str, weights: Weights, name: str) -> str:
        factors = self.keep(f"{name}.weight", weights[f"{name}.weight"].T)
        return self.add("Add", self.add("MatMul", state, factors), self.keep(f"{name}.bias", weights[f"{name}.bias"]))

    def normed(self, state: str, weights: Weights, name: str) -> str:
        scale, shift = (self.keep(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", state, scale, shift, axis=-1, epsilon=_EPSILON)

    def checked(self) -> onnx.ModelProto:
        ids = helper.make_tensor_value_info(IDS, TensorProto.INT64, ["words"])
        vector = helper.make_tensor_value_info(VECTOR, TensorProto.FLOAT, [WIDTH])
        graph = helper.make_graph(self.nodes, "sentence", [ids], [vector], self.values)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
        onnx.checker.check_model(model)
        return model
