package org.mediaenricher.media.zones;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the map of time zones anew from timeshape's borders, after its version was raised. Wants 4 GB of heap. */
public final class ZoneMapMaker {
    private ZoneMapMaker() {}

    /** Writes the resource that {@link ZoneMap} reads, into the folder given. */
    public static void main(String[] arguments) throws IOException {
        Borders borders = Borders.read();
        ZoneMapWriter writer = new ZoneMapWriter(borders.zones());
        new ZoneTree(borders, new Clocks(borders.zones()), writer).write();
        Path target = Path.of(arguments[0], ZoneMap.class.getPackageName().replace('.', '/'), ZoneMapFile.NAME);
        Files.createDirectories(target.getParent());
        try (OutputStream file = Files.newOutputStream(target)) {
            writer.write(file);
        }
        System.out.println(borders.size() + " edges, " + writer + ", " + Files.size(target) + " bytes packed");
    }
}
