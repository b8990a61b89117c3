package org.mediaenricher.media.derive.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;

/** A picture of HEIF's derived item {@code grid} (ISO/IEC 23008-12, 6.6.2.3): tiles, each a track of its own. */
final class TileGrid {
    private final AVFormatContext format;
    private final AVStreamGroup group;
    private final AVStreamGroupTileGrid grid;
    private final long mostPixels;

    private TileGrid(AVFormatContext format, AVStreamGroup group, long mostPixels) {
        this.format = format;
        this.group = group;
        this.grid = group.params_tile_grid();
        this.mostPixels = mostPixels;
    }

    /** The largest grid, for gain maps and depths may be grids too; none in a file without. */
    static Optional<TileGrid> of(AVFormatContext format, long mostPixels) {
        return IntStream.range(0, format.nb_stream_groups())
                .mapToObj(format::stream_groups)
                .filter(group -> group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID)
                .map(group -> new TileGrid(format, group, mostPixels))
                .max((one, other) -> Long.compare(one.pixels(), other.pixels()));
    }

    /** The whole picture. */
    Picture picture() throws Refused {
        if (pixels() > mostPixels) {
            throw Refused.tooLarge(grid.width(), grid.height(), mostPixels);
        }
        Map<Integer, List<Integer>> tiles = tilesByStream();
        Canvas canvas = new Canvas(grid);
        AVPacket packet = av_packet_alloc();
        try {
            while (!tiles.isEmpty() && av_read_frame(format, packet) >= 0) {
                List<Integer> shown = tiles.remove(packet.stream_index());
                if (shown != null) {
                    paint(canvas, shown, packet);
                }
                av_packet_unref(packet);
            }
            return canvas.picture();
        } catch (Refused broken) {
            canvas.close();
            throw broken;
        } finally {
            av_packet_free(packet);
        }
    }

    private long pixels() {
        return (long) grid.coded_width() * grid.coded_height();
    }

    private Map<Integer, List<Integer>> tilesByStream() {
        Map<Integer, List<Integer>> tiles = new HashMap<>();
        for (int tile = 0; tile < grid.nb_tiles(); tile++) {
            int stream = group.streams(grid.offsets_idx(tile)).index();
            tiles.computeIfAbsent(stream, first -> new ArrayList<>()).add(tile);
        }
        return tiles;
    }

    private void paint(Canvas canvas, List<Integer> tiles, AVPacket packet) throws Refused {
        AVStream stream = format.streams(packet.stream_index());
        try (Codec codec = Codec.of(stream.codecpar(), mostPixels);
                Picture picture = codec.decode(packet)) {
            for (int tile : tiles) {
                canvas.paint(picture.frame(), grid.offsets_horizontal(tile), grid.offsets_vertical(tile));
            }
        }
    }
}
