package org.mediaenricher.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** What triggers keep beside the assets is what there is, whatever is done to them. */
class TalliesIT {
    private static final String ADD = """
            insert into public.media_assets (tenant_id, id, bucket, path, status, size_bytes, etag, tags)
            select ?, gen_random_uuid(), 'tallied', 'path-' || n, 'ready', 10, 'etag', array['sea', 'number ' || n % 3]
              from generate_series(?, ?) n
            on conflict (tenant_id, bucket, path) do update set size_bytes = 20, tags = array['sky']
            """;

    private final Tenant tenant = Tenant.fresh();

    @Test
    void after_each_change_and_each_adding_up() throws SQLException {
        tenant.bucket("tallied");
        change(ADD, tenant.id(), 1, 20);
        change(ADD, tenant.id(), 11, 30); // half of them are there already
        assertExact(30);
        change("update public.media_assets set status = 'failed' where tenant_id = ? and path < 'path-2'", tenant.id());
        assertExact(30);
        change("update public.media_assets set tags = tags || array['own'] where tenant_id = ?", tenant.id());
        assertExact(30);
        change("select enricher.fold_tallies()");
        assertExact(30);
        assertThat(lines()).isEqualTo(2);
        change("delete from public.media_assets where tenant_id = ? and status = 'failed'", tenant.id());
        change("select enricher.fold_tallies()");
        assertThat(lines()).isEqualTo(1);
        assertExact(tenant.assets().size());
        change("delete from public.media_assets where tenant_id = ?", tenant.id());
        change("select enricher.fold_tallies()");
        assertThat(lines()).isZero();
        assertExact(0);
    }

    private void assertExact(int assets) throws SQLException {
        assertThat(rows("""
                        select bucket, status, cast(count(*) as bigint) as assets, cast(sum(size_bytes) as bigint) as bytes
                          from public.media_assets where tenant_id = ? group by bucket, status order by status
                        """)).isEqualTo(rows("""
                        select bucket, status, assets, bytes from public.media_asset_usage
                         where tenant_id = ? order by status
                        """));
        assertThat(rows("""
                        select id, tag from public.media_assets, unnest(tags) as tag where tenant_id = ?
                         order by id, tag collate "C"
                        """)).isEqualTo(rows("""
                        select asset_id as id, tag from public.media_asset_tags where tenant_id = ? order by asset_id, tag
                        """));
        assertThat(tenant.assets()).hasSize(assets);
    }

    private long lines() throws SQLException {
        return (Long) rows("select count(*) as n from public.media_asset_tallies where tenant_id = ?")
                .get(0)
                .get("n");
    }

    private List<Map<String, Object>> rows(String sql) throws SQLException {
        return change(sql, tenant.id());
    }

    private static List<Map<String, Object>> change(String sql, Object... values) throws SQLException {
        try (Connection superuser = Testbed.sandbox().database().superuser()) {
            return Rows.of(superuser, sql, values);
        }
    }
}
