package org.mediaenricher.demo.sample;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A file of the sample bucket, and what a right reader finds in it. What is empty or zero here is not in
 * the file.
 */
public final class SampleFile {
    private final String path;
    private final String contentType;
    private boolean readable = true;
    private int width;
    private int height;
    private int orientation = 1;
    private int frames = 1;
    private LocalDateTime taken;
    private ZoneOffset offset;
    private Position position;
    private Camera camera;
    private Duration duration;
    private String videoCodec;
    private String audioCodec;
    private double frameRate;
    private int audioChannels;
    private int rotation;
    private String title;
    private String artist;
    private List<String> keywords = List.of();

    private SampleFile(String path, String contentType) {
        this.path = path;
        this.contentType = contentType;
    }

    static SampleFile of(String path, String contentType) {
        return new SampleFile(path, contentType);
    }

    SampleFile broken() {
        readable = false;
        return this;
    }

    SampleFile shown(int pixelsWide, int pixelsHigh) {
        width = pixelsWide;
        height = pixelsHigh;
        return this;
    }

    SampleFile orientation(int value) {
        orientation = value;
        return this;
    }

    SampleFile frames(int count) {
        frames = count;
        return this;
    }

    SampleFile taken(LocalDateTime local) {
        taken = local;
        return this;
    }

    SampleFile offset(ZoneOffset value) {
        offset = value;
        return this;
    }

    SampleFile position(Position value) {
        position = value;
        return this;
    }

    SampleFile camera(Camera value) {
        camera = value;
        return this;
    }

    SampleFile duration(Duration value) {
        duration = value;
        return this;
    }

    SampleFile video(String codec, double framesPerSecond) {
        videoCodec = codec;
        frameRate = framesPerSecond;
        return this;
    }

    /** All sound here is mono. */
    SampleFile audio(String codec) {
        audioCodec = codec;
        audioChannels = 1;
        return this;
    }

    SampleFile rotation(int degrees) {
        rotation = degrees;
        return this;
    }

    SampleFile song(String songTitle, String songArtist) {
        title = songTitle;
        artist = songArtist;
        return this;
    }

    SampleFile keywords(List<String> words) {
        keywords = List.copyOf(words);
        return this;
    }

    /** Where it stands below the bucket's folder, with {@code /} between folders. */
    public String path() {
        return path;
    }

    /** By its bytes, not its name: {@code image/jpeg}. A text file is {@code text/plain} whatever its name. */
    public String contentType() {
        return contentType;
    }

    /** False for the files that must end among the failures. */
    public boolean readable() {
        return readable;
    }

    /** Pixels as shown, so after orientation or rotation; 0 where there is no picture. */
    public int width() {
        return width;
    }

    /** Pixels as shown, so after orientation or rotation; 0 where there is no picture. */
    public int height() {
        return height;
    }

    /** The EXIF orientation, 1 to 8; 1 where none is told. */
    public int orientation() {
        return orientation;
    }

    /** Pictures in an animated image; 1 in a still one and in video. */
    public int frames() {
        return frames;
    }

    /** When it was taken, on the clock of its {@link #offset()}, or on an unknown one without. */
    public Optional<LocalDateTime> taken() {
        return Optional.ofNullable(taken);
    }

    /** The zone the file itself states: EXIF's offset tag, or UTC where the container says so (MP4, WebM). */
    public Optional<ZoneOffset> offset() {
        return Optional.ofNullable(offset);
    }

    /** The position as written, within 1e-5 degrees. One file says 0/0: cameras without a fix do. */
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    /** The camera's maker, as in the file. */
    public Optional<String> make() {
        return Optional.ofNullable(camera).map(Camera::make);
    }

    /** The camera's model, as in the file. */
    public Optional<String> model() {
        return Optional.ofNullable(camera).map(Camera::model);
    }

    /** How long it plays, within 50 ms. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    /** {@code h264} or {@code vp8}. */
    public Optional<String> videoCodec() {
        return Optional.ofNullable(videoCodec);
    }

    /** Pictures a second in video; 0 elsewhere. */
    public double frameRate() {
        return frameRate;
    }

    /** {@code aac}, {@code mp3} or {@code pcm}. */
    public Optional<String> audioCodec() {
        return Optional.ofNullable(audioCodec);
    }

    /** Channels of sound; 0 where there is none. */
    public int audioChannels() {
        return audioChannels;
    }

    /** Degrees clockwise a player turns a video: 0, 90, 180 or 270. */
    public int rotation() {
        return rotation;
    }

    /** The song's title. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** Who plays the song. */
    public Optional<String> artist() {
        return Optional.ofNullable(artist);
    }

    /** Keywords of IPTC and XMP, each once, in the file's order. */
    public List<String> keywords() {
        return keywords;
    }

    @Override
    public String toString() {
        return path;
    }
}
