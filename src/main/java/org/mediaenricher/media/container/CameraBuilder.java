package org.mediaenricher.media.container;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mediaenricher.media.Camera;
import org.mediaenricher.media.Exposure;

/** Collects what took the picture and how; what is told first stays, {@code null} tells nothing. */
final class CameraBuilder {
    private String make;
    private String model;
    private String lens;
    private String software;
    private Double seconds;
    private Double aperture;
    private Integer iso;
    private Double focalLength;

    CameraBuilder make(String told) {
        make = first(make, told);
        return this;
    }

    CameraBuilder model(String told) {
        model = first(model, told);
        return this;
    }

    CameraBuilder lens(String told) {
        lens = first(lens, told);
        return this;
    }

    CameraBuilder software(String told) {
        software = first(software, told);
        return this;
    }

    CameraBuilder seconds(Double told) {
        seconds = first(seconds, told);
        return this;
    }

    CameraBuilder aperture(Double told) {
        aperture = first(aperture, told);
        return this;
    }

    CameraBuilder iso(Integer told) {
        iso = iso == null && told != null && told > 0 ? told : iso;
        return this;
    }

    CameraBuilder focalLength(Double millimetres) {
        focalLength = first(focalLength, millimetres);
        return this;
    }

    Camera camera() {
        return new Camera(
                Optional.ofNullable(make),
                Optional.ofNullable(model),
                Optional.ofNullable(lens),
                Optional.ofNullable(software));
    }

    Exposure exposure() {
        return new Exposure(number(seconds), number(aperture), integer(iso), number(focalLength));
    }

    private static String first(String known, String told) {
        return known == null ? Texts.orNull(told) : known;
    }

    /** Zero, infinity and NaN are how cameras write that they do not know. */
    private static Double first(Double known, Double told) {
        boolean says = told != null && Double.isFinite(told) && told > 0;
        return known == null && says ? told : known;
    }

    private static OptionalDouble number(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalInt integer(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
