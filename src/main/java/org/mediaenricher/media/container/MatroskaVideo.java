package org.mediaenricher.media.container;

import org.mediaenricher.media.Orientation;
import org.mediaenricher.media.Size;

/** The picture of a video track (RFC 9559, 5.1.4.1.28): stored and shown size, colour, turning. */
final class MatroskaVideo {
    private static final int PIXEL_WIDTH = 0xb0;
    private static final int PIXEL_HEIGHT = 0xba;
    private static final int CROP_BOTTOM = 0x54aa;
    private static final int CROP_TOP = 0x54bb;
    private static final int CROP_LEFT = 0x54cc;
    private static final int CROP_RIGHT = 0x54dd;
    private static final int DISPLAY_WIDTH = 0x54b0;
    private static final int DISPLAY_HEIGHT = 0x54ba;
    private static final int DISPLAY_UNIT = 0x54b2;
    private static final int COLOUR = 0x55b0;
    private static final int TRANSFER = 0x55ba;
    private static final int MASTERING = 0x55d0;
    private static final int PROJECTION = 0x7670;
    private static final int POSE_YAW = 0x7673;
    private static final int POSE_ROLL = 0x7675;
    private static final int IN_PIXELS = 0;
    private static final int AS_RATIO = 3;

    private final ByteWindow window;
    private final TrackBuilder track;
    private long width;
    private long height;
    private long croppedAcross;
    private long croppedDown;
    private long displayWidth;
    private long displayHeight;
    private long displayUnit;

    private MatroskaVideo(ByteWindow window, TrackBuilder track) {
        this.window = window;
        this.track = track;
    }

    static MatroskaVideo of(ByteWindow window, Element element, TrackBuilder track) {
        MatroskaVideo video = new MatroskaVideo(window, track);
        video.read(element);
        track.size(video.width, video.height);
        return video;
    }

    private void read(Element video) {
        Elements elements = Elements.in(window, video);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            switch (element.id()) {
                case PIXEL_WIDTH -> width = elements.unsigned(element);
                case PIXEL_HEIGHT -> height = elements.unsigned(element);
                case CROP_LEFT, CROP_RIGHT -> croppedAcross += elements.unsigned(element);
                case CROP_TOP, CROP_BOTTOM -> croppedDown += elements.unsigned(element);
                case DISPLAY_WIDTH -> displayWidth = elements.unsigned(element);
                case DISPLAY_HEIGHT -> displayHeight = elements.unsigned(element);
                case DISPLAY_UNIT -> displayUnit = elements.unsigned(element);
                case COLOUR -> colour(element);
                case PROJECTION -> projection(element);
                default -> {}
            }
        }
    }

    /** RFC 9559, 5.1.4.1.28.16: characteristics by ITU-T H.273; a mastering display is only described for HDR. */
    private void colour(Element colour) {
        Elements elements = Elements.in(window, colour);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            boolean pqOrHlg = element.id() == TRANSFER && HdrTransfer.is((int) elements.unsigned(element));
            if (pqOrHlg || element.id() == MASTERING) {
                track.hdr();
            }
        }
    }

    /** RFC 9559, 5.1.4.1.28.41: a roll turns counter-clockwise, a yaw of half a turn shows the mirror image. */
    private void projection(Element projection) {
        double yaw = 0;
        double roll = 0;
        Elements elements = Elements.in(window, projection);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == POSE_YAW) {
                yaw = elements.real(element);
            } else if (element.id() == POSE_ROLL) {
                roll = elements.real(element);
            }
        }
        if (Math.abs(roll) <= 180 && (yaw == 0 || Math.abs(yaw) == 180)) {
            track.orientation(Orientation.of(yaw != 0, (int) -Math.round(roll / 90) * 90));
        }
    }

    /** Stored size, then the shown one: as laid out, else as cropped. */
    void tell(FactsBuilder facts) {
        Size stored = track.size();
        facts.encoded(stored.width(), stored.height());
        long visibleWidth = remaining(stored.width(), croppedAcross);
        long visibleHeight = remaining(stored.height(), croppedDown);
        boolean laidOut = displayWidth > 0 && displayHeight > 0;
        if (laidOut && displayUnit == IN_PIXELS && isLayout(displayWidth, displayHeight, stored)) {
            facts.cropped(displayWidth, displayHeight);
        } else if (laidOut && displayUnit == AS_RATIO && isRatio()) {
            facts.cropped(Math.round((double) visibleHeight * displayWidth / displayHeight), visibleHeight);
        } else {
            facts.cropped(visibleWidth, visibleHeight);
        }
    }

    private static long remaining(long side, long cropped) {
        return cropped >= 0 && cropped < side ? side - cropped : side;
    }

    /** Some writers put a ratio here and call it pixels: four to one of the stored side is as far as it is believed. */
    private static boolean isLayout(long width, long height, Size stored) {
        return isNear(width, stored.width()) && isNear(height, stored.height());
    }

    private static boolean isNear(long shown, long stored) {
        return shown <= 4 * stored && stored <= 4 * shown;
    }

    private boolean isRatio() {
        return displayWidth <= 16 * displayHeight && displayHeight <= 16 * displayWidth;
    }
}
