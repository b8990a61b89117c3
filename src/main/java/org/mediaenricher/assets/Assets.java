package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.RowScoped;

/** What callers ask of assets. Each method is one transaction that sees the caller's tenant. */
@ApplicationScoped
@Transactional
@RowScoped
public class Assets {
    /** The farthest that is searched: beyond it pictures have nothing in common, and the index no use. */
    public static final int FARTHEST = 11;

    private static final String SIMILAR = """
            select l.asset_id, cast(bit_count(cast(l.perceptual_hash # :hash as bit(64))) as integer) as distance
              from public.media_asset_looks l
              join public.media_assets a on a.tenant_id = l.tenant_id and a.id = l.asset_id and a.etag = l.etag
             where (l.hash_part_0 = any (cast(:part0 as integer[])) or l.hash_part_1 = any (cast(:part1 as integer[]))
                 or l.hash_part_2 = any (cast(:part2 as integer[])) or l.hash_part_3 = any (cast(:part3 as integer[])))
               and bit_count(cast(l.perceptual_hash # :hash as bit(64))) <= :distance
               and l.asset_id <> :id
             order by distance, l.asset_id
             limit :limit
            """;

    private static final String DUPLICATES = """
            select l.asset_id, 0
              from public.media_asset_looks l
              join public.media_assets a on a.tenant_id = l.tenant_id and a.id = l.asset_id and a.etag = l.etag
             where l.sha256 = :sha256 and l.asset_id <> :id
             order by l.asset_id
             limit :limit
            """;

    @PersistenceContext
    private EntityManager database;

    /** The asset of that id; NOT_FOUND when the caller's tenant has none. */
    public SeenAsset get(UUID id) {
        Asset asset = Optional.ofNullable(database.find(Asset.class, id))
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no asset " + id + "."));
        return SeenAsset.of(asset, Optional.ofNullable(database.find(AssetLook.class, id)));
    }

    /**
     * The tenant's pictures that look like this one, the most alike first; none for what has no look.
     *
     * @param distance in how many of 64 bits they may differ, up to {@link #FARTHEST}
     */
    public List<SimilarAsset> similar(UUID id, int distance, int limit) {
        Optional<Long> hash = get(id).look().map(look -> look.perceptualHash);
        return hash.isEmpty() ? List.of() : similar(id, hash.get(), distance, limit);
    }

    private List<SimilarAsset> similar(UUID id, long hash, int distance, int limit) {
        Query query = database.createNativeQuery(SIMILAR)
                .setParameter("hash", hash)
                .setParameter("distance", distance)
                .setParameter("id", id)
                .setParameter("limit", limit);
        for (int part = 0; part < HashParts.COUNT; part++) {
            query.setParameter("part" + part, HashParts.near(hash, part, distance));
        }
        return found(query);
    }

    /** The tenant's objects with the same bytes as this one; none for what was never read whole. */
    public List<SimilarAsset> duplicates(UUID id, int limit) {
        Optional<String> sha256 = get(id).look().map(look -> look.sha256);
        return sha256.isEmpty()
                ? List.of()
                : found(database.createNativeQuery(DUPLICATES)
                        .setParameter("sha256", sha256.get())
                        .setParameter("id", id)
                        .setParameter("limit", limit));
    }

    private List<SimilarAsset> found(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> similar((Object[]) row)).toList();
    }

    private SimilarAsset similar(Object[] row) {
        return new SimilarAsset(((Number) row[1]).intValue(), get((UUID) row[0]));
    }
}
