package org.mediaenricher.media.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.media.BytesSource;
import org.mediaenricher.media.Decoding;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.RangedSource;
import org.mediaenricher.media.Raster;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Undecodable;
import org.mediaenricher.media.container.ContainerReader;

/** Pictures of any format come back small and upright; what is wrong with one harms neither this process nor the next picture. */
class DecoderPoolTest {
    private static final Size BOX = new Size(320, 240);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PART = 8 << 20;

    private final Set<ProcessHandle> before = children();
    private DecoderPool pool = pool(1, PATIENCE);

    @AfterEach
    void no_process_is_left_behind() {
        pool.close();
        Set<ProcessHandle> left = children();
        left.removeAll(before);
        left.forEach(process -> process.onExit().join());
    }

    @ParameterizedTest
    @CsvSource({"jpg, 2000, 1500", "jpg, 640, 480", "png, 900, 675", "gif, 640, 480", "tif, 640, 480"})
    void a_picture_of_any_format_comes_back_in_its_colours(String format, int width, int height) throws IOException {
        Raster small = raster(decode(picture(format, width, height)));
        assertThat(small.size()).isEqualTo(new Size(320, 240));
        assertColour(small, 40, 60, 220, 30, 30);
        assertColour(small, 280, 60, 30, 30, 220);
        assertColour(small, 40, 200, 30, 160, 30);
    }

    @Test
    void a_small_picture_keeps_its_size() throws IOException {
        assertThat(raster(decode(picture("png", 20, 10))).size()).isEqualTo(new Size(20, 10));
    }

    @Test
    void a_tall_picture_keeps_its_shape() throws IOException {
        assertThat(raster(decode(picture("jpg", 300, 1200))).size()).isEqualTo(new Size(60, 240));
    }

    @Test
    void grey_and_transparent_pictures_are_decoded() throws IOException {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        assertColour(raster(decode(written(grey, "jpg"))), 32, 32, 0, 0, 0);
        BufferedImage clear = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        assertThat(raster(decode(written(clear, "png"))).alpha(32, 32)).isZero();
    }

    @Test
    void a_broken_picture_is_refused_and_the_next_is_decoded() throws IOException {
        byte[] good = picture("png", 400, 300);
        byte[] broken = good.clone();
        Arrays.fill(broken, 60, broken.length - 20, (byte) 0x55);
        assertThat(decode(broken)).isEqualTo(new Undecodable("malformed", "The picture cannot be decoded."));
        assertThat(decode(good)).isInstanceOf(Raster.class);
    }

    @Test
    void a_picture_of_too_many_pixels_is_not_tried() throws IOException {
        byte[] bytes = picture("png", 40, 30);
        MediaFacts facts = facts(bytes);
        pool.close();
        pool = new DecoderPool(new DecoderSettings(1, PATIENCE, 768, 1199, 1 << 20));
        assertThat(pool.decode(new BytesSource(bytes), facts, BOX))
                .isEqualTo(new Undecodable("too-large", "The picture has 1200 pixels; at most 1199 are decoded."));
        assertThat(children()).isEqualTo(before);
    }

    @Test
    void a_picture_that_takes_too_long_ends_its_decoder_and_no_other() throws IOException {
        byte[] bytes = picture("jpg", 640, 480);
        pool.close();
        pool = pool(1, Duration.ofNanos(1));
        assertThat(((Undecodable) decode(bytes)).code()).isEqualTo("decode-timeout");
        assertThat(((Undecodable) decode(bytes)).code()).isEqualTo("decode-timeout");
    }

    @Test
    void a_picture_that_ends_its_decoder_is_marked_and_the_next_gets_another() throws IOException {
        byte[] good = picture("jpg", 640, 480);
        byte[] long_ = Arrays.copyOf(good, PART + 100);
        RangedSource deadly = new Tampered(long_, this::killDecoders);
        assertThat(((Undecodable) pool.decode(deadly, facts(good), BOX)).code()).isEqualTo("decoder-died");
        assertThat(decode(good)).isInstanceOf(Raster.class);
    }

    @Test
    void a_decoder_that_died_in_its_sleep_is_replaced() throws IOException {
        byte[] good = picture("jpg", 640, 480);
        decode(good);
        killDecoders();
        assertThat(decode(good)).isInstanceOf(Raster.class);
    }

    @Test
    void a_server_that_cannot_start_a_decoder_blames_no_picture() throws IOException {
        byte[] good = picture("jpg", 640, 480);
        pool.close();
        pool = new DecoderPool(new DecoderSettings(1, PATIENCE, 1, 100_000_000, 128 << 20));
        for (int i = 0; i < 2; i++) {
            Undecodable undecodable = (Undecodable) decode(good);
            assertThat(undecodable.code()).isEqualTo("decoder-unavailable");
            assertThat(undecodable.isLasting()).isFalse();
        }
    }

    @Test
    void a_failure_of_the_store_passes_through_and_the_next_is_decoded() throws IOException {
        byte[] good = picture("jpg", 640, 480);
        UncheckedIOException away = new UncheckedIOException(new IOException("store away"));
        RangedSource failing = new Tampered(Arrays.copyOf(good, PART + 100), () -> {
            throw away;
        });
        assertThatThrownBy(() -> pool.decode(failing, facts(good), BOX)).isSameAs(away);
        assertThat(decode(good)).isInstanceOf(Raster.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_decoder_knows_no_environment_and_writes_no_file() throws IOException {
        decode(picture("jpg", 64, 48));
        long pid = decoders().get(0).pid();
        assertThat(Files.readString(Path.of("/proc/" + pid + "/environ"))).isEqualTo("OPENBLAS_NUM_THREADS=1\0");
        assertThat(Files.readString(Path.of("/proc/" + pid + "/limits")))
                .containsPattern("Max file size +0 +0")
                .containsPattern("Max data size +" + (768L << 20))
                .containsPattern("Max open files +64")
                .containsPattern("Max core file size +0");
    }

    private Decoding decode(byte[] bytes) {
        return pool.decode(new BytesSource(bytes), facts(bytes), BOX);
    }

    private static MediaFacts facts(byte[] bytes) {
        return (MediaFacts) new ContainerReader().read(new BytesSource(bytes));
    }

    private static Raster raster(Decoding decoding) {
        assertThat(decoding).isInstanceOf(Raster.class);
        return (Raster) decoding;
    }

    private static DecoderPool pool(int processes, Duration patience) {
        return new DecoderPool(new DecoderSettings(processes, patience, 768, 100_000_000, 128 << 20));
    }

    /** Red, blue, green and white quarters. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Color[] quarters = {new Color(220, 30, 30), new Color(30, 30, 220), new Color(30, 160, 30), Color.WHITE};
        for (int i = 0; i < quarters.length; i++) {
            pen.setColor(quarters[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2 + 1, height / 2 + 1);
        }
        pen.dispose();
        return written(image, format);
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static void assertColour(Raster picture, int x, int y, int red, int green, int blue) {
        int[] seen = {picture.red(x, y), picture.green(x, y), picture.blue(x, y), picture.alpha(x, y)};
        int[] wanted = {red, green, blue, 255};
        for (int channel = 0; channel < wanted.length; channel++) {
            assertThat(seen[channel]).as(Arrays.toString(seen)).isBetween(wanted[channel] - 8, wanted[channel] + 8);
        }
    }

    private void killDecoders() {
        decoders().forEach(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private List<ProcessHandle> decoders() {
        return children().stream().filter(process -> !before.contains(process)).toList();
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    /** Something happens when its second part is read. */
    private record Tampered(byte[] bytes, Runnable happens) implements RangedSource {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long offset, byte[] into, int from, int length) {
            if (offset > 0) {
                happens.run();
            }
            System.arraycopy(bytes, (int) offset, into, from, length);
            return length;
        }
    }
}
