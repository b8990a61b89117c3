package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;

/** What there is, as pictures, and each of it by itself. */
@TestInstance(Lifecycle.PER_CLASS)
class AssetsPageIT {
    private static final String HOSTILE = "<script>alert(1)</script>.jpg";

    private final Tenant tenant = Tenant.fresh();
    private final Visit viewer = Visit.of(tenant, "viewer");
    private final Visit operator = Visit.of(tenant, "operator");

    @BeforeAll
    void fill() throws IOException {
        Path bucket = tenant.bucket("b");
        CameraJpegs.small(60).withBrokenEvery(20).fill(bucket);
        BufferedImage picture = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(60, 40, 0xffffff);
        ImageIO.write(picture, "png", bucket.resolve("z.png").toFile());
        tenant.backfill("bucket=b&looks=true");
        UUID other = UUID.randomUUID();
        insert(other, "b", HOSTILE, "failed", "video/mp4", 200_000_000, "{unicorn}");
    }

    private void insert(UUID id, String bucket, String path, String status, String type, long size, String tags) {
        tenant.rows("""
                insert into public.media_assets (tenant_id, id, bucket, path, status, content_type, size_bytes, etag, tags)
                values (?, ?, ?, ?, ?, ?, ?, 'e', cast(? as text[])) returning id
                """, tenant.id(), id, bucket, path, status, type, size, tags);
    }

    @Test
    void a_page_has_48_and_the_next_the_rest() {
        Page first = viewer.open("assets.xhtml?bucket=b");
        assertThat(count(first, "<li>")).isEqualTo(48);
        String next = first.text()
                .replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        Page rest = viewer.browser().open(next);
        assertThat(count(rest, "<li>"))
                .isEqualTo(
                        (int) tenant.number("select count(*) from public.media_assets where tenant_id = ?", tenant.id())
                                - 48);
        assertThat(rest.text()).doesNotContain("rel=\"next\"").contains("First page");
    }

    @ParameterizedTest
    @CsvSource({
        "tag=unicorn, 1",
        "tag=nothing, 0",
        "status=failed, 1",
        "size=huge, 1",
        "type=video, 1",
        "type=video%2Fmp4, 1",
        "type=audio, 0",
        "path=%3Cscript, 1",
        "path=zzz, 0",
        "bucket=none, 0",
        "type=video&size=small, 0",
        "tag=unicorn&bucket=b&order=path, 1",
        "since=1990-01-01&until=1990-01-02, 0"
    })
    void each_filter_narrows(String query, int found) {
        Page page = viewer.open("assets.xhtml?" + query);
        assertThat(page.status()).isEqualTo(200);
        assertThat(count(page, "<li>")).isEqualTo(found);
        assertThat(page.text().contains("No asset is like that")).isEqualTo(found == 0);
    }

    @Test
    void a_filter_that_is_none_is_refused_in_words() {
        assertThat(viewer.open("assets.xhtml?since=yesterday").status()).isEqualTo(400);
        assertThat(viewer.open("assets.xhtml?after=x").status()).isEqualTo(404);
    }

    @Test
    void hostile_names_stand_escaped() {
        String page = viewer.open("assets.xhtml?tag=unicorn").text();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;").doesNotContain("<script>alert");
    }

    @Test
    void placeholders_stand_in_the_page_and_pictures_are_loaded_lazily() {
        assertThat(viewer.open("assets.xhtml?bucket=b&path=z").text())
                .contains("src=\"data:image/png;base64,")
                .contains("src=\"/console/picture?asset=")
                .contains("loading=\"lazy\"")
                .doesNotContain("style=\"");
    }

    @Test
    void a_picture_is_sent_as_it_is_and_can_do_nothing() {
        Map<String, Object> asset = ready();
        Page picture = viewer.open("picture?asset=" + asset.get("id"));
        assertThat(picture.status()).isEqualTo(200);
        assertThat(header(picture, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(picture, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(picture, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(picture, "Cache-Control")).contains("private");
        assertThat(header(picture, "Content-Length"))
                .isEqualTo(asset.get("size_bytes").toString());
        Visit again = Visit.of(tenant, "viewer");
        again.browser().with("If-None-Match", header(picture, "ETag"));
        assertThat(again.open("picture?asset=" + asset.get("id")).status()).isEqualTo(304);
    }

    @Test
    void what_is_no_picture_or_another_tenant_s_is_not_there() {
        Visit stranger = Visit.of(Tenant.fresh(), "admin");
        Object id = ready().get("id");
        assertThat(stranger.open("picture?asset=" + id).status()).isEqualTo(404);
        assertThat(stranger.open("asset.xhtml?id=" + id).status()).isEqualTo(404);
        assertThat(stranger.open("asset.xhtml?id=" + id).text()).contains("Nothing here");
        assertThat(count(stranger.open("assets.xhtml"), "<li>")).isZero();
        assertThat(viewer.open("picture?asset=" + video()).status()).isEqualTo(404);
        assertThat(viewer.open("picture?asset=x").status()).isEqualTo(404);
        assertThat(viewer.open("asset.xhtml?id=x").status()).isEqualTo(404);
    }

    @Test
    void an_asset_tells_all_that_is_known_of_it() {
        Map<String, Object> asset = tenant.assets().stream()
                .filter(one -> one.get("latitude") != null)
                .findFirst()
                .orElseThrow();
        assertThat(viewer.open("asset.xhtml?id=" + asset.get("id")).text())
                .contains(asset.get("etag").toString(), "image/jpeg", "Camera", "class=\"map\"", "\"content_type\"")
                .contains("/console/run.xhtml?id=" + asset.get("run_id"));
    }

    @Test
    void an_operator_tags_and_enriches_again() {
        Object id = ready().get("id");
        String page = "/console/asset.xhtml?id=" + id;
        Page tagged = operator.browser()
                .submit(operator.browser().open(page), "page", Map.of("tags", "one, two\nthree"), "tag");
        assertThat(tagged.text()).contains("The tags are set", ">one<", ">two<", ">three<");
        assertThat(count(viewer.open("assets.xhtml?tag=three"), "<li>")).isEqualTo(1);
        Page again = operator.browser().submit(operator.browser().open(page), "again", Map.of(), "enrich");
        assertThat(again.text()).contains("Enriched again.", ">three<");
        assertThat(audited("tag", "done")).isEqualTo(1);
        assertThat(audited("enrich", "done")).isEqualTo(1);
    }

    @Test
    void a_viewer_s_forged_act_is_refused_in_words_and_written_down() {
        Object id = ready().get("id");
        Page page = viewer.open("asset.xhtml?id=" + id);
        assertThat(page.text()).contains("aria-disabled=\"true\"");
        Page refused = viewer.browser().submit(page, "page", Map.of("tags", "mine"), "tag");
        assertThat(refused.text())
                .contains("Your role does not allow this (edit-assets)")
                .doesNotContain("bidi\">mine<");
        assertThat(audited("tag", "forbidden")).isEqualTo(1);
    }

    @Test
    void usage_is_what_there_is() {
        List<Map<String, Object>> counted = tenant.rows("""
                select bucket, status, count(*) as assets, cast(sum(size_bytes) as bigint) as bytes
                  from public.media_assets where tenant_id = ? group by bucket, status order by bucket, status
                """, tenant.id());
        assertThat(tenant.rows("""
                        select bucket, status, assets, bytes from public.media_asset_usage
                         where tenant_id = ? order by bucket, status
                        """, tenant.id())).isEqualTo(counted);
    }

    private Map<String, Object> ready() {
        return tenant.assets().stream()
                .filter(asset -> asset.get("status").equals("ready"))
                .findFirst()
                .orElseThrow();
    }

    private Object video() {
        return tenant.assets().stream()
                .filter(asset -> asset.get("path").equals(HOSTILE))
                .findFirst()
                .orElseThrow()
                .get("id");
    }

    private long audited(String action, String result) {
        return tenant.number(
                "select count(*) from audit.enricher_invocations where tenant_id = ? and action = ? and result = ?",
                tenant.id(),
                action,
                result);
    }

    private static String header(Page page, String name) {
        return page.answer().headers().firstValue(name).orElse("");
    }

    private static int count(Page page, String part) {
        String tiles = page.text().replaceAll("(?s).*<ul class=\"tiles\">|<nav class=\"pager\".*", "");
        return page.text().contains("<ul class=\"tiles\">") ? tiles.split(part, -1).length - 1 : 0;
    }
}
