package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.mediaenricher.security.Caller;

/** A user tags an asset, within what PostgreSQL lets them do themselves. */
@ApplicationScoped
public class Tagging {
    private OwnTags tags;
    private Assets assets;

    /** For the container's proxy only. */
    Tagging() {}

    @Inject
    Tagging(OwnTags tags, Assets assets) {
        this.tags = tags;
        this.assets = assets;
    }

    /**
     * Replaces the tags of an asset.
     *
     * @return the asset
     */
    public SeenAsset tag(Caller caller, UUID id, List<String> wanted) {
        tags.set(caller, id, wanted);
        return assets.get(id);
    }
}
