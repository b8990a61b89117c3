package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mediaenricher.assets.AssetBrowser;
import org.mediaenricher.assets.AssetFilter;
import org.mediaenricher.assets.FoundAssets;
import org.mediaenricher.security.Caller;

/** {@code /console/assets.xhtml}: what there is, as pictures. */
@Named
@RequestScoped
public class AssetsPage {
    private static final int A_PAGE = 48;

    @Inject
    private AssetBrowser browser;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    @Inject
    private Words words;

    private List<String> types;
    private AssetFilter filter;
    private FoundAssets found;

    /** The MIME types there are, to choose from. */
    public List<String> getTypes() {
        if (types == null) {
            types = browser.types(caller);
        }
        return types;
    }

    /** The buckets there are, to choose from. */
    public List<String> getBuckets() {
        return browser.buckets(caller);
    }

    /** In which order they stand. */
    public String getOrder() {
        return filter().ordered().word();
    }

    /** Those of this page. */
    public List<Tile> getTiles() {
        return found().tiles().stream().map(tile -> Tile.of(tile, words)).toList();
    }

    /** Behind which asset the next page begins; empty at the end. */
    public String getNext() {
        return found().next().map(Object::toString).orElse("");
    }

    /** How many were looked at, where that was given up before the page was full; or else 0. */
    public int getExamined() {
        return found().next().isPresent() && found().tiles().size() < A_PAGE ? found().examined() : 0;
    }

    private FoundAssets found() {
        if (found == null) {
            found = browser.find(caller, filter());
        }
        return found;
    }

    private AssetFilter filter() {
        if (filter == null) {
            filter = new AssetQuery(address).filter(getTypes(), A_PAGE);
        }
        return filter;
    }
}
