package org.mediaenricher.api;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mediaenricher.runs.Run;

/** 202: the run is written down, and where to look at it. */
final class Accepted {
    private Accepted() {}

    static Response run(Run run) {
        return Response.accepted(RunBody.of(run))
                .location(URI.create("/media-enricher/runs/" + run.id()))
                .build();
    }
}
