package org.mediaenricher.demo.sample;

import java.util.List;

/** A camera as its EXIF names it, with a lens as people use it. */
record Camera(String make, String model, Lens lens, Sensor sensor) {
    static final List<Camera> ALL = List.of(
            new Camera(
                    "Apple",
                    "iPhone 14 Pro",
                    new Lens("iPhone 14 Pro back triple camera 6.86mm f/1.78", 69, 18),
                    new Sensor(4032, 3024)),
            new Camera(
                    "NIKON CORPORATION",
                    "NIKON Z 6_2",
                    new Lens("NIKKOR Z 24-70mm f/4 S", 350, 80),
                    new Sensor(6048, 4024)),
            new Camera("FUJIFILM", "X-T4", new Lens("XF23mmF2 R WR", 230, 56), new Sensor(6240, 4160)),
            new Camera(
                    "OLYMPUS CORPORATION",
                    "E-M1MarkIII",
                    new Lens("OLYMPUS M.12-40mm F2.8", 180, 28),
                    new Sensor(5184, 3888)));

    /**
     * @param focalTenths focal length in tenths of a millimetre
     * @param apertureTenths f-number times ten
     */
    record Lens(String name, int focalTenths, int apertureTenths) {}

    /** Pixels of a full picture, held level. */
    record Sensor(int width, int height) {}

    /** Telephones know their zone, the others only what their clock shows. */
    boolean phone() {
        return make.equals("Apple");
    }
}
