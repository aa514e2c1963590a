import CFFmpeg
import CVips
import Imaging

/// Decodes one picture of a video.
enum VideoStill {
    /// The picture that a piece holds by itself; nil when it cannot be decoded.
    static func pixels(
        of packet: UnsafeMutablePointer<AVPacket>, in reader: VideoReader, _ orientation: Orientation, maxEdge: Int
    ) throws(PictureProblem) -> Pixels? {
        var decoder = avcodec_alloc_context3(avcodec_find_decoder(reader.picture.pointee.codecpar.pointee.codec_id))
        defer { avcodec_free_context(&decoder) }
        guard let decoder, avcodec_parameters_to_context(decoder, reader.picture.pointee.codecpar) >= 0 else {
            return nil
        }
        decoder.pointee.thread_count = 1
        // The pictures themselves may say another size than the file does.
        decoder.pointee.max_pixels = Int64(VideoLimits.pixels)
        decoder.pointee.pkt_timebase = reader.picture.pointee.time_base
        var frame = av_frame_alloc()
        defer { av_frame_free(&frame) }
        guard let frame, avcodec_open2(decoder, nil, nil) == 0, avcodec_send_packet(decoder, packet) == 0,
            avcodec_send_packet(decoder, nil) == 0, avcodec_receive_frame(decoder, frame) == 0,
            frame.pointee.decode_error_flags == 0, frame.pointee.flags & AV_FRAME_FLAG_CORRUPT == 0
        else { return nil }
        try VideoReader.checkSize(Int(frame.pointee.width), Int(frame.pointee.height))
        return scaled(frame, reader.picture.pointee.sample_aspect_ratio, maxEdge)?.upright(orientation)
    }

    /// In red, green and blue, with square pixels, and no edge longer than asked for.
    private static func scaled(
        _ frame: UnsafeMutablePointer<AVFrame>, _ aspect: AVRational, _ maxEdge: Int
    ) -> Pixels? {
        let ratio = [frame.pointee.sample_aspect_ratio, aspect].first { $0.num > 0 && $0.den > 0 }
        var stretch = ratio.map { Double($0.num) / Double($0.den) } ?? 1
        if !(0.2...5).contains(stretch) { stretch = 1 }
        let (wide, high) = (Double(frame.pointee.width) * stretch, Double(frame.pointee.height))
        let scale = min(1, Double(maxEdge) / max(wide, high))
        let width = max(1, Int((wide * scale).rounded())), height = max(1, Int((high * scale).rounded()))
        guard
            let scaler = sws_getContext(
                frame.pointee.width, frame.pointee.height, AVPixelFormat(frame.pointee.format), Int32(width),
                Int32(height), AV_PIX_FMT_RGB24, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nil, nil, nil)
        else { return nil }
        defer { sws_freeContext(scaler) }
        colours(of: frame, to: scaler)
        var planes: [UnsafeMutablePointer<UInt8>?] = [nil, nil, nil, nil]
        var strides: [Int32] = [0, 0, 0, 0]
        guard av_image_alloc(&planes, &strides, Int32(width), Int32(height), AV_PIX_FMT_RGB24, 32) > 0,
            let start = planes[0]
        else { return nil }
        defer { av_free(start) }
        let lines = withUnsafePointer(to: &frame.pointee.data) { data in
            data.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 8) { data in
                withUnsafePointer(to: &frame.pointee.linesize) { sizes in
                    sizes.withMemoryRebound(to: Int32.self, capacity: 8) { sizes in
                        sws_scale(scaler, data, sizes, 0, frame.pointee.height, planes, strides)
                    }
                }
            }
        }
        guard lines == height else { return nil }
        let row = width * 3
        let bytes = [UInt8](unsafeUninitializedCapacity: row * height) { target, count in
            for line in 0..<height {
                target.baseAddress.map {
                    ($0 + line * row).initialize(from: start + line * Int(strides[0]), count: row)
                }
            }
            count = row * height
        }
        return Pixels(width: width, height: height, bands: 3, bytes: bytes)
    }

    /// Which colours the numbers mean; where nobody says, what players take for granted.
    private static func colours(of frame: UnsafeMutablePointer<AVFrame>, to scaler: OpaquePointer) {
        let said = Int32(frame.pointee.colorspace.rawValue)
        let isSaid = [1, 4, 5, 6, 7, 9, 10].contains(said)
        let space = isSaid ? said : frame.pointee.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601
        let isFull = frame.pointee.color_range == AVCOL_RANGE_JPEG
        sws_setColorspaceDetails(
            scaler, sws_getCoefficients(space), isFull ? 1 : 0, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16,
            1 << 16)
    }
}

extension Pixels {
    /// Turned and mirrored as the orientation says; nil when there is no room for it.
    fileprivate func upright(_ orientation: Orientation) -> Pixels? {
        guard orientation != .upright else { return self }
        return bytes.withUnsafeBytes { buffer -> Pixels? in
            guard
                let lying = picture_of_pixels(
                    buffer.baseAddress, buffer.count, Int32(width), Int32(height), Int32(bands))
            else { return nil }
            defer { picture_release(lying) }
            guard let image = picture_upright(lying, Int32(orientation.rawValue)) else { return nil }
            defer { picture_release(image) }
            var count = 0
            guard let start = vips_image_write_to_memory(image, &count) else { return nil }
            defer { picture_free(start) }
            return Pixels(
                width: Int(vips_image_get_width(image)), height: Int(vips_image_get_height(image)), bands: bands,
                bytes: Array(UnsafeRawBufferPointer(start: start, count: count)))
        }
    }
}
