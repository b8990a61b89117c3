package org.mediaenricher.media.zones;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.iakovlev.timeshape.TimeZoneEngine;
import net.iakovlev.timeshape.proto.Geojson;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The borders of the world's time zones as timeshape carries them: edges between two points, each of one zone. */
final class Borders {
    private final List<String> zones = new ArrayList<>();
    private float[] points = new float[1 << 24];
    private short[] zoneOf = new short[1 << 22];
    private int size;

    private Borders() {}

    static Borders read() throws IOException {
        Borders borders = new Borders();
        try (InputStream packed = TimeZoneEngine.class.getResourceAsStream("/data.tar.zstd");
                TarArchiveInputStream files = new TarArchiveInputStream(new ZstdInputStream(packed))) {
            while (files.getNextEntry() != null) {
                borders.add(Geojson.Feature.parseFrom(files.readAllBytes()));
            }
        }
        return borders;
    }

    /** The zones' names, by their numbers. */
    List<String> zones() {
        return zones;
    }

    /** How many edges there are. */
    int size() {
        return size;
    }

    int zone(int edge) {
        return zoneOf[edge];
    }

    double x1(int edge) {
        return points[4 * edge];
    }

    double y1(int edge) {
        return points[4 * edge + 1];
    }

    double x2(int edge) {
        return points[4 * edge + 2];
    }

    double y2(int edge) {
        return points[4 * edge + 3];
    }

    private void add(Geojson.Feature feature) {
        int zone = number(feature.getProperties(0).getValueString());
        Geojson.Geometry geometry = feature.getGeometry();
        if (geometry.hasPolygon()) {
            rings(geometry.getPolygon(), zone);
        } else {
            geometry.getMultiPolygon().getCoordinatesList().forEach(polygon -> rings(polygon, zone));
        }
    }

    /** One name for all zones of the open sea, which say nothing about any clock. */
    private int number(String name) {
        String zone = name.startsWith("Etc/") ? ZoneMapFile.OPEN_SEA : name;
        if (!zones.contains(zone)) {
            zones.add(zone);
        }
        return zones.indexOf(zone);
    }

    private void rings(Geojson.Polygon polygon, int zone) {
        for (Geojson.LineString ring : polygon.getCoordinatesList()) {
            int count = ring.getCoordinatesCount();
            for (int i = 0; i < count; i++) {
                edge(ring.getCoordinates(i), ring.getCoordinates((i + 1) % count), zone);
            }
        }
    }

    private void edge(Geojson.Position from, Geojson.Position to, int zone) {
        if (size == zoneOf.length) {
            zoneOf = Arrays.copyOf(zoneOf, 2 * size);
            points = Arrays.copyOf(points, 8 * size);
        }
        points[4 * size] = from.getLon();
        points[4 * size + 1] = from.getLat();
        points[4 * size + 2] = to.getLon();
        points[4 * size + 3] = to.getLat();
        zoneOf[size++] = (short) zone;
    }
}
