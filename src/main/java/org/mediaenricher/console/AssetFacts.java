package org.mediaenricher.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mediaenricher.assets.Asset;
import org.mediaenricher.assets.AssetLook;
import org.mediaenricher.assets.SeenAsset;

/** What is known of an asset, in groups, in words. What is not known is left out. */
final class AssetFacts {
    /**
     * Facts that belong together.
     *
     * @param facts at least one
     */
    public record Group(String title, List<Fact> facts) {}

    /** A fact by its name. */
    public record Fact(String name, String text) {}

    private final Asset asset;
    private final Optional<AssetLook> look;
    private final Words words;
    private List<Fact> facts = new ArrayList<>();

    private AssetFacts(SeenAsset seen, Words words) {
        this.asset = seen.asset();
        this.look = seen.look();
        this.words = words;
    }

    static List<Group> of(SeenAsset seen, Words words) {
        AssetFacts all = new AssetFacts(seen, words);
        List<Group> groups = new ArrayList<>();
        for (Group group : List.of(all.file(), all.content(), all.capture(), all.place(), all.camera(), all.sight())) {
            if (!group.facts().isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private Group file() {
        fact("Bucket", asset.bucket);
        fact("Path", asset.path);
        fact("Type", asset.contentType);
        fact("Size", words.bytes(asset.sizeBytes) + " (" + words.number(asset.sizeBytes) + " bytes)");
        fact("ETag", asset.etag);
        fact("First found", words.utc(asset.createdAt));
        fact("Last enriched", words.utc(asset.enrichedAt));
        fact("Times written", asset.writes);
        fact("Id", asset.id);
        return group("File");
    }

    private Group content() {
        fact("Picture", asset.width == null ? null : asset.width + " × " + asset.height + " pixels, as shown");
        fact("Orientation", asset.orientation);
        fact("Rotation", asset.rotation == null || asset.rotation == 0 ? null : asset.rotation + "°");
        fact("Pages", asset.pageCount);
        fact("Duration", asset.durationMs == null ? null : words.span(Duration.ofMillis(asset.durationMs)));
        fact("Video codec", asset.videoCodec);
        fact("Frame rate", asset.frameRate == null ? null : number("%.2f", asset.frameRate) + " a second");
        fact("Audio codec", asset.audioCodec);
        fact("Audio channels", asset.audioChannels);
        return group("Picture, video and sound");
    }

    private Group capture() {
        fact("Taken", words.utc(asset.capturedAt));
        fact("By the clock on the wall", asset.capturedLocal);
        fact("Offset", asset.capturedOffset);
        fact("Zone known from", asset.capturedFrom);
        return group("Capture");
    }

    private Group place() {
        fact("Latitude", asset.latitude == null ? null : number("%.6f°", asset.latitude));
        fact("Longitude", asset.longitude == null ? null : number("%.6f°", asset.longitude));
        fact("Altitude", asset.altitude == null ? null : number("%.1f m", asset.altitude));
        return group("Place");
    }

    private Group camera() {
        fact("Maker", asset.cameraMake);
        fact("Model", asset.cameraModel);
        return group("Camera");
    }

    private Group sight() {
        look.ifPresent(seen -> {
            fact("Dominant colour", seen.dominantColour);
            fact("Perceptual hash", seen.perceptualHash == null ? null : Long.toHexString(seen.perceptualHash));
            fact("SHA-256", seen.sha256);
            fact("Not decoded", seen.failureMessage);
            fact("Looked at", words.utc(seen.seenAt));
        });
        return group("Look");
    }

    private void fact(String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.add(new Fact(name, value.toString()));
        }
    }

    private Group group(String title) {
        Group group = new Group(title, facts);
        facts = new ArrayList<>();
        return group;
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
