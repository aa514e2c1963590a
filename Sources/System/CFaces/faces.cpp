#include "faces.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

namespace {

/// The network sees faces of about 10 to 300 pixels. One look at a large picture finds the small ones, a look at a small
/// one those that fill it.
const int looks[] = {1600, 480};

/// The network halves its input five times.
const int step = 32;

const std::vector<cv::String> outputs = {"cls_8",   "obj_8",   "bbox_8",  "cls_16", "obj_16",
                                         "bbox_16", "cls_32",  "obj_32",  "bbox_32"};

struct Found {
    std::vector<cv::Rect2d> boxes;
    std::vector<float> scores;
};

cv::dnn::Net &network() {
    static cv::dnn::Net net = [] {
        cv::setNumThreads(1);
        auto net = cv::dnn::readNetFromONNX(reinterpret_cast<const char *>(faces_network), faces_network_size);
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return net;
    }();
    return net;
}

float sigmoid(float value) { return 1 / (1 + std::exp(-value)); }

/// One look at the picture, made `scale` times as large.
void look(const cv::Mat &picture, double scale, float least, Found &found) {
    cv::Mat small = picture;
    if (scale < 1) {
        cv::Size size(std::max(1, int(picture.cols * scale)), std::max(1, int(picture.rows * scale)));
        cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
    }
    int right = (step - small.cols % step) % step, bottom = (step - small.rows % step) % step;
    cv::Mat padded;
    cv::copyMakeBorder(small, padded, 0, bottom, 0, right, cv::BORDER_CONSTANT, cv::Scalar());
    network().setInput(cv::dnn::blobFromImage(padded, 1, cv::Size(), cv::Scalar(), true));
    std::vector<cv::Mat> maps;
    network().forward(maps, outputs);
    for (int level = 0; level < 3; level++) {
        const cv::Mat &face = maps[level * 3], &object = maps[level * 3 + 1], &box = maps[level * 3 + 2];
        int rows = face.size[2], columns = face.size[3], area = rows * columns;
        double stride = 8 << level;
        const float *f = face.ptr<float>(), *o = object.ptr<float>(), *b = box.ptr<float>();
        for (int at = 0; at < area; at++) {
            float score = std::sqrt(sigmoid(f[at]) * sigmoid(o[at]));
            if (!(score >= least)) continue;
            double width = std::exp(std::min(b[2 * area + at], 8.0f)) * stride;
            double height = std::exp(std::min(b[3 * area + at], 8.0f)) * stride;
            double x = (at % columns + b[at]) * stride, y = (at / columns + b[area + at]) * stride;
            found.boxes.emplace_back((x - width / 2) / scale, (y - height / 2) / scale, width / scale, height / scale);
            found.scores.push_back(score);
        }
    }
}

int find(const cv::Mat &picture, float least, faces_box *boxes, int capacity) {
    Found found;
    int edge = std::max(picture.cols, picture.rows);
    double last = 0;
    for (int size : looks) {
        double scale = std::min(1.0, double(size) / edge);
        if (scale == last) continue;
        look(picture, scale, least, found);
        last = scale;
    }
    std::vector<int> kept;
    cv::dnn::NMSBoxes(found.boxes, found.scores, least, 0.3f, kept);
    int count = 0;
    for (int index : kept) {
        if (count == capacity) break;
        cv::Rect2d box = found.boxes[index] & cv::Rect2d(0, 0, picture.cols, picture.rows);
        if (box.area() < 16) continue;
        boxes[count++] = {float(box.x), float(box.y), float(box.width), float(box.height), found.scores[index]};
    }
    return count;
}

}  // namespace

int faces_start(void) {
    try {
        faces_box box;
        return find(cv::Mat::zeros(64, 64, CV_8UC3), 0.9f, &box, 1) < 0;
    } catch (...) {
        return -1;
    }
}

int faces_find(const unsigned char *pixels, int width, int height, float least, faces_box *boxes, int capacity) {
    if (!pixels || width < 1 || height < 1 || capacity < 1) return -1;
    try {
        return find(cv::Mat(height, width, CV_8UC3, const_cast<unsigned char *>(pixels)), least, boxes, capacity);
    } catch (...) {
        return -1;
    }
}
