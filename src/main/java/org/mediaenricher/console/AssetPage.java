package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mediaenricher.assets.Asset;
import org.mediaenricher.assets.Assets;
import org.mediaenricher.assets.OriginalPictures;
import org.mediaenricher.assets.SeenAsset;
import org.mediaenricher.assets.SimilarAsset;
import org.mediaenricher.assets.SingleEnrichment;
import org.mediaenricher.assets.Tagging;
import org.mediaenricher.media.WorldMap;
import org.mediaenricher.runs.ObjectHistory;
import org.mediaenricher.security.AuditBook;
import org.mediaenricher.security.AuditEntry;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** {@code /console/asset.xhtml?id=…}: all that is known of one asset, and what may be done with it. */
@Named
@RequestScoped
public class AssetPage {
    private static final int A_FEW = 12;
    private static final int ALIKE = 8;

    @Inject
    private Assets assets;

    @Inject
    private SingleEnrichment enrichment;

    @Inject
    private Tagging tagging;

    @Inject
    private ObjectHistory history;

    @Inject
    private AuditBook audit;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    @Inject
    private Acts acts;

    @Inject
    private Words words;

    private SeenAsset seen;
    private String tagText;

    /** Before anything is shown: of what is not there, nothing is. */
    @PostConstruct
    public void load() {
        seen = assets.get(address.id("id"));
    }

    /** Reads the object again, and looks at it. */
    public void enrichAgain() {
        Asset before = seen.asset();
        acts.act(Rights.EDIT_ASSETS, "enrich", Map.of("bucket", before.bucket, "path", before.path), () -> {
            enrichment.enrich(caller, before.bucket, before.path, true);
            return "Enriched again.";
        });
        load();
    }

    /** Sets the tags as the field has them. */
    public void tag() {
        UUID id = seen.asset().id;
        boolean done = acts.act(Rights.EDIT_ASSETS, "tag", Map.of("asset_id", id.toString()), () -> {
            tagging.tag(caller, id, TagList.of(tagText));
            return "The tags are set. Enriching again keeps what you added, and what you took away.";
        });
        if (done) {
            load();
            tagText = null;
        }
    }

    /** The last part of its path. */
    public String getName() {
        return seen.asset().path.substring(seen.asset().path.lastIndexOf('/') + 1);
    }

    /** Its bucket's name. */
    public String getBucket() {
        return seen.asset().bucket;
    }

    /** One of {@code pending processing ready failed}. */
    public String getStatus() {
        return seen.asset().status;
    }

    /** Why it could not be read the last time, empty when it could. */
    public String getFailure() {
        return Optional.ofNullable(seen.asset().failureMessage).orElse("");
    }

    /** As a tile, for its picture. */
    public Tile getTile() {
        return Tile.of(seen, "");
    }

    /** Whether its picture can be shown as it is. */
    public boolean isPictured() {
        Asset asset = seen.asset();
        return OriginalPictures.isShown(asset.contentType, asset.status, asset.sizeBytes);
    }

    /** What is said to those who do not see the picture. */
    public String getPictureText() {
        return "Picture of " + getName();
    }

    /** All facts, in groups. */
    public List<AssetFacts.Group> getGroups() {
        return AssetFacts.of(seen, words);
    }

    /** Its tags. */
    public List<String> getTags() {
        return seen.asset().tags;
    }

    /** One a line, or as somebody wrote them just now. */
    public String getTagText() {
        return tagText == null ? String.join("\n", getTags()) : tagText;
    }

    /** From the form. */
    public void setTagText(String text) {
        tagText = text;
    }

    /** Every fact, as JSON. */
    public String getMetadata() {
        return PrettyJson.of(seen.asset().metadata);
    }

    /** Whether it is known where it was taken. */
    public boolean isPlaced() {
        return seen.asset().latitude != null && seen.asset().longitude != null;
    }

    /** The land on the map, as an SVG path. */
    public String getLand() {
        return WorldMap.land();
    }

    /** Its place on the map. */
    public double getX() {
        return WorldMap.x(seen.asset().longitude);
    }

    /** Its place on the map. */
    public double getY() {
        return WorldMap.y(seen.asset().latitude);
    }

    /** The run that wrote it last; empty when a single enrichment did. */
    public String getRun() {
        return Optional.ofNullable(seen.asset().runId).map(UUID::toString).orElse("");
    }

    /** When runs could not enrich it. */
    public List<ObjectHistory.Failed> getFailures() {
        return history.failures(caller.tenantOrRefuse().value(), seen.asset().bucket, seen.asset().path);
    }

    /** Who did what with it, for those who may know. */
    public List<AuditEntry> getActs() {
        if (!caller.may(Rights.READ_AUDIT)) {
            return List.of();
        }
        Asset asset = seen.asset();
        Stream<AuditEntry> byPath = audit.about(caller, "path", asset.path, A_FEW).stream()
                .filter(entry -> asset.bucket.equals(entry.subject().get("bucket")));
        return Stream.concat(byPath, audit.about(caller, "asset_id", asset.id.toString(), A_FEW).stream())
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(A_FEW)
                .toList();
    }

    /** Pictures that look like it. */
    public List<Tile> getSimilar() {
        return tiles(assets.similar(seen.asset().id, ALIKE, A_FEW));
    }

    /** Objects of the same bytes. */
    public List<Tile> getDuplicates() {
        return tiles(assets.duplicates(seen.asset().id, A_FEW));
    }

    private static List<Tile> tiles(List<SimilarAsset> alike) {
        return alike.stream()
                .map(one ->
                        Tile.of(one.asset(), one.distance() == 0 ? "the same" : one.distance() + " of 64 bits differ"))
                .toList();
    }
}
