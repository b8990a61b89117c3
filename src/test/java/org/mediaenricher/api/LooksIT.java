package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Tenant;

/** Pictures are looked at: placeholder, colour, what looks alike, what is the same; and a user's tags outlive it all. */
@TestInstance(Lifecycle.PER_CLASS)
class LooksIT {
    private static final String ASSETS = "/media-enricher/assets/";

    private final Tenant tenant = Tenant.fresh();
    private final Api admin = tenant.admin();

    @BeforeAll
    void look_at_a_bucket() throws IOException {
        Path bucket = tenant.bucket("b");
        ImageIO.write(rings(800, 600, 9), "png", bucket.resolve("rings.png").toFile());
        ImageIO.write(
                rings(400, 300, 9), "jpg", bucket.resolve("rings-small.jpg").toFile());
        ImageIO.write(rings(800, 600, 3), "png", bucket.resolve("other.png").toFile());
        Files.copy(bucket.resolve("rings.png"), bucket.resolve("rings-copy.png"));
        byte[] broken = Files.readAllBytes(bucket.resolve("other.png"));
        Arrays.fill(broken, 60, broken.length - 20, (byte) 0x55);
        Files.write(bucket.resolve("broken.png"), broken);
        JsonNode run = tenant.backfill("bucket=b&looks=true");
        assertThat(run.get("looks").asBoolean()).isTrue();
        assertThat(run.get("succeeded").asInt()).isEqualTo(5);
    }

    @Test
    void an_asset_tells_what_it_looks_like() {
        JsonNode asset = admin.get(ASSETS + id("rings.png")).json();
        assertThat(asset.get("width").asInt()).isEqualTo(800);
        JsonNode look = asset.get("look");
        assertThat(look.get("thumb_hash").asText()).hasSizeBetween(8, 36);
        assertThat(look.get("dominant_colour").asText()).isEqualTo("#1e1ea0");
        assertThat(look.get("perceptual_hash").asText()).matches("[0-9a-f]{16}");
        assertThat(look.get("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(look.has("code")).isFalse();
    }

    @Test
    void what_cannot_be_decoded_keeps_its_facts_and_says_why() {
        JsonNode asset = admin.get(ASSETS + id("broken.png")).json();
        assertThat(asset.get("width").asInt()).isEqualTo(800);
        assertThat(asset.get("look").get("code").asText()).isEqualTo("malformed");
        assertThat(asset.get("look").get("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(admin.get(ASSETS + id("broken.png") + "/similar").json().get("items"))
                .isEmpty();
    }

    @Test
    void pictures_that_look_alike_are_found_whatever_their_size_and_format() {
        JsonNode items = admin.get(ASSETS + id("rings.png") + "/similar").json().get("items");
        assertThat(items.findValuesAsText("path")).containsExactlyInAnyOrder("rings-copy.png", "rings-small.jpg");
        assertThat(items.get(0).get("distance").asInt()).isZero();
        assertThat(admin.get(ASSETS + id("rings.png") + "/similar?limit=1")
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(admin.get(ASSETS + id("other.png") + "/similar").json().get("items"))
                .isEmpty();
    }

    @Test
    void objects_with_the_same_bytes_are_found() {
        JsonNode items =
                admin.get(ASSETS + id("rings.png") + "/duplicates").json().get("items");
        assertThat(items.findValuesAsText("path")).containsExactly("rings-copy.png");
    }

    @Test
    void wrong_questions_are_refused_by_name() {
        Api.Answer answer = admin.get(ASSETS + id("rings.png") + "/similar?distance=12&limit=0&x=1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("distance", "limit", "x");
        assertThat(admin.get(ASSETS + "none").status()).isEqualTo(404);
        assertThat(admin.get(ASSETS + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void another_tenant_sees_none_of_it() throws IOException {
        Tenant other = Tenant.fresh();
        ImageIO.write(
                rings(800, 600, 9),
                "png",
                other.bucket("b").resolve("rings.png").toFile());
        other.backfill("bucket=b&looks=true");
        UUID theirs = (UUID) other.assets().get(0).get("id");
        for (String place : List.of("", "/similar", "/duplicates")) {
            assertThat(admin.get(ASSETS + theirs + place).status()).isEqualTo(404);
        }
        assertThat(other.admin().get(ASSETS + theirs + "/similar").json().get("items"))
                .isEmpty();
        assertThat(admin.send("PUT", ASSETS + theirs + "/tags", "{\"tags\":[]}").status())
                .isEqualTo(404);
    }

    @Test
    void only_what_nobody_looked_at_is_read_again() throws IOException {
        Tenant fresh = Tenant.fresh();
        Path bucket = fresh.bucket("b");
        ImageIO.write(rings(80, 60, 9), "png", bucket.resolve("a.png").toFile());
        assertThat(fresh.backfill("bucket=b").get("succeeded").asInt()).isEqualTo(1);
        assertThat(dryRun(fresh, "").get("changed").asInt()).isZero();
        assertThat(dryRun(fresh, "&looks=true").get("changed").asInt()).isEqualTo(1);
        assertThat(fresh.backfill("bucket=b&looks=true").get("succeeded").asInt())
                .isEqualTo(1);
        assertThat(fresh.backfill("bucket=b&looks=true").get("skipped").asInt()).isEqualTo(1);
        ImageIO.write(rings(80, 60, 4), "png", bucket.resolve("a.png").toFile());
        fresh.backfill("bucket=b");
        Object id = fresh.assets().get(0).get("id");
        assertThat(fresh.admin().get(ASSETS + id).json().has("look"))
                .as("a look of the version before")
                .isFalse();
    }

    @Test
    void one_object_is_looked_at_unless_that_is_declined() {
        String one = "{\"bucket\":\"b\",\"path\":\"rings.png\"}";
        assertThat(admin.post("/media-enricher/enrich", one).json().get("look").get("thumb_hash"))
                .isNotNull();
        Tenant fresh = Tenant.fresh();
        Path bucket = fresh.bucket("b");
        String declined = "{\"bucket\":\"b\",\"path\":\"a.png\",\"looks\":false}";
        write(rings(80, 60, 9), bucket.resolve("a.png"));
        assertThat(fresh.admin().post("/media-enricher/enrich", declined).json().has("look"))
                .isFalse();
    }

    @Test
    void a_user_s_tags_outlive_another_enrichment() {
        Tenant fresh = Tenant.fresh();
        write(rings(80, 60, 9), fresh.bucket("b").resolve("a.png"));
        fresh.backfill("bucket=b");
        Object id = fresh.assets().get(0).get("id");
        assertThat(tags(fresh.admin().get(ASSETS + id).json())).containsExactly("landscape");
        Api.Answer tagged = fresh.admin().send("PUT", ASSETS + id + "/tags", "{\"tags\":[\"mine\",\"mine\",\"ä\"]}");
        assertThat(tags(tagged.json())).containsExactly("mine", "ä");
        write(rings(60, 80, 9), fresh.bucket("b").resolve("a.png"));
        fresh.backfill("bucket=b&mode=all");
        assertThat(tags(fresh.admin().get(ASSETS + id).json())).containsExactly("portrait", "mine", "ä");
        fresh.backfill("bucket=b&mode=all");
        assertThat(tags(fresh.admin().get(ASSETS + id).json())).containsExactly("portrait", "mine", "ä");
    }

    @Test
    void tags_are_for_operators_and_have_limits() {
        String place = ASSETS + id("other.png") + "/tags";
        assertThat(tenant.caller("viewer").send("PUT", place, "{\"tags\":[]}").status())
                .isEqualTo(403);
        for (String wrong : List.of("{}", "{\"tags\":[\" \"]}", "{\"tags\":[\"" + "x".repeat(201) + "\"]}")) {
            Api.Answer answer = admin.send("PUT", place, wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("errors").has("tags")).isTrue();
        }
    }

    private Object id(String path) {
        return tenant.assets().stream()
                .filter(asset -> asset.get("path").equals(path))
                .map(asset -> asset.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode dryRun(Tenant tenant, String more) {
        return tenant.admin()
                .post("/media-enricher/backfill?bucket=b&dry_run=true" + more, "{}")
                .json();
    }

    private static List<String> tags(JsonNode asset) {
        List<String> tags = new ArrayList<>();
        asset.get("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    private static void write(BufferedImage image, Path file) {
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** White rings before blue, off the middle. */
    private static BufferedImage rings(int width, int height, int count) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(30, 30, 160));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(width / 60f));
        for (int ring = 1; ring <= count; ring++) {
            int radius = ring * width / (3 * count);
            pen.drawOval(width / 3 - radius, height / 2 - radius, 2 * radius, 2 * radius);
        }
        pen.dispose();
        return image;
    }
}
