package org.mediaenricher.media;

/** Pixels: RGBA, four bytes each, row by row from the top, alpha not multiplied in. */
public final class Raster implements Decoding {
    private static final int CHANNELS = 4;

    private final Size size;
    private final byte[] rgba;

    /**
     * @param rgba as long as the size asks for; not copied
     */
    public Raster(Size size, byte[] rgba) {
        if (rgba.length != (long) size.width() * size.height() * CHANNELS) {
            throw new IllegalArgumentException(size + " with " + rgba.length + " bytes");
        }
        this.size = size;
        this.rgba = rgba;
    }

    /** Its sides. */
    public Size size() {
        return size;
    }

    /** 0 to 255. */
    public int red(int x, int y) {
        return channel(x, y, 0);
    }

    /** 0 to 255. */
    public int green(int x, int y) {
        return channel(x, y, 1);
    }

    /** 0 to 255. */
    public int blue(int x, int y) {
        return channel(x, y, 2);
    }

    /** 0 for transparent to 255. */
    public int alpha(int x, int y) {
        return channel(x, y, 3);
    }

    /** The picture as it is to be shown. */
    public Raster upright(Orientation orientation) {
        Size shown = orientation.applied(size);
        byte[] turned = new byte[rgba.length];
        for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < shown.width(); x++) {
                System.arraycopy(rgba, index(stored(orientation, x, y)), turned, (y * shown.width() + x) * CHANNELS, 4);
            }
        }
        return new Raster(shown, turned);
    }

    /** Where a shown pixel is stored: row * width + column (Exif 2.32, 4.6.4 A, tag Orientation). */
    private int stored(Orientation orientation, int x, int y) {
        int right = size.width() - 1;
        int bottom = size.height() - 1;
        return switch (orientation.exif()) {
            case 2 -> at(right - x, y);
            case 3 -> at(right - x, bottom - y);
            case 4 -> at(x, bottom - y);
            case 5 -> at(y, x);
            case 6 -> at(y, bottom - x);
            case 7 -> at(right - y, bottom - x);
            case 8 -> at(right - y, x);
            default -> at(x, y);
        };
    }

    private int at(int column, int row) {
        return row * size.width() + column;
    }

    private static int index(int pixel) {
        return pixel * CHANNELS;
    }

    private int channel(int x, int y, int channel) {
        return rgba[index(at(x, y)) + channel] & 0xff;
    }
}
