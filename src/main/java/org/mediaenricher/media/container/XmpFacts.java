package org.mediaenricher.media.container;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/** Facts out of an XMP packet (XMP specification part 2; Exif metadata for XMP, CIPA DC-010). */
final class XmpFacts {
    private final XmpPacket xmp;

    XmpFacts(XmpPacket xmp) {
        this.xmp = xmp;
    }

    void tell(FactsBuilder facts) {
        description(facts.description());
        camera(facts.camera());
        time("exif:DateTimeOriginal", facts);
        time("photoshop:DateCreated", facts);
        time("xmp:CreateDate", facts);
        position(facts);
        Times.of(text("exif:GPSTimeStamp"))
                .map(time -> time.local().toInstant(time.offset().orElse(ZoneOffset.UTC)))
                .ifPresent(facts::satelliteTime);
        if (xmp.has("hdrgm:Version")) {
            facts.hdr(); // a gain map stands beside the picture (Ultra HDR image format 1.1)
        }
    }

    private void description(DescriptionBuilder description) {
        xmp.all("dc:subject").forEach(description::keyword);
        xmp.all("lr:hierarchicalSubject").forEach(description::subject);
        xmp.all("digiKam:TagsList").forEach(path -> description.subject(path.replace('/', '|')));
        description.title(text("dc:title")).title(text("photoshop:Headline"));
        description.caption(text("dc:description"));
        number("xmp:Rating").ifPresent(stars -> description.rating((int) stars));
    }

    private void camera(CameraBuilder camera) {
        camera.make(text("tiff:Make"))
                .model(text("tiff:Model"))
                .lens(text("exifEX:LensModel"))
                .lens(text("aux:Lens"))
                .software(text("xmp:CreatorTool"));
        number("exif:ExposureTime").ifPresent(camera::seconds);
        number("exif:FNumber").ifPresent(camera::aperture);
        number("exif:FocalLength").ifPresent(camera::focalLength);
        number("exif:ISOSpeedRatings").ifPresent(iso -> camera.iso((int) iso));
    }

    private void time(String path, FactsBuilder facts) {
        Times.of(text(path)).ifPresent(facts::captured);
    }

    private void position(FactsBuilder facts) {
        OptionalDouble latitude = XmpNumbers.degrees(text("exif:GPSLatitude"), "NS");
        OptionalDouble longitude = XmpNumbers.degrees(text("exif:GPSLongitude"), "EW");
        if (latitude.isPresent() && longitude.isPresent()) {
            Places.at(latitude.getAsDouble(), longitude.getAsDouble(), altitude())
                    .ifPresent(facts::position);
        }
    }

    private OptionalDouble altitude() {
        OptionalDouble altitude = number("exif:GPSAltitude");
        boolean below = xmp.first("exif:GPSAltitudeRef").equals(Optional.of("1"));
        return altitude.isPresent() && below ? OptionalDouble.of(-altitude.getAsDouble()) : altitude;
    }

    private OptionalDouble number(String path) {
        return XmpNumbers.number(text(path));
    }

    private String text(String path) {
        return xmp.first(path).orElse(null);
    }
}
